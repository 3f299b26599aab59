package ca.greffier.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of each type of file, and what harmful ones come to. */
class FileTextTest {
  private static final String WORDS = "La bibliothèque numérisée de Baie-Comeau";

  @TempDir Path folder;

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of(FileType.PDF, TinyFiles.pdf(WORDS)),
        Arguments.of(FileType.DOCX, TinyFiles.docx(WORDS)),
        Arguments.of(FileType.XLSX, TinyFiles.xlsx(WORDS)),
        Arguments.of(FileType.PPTX, TinyFiles.pptx(WORDS)),
        Arguments.of(FileType.ODT, TinyFiles.odt(WORDS)),
        Arguments.of(FileType.TXT, WORDS.getBytes(StandardCharsets.UTF_8)),
        Arguments.of(FileType.CSV, WORDS.getBytes(Charset.forName("windows-1252"))));
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_type_gives_its_words(FileType type, byte[] bytes) throws Exception {
    assertThat(FileText.of(file(bytes), type)).contains(WORDS);
  }

  @Test
  void an_image_has_no_words() throws Exception {
    assertThat(FileText.of(file(new byte[] {(byte) 0x89, 'P', 'N', 'G'}), FileType.PNG)).isEmpty();
  }

  @Test
  void a_long_text_is_cut() throws Exception {
    String long1 = "mot ".repeat(FileText.MOST_CHARACTERS);
    assertThat(FileText.of(file(long1.getBytes(StandardCharsets.UTF_8)), FileType.TXT))
        .hasSize(FileText.MOST_CHARACTERS);
    assertThat(FileText.of(file(TinyFiles.odt(long1)), FileType.ODT))
        .hasSizeBetween(FileText.MOST_CHARACTERS - 10, FileText.MOST_CHARACTERS);
  }

  @Test
  void no_entity_is_fetched_or_multiplied() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "mot de passe");
    byte[] thief =
        TinyFiles.odt(
            "<!DOCTYPE x [<!ENTITY vol SYSTEM \"" + secret.toUri() + "\">]>", "avant &vol; après");
    assertThat(textOrFault(thief, FileType.ODT)).doesNotContain("mot de passe");
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for (int i = 1; i <= 30; i++)
      laughs.append("<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">");
    byte[] billion = TinyFiles.odt(laughs.append("]>").toString(), "&a30;");
    assertThat(textOrFault(billion, FileType.ODT)).hasSizeLessThan(1000);
  }

  @Test
  void what_unpacks_out_of_proportion_is_refused() {
    assertThat(fault(TinyFiles.bomb(), FileType.DOCX)).isEqualTo(TextFault.BOMB);
    assertThat(fault(TinyFiles.bomb(), FileType.ODT)).isEqualTo(TextFault.BOMB);
  }

  @Test
  void files_inside_files_are_not_opened() throws Exception {
    byte[] inner = TinyFiles.docx("caché au fond");
    byte[] outer =
        TinyFiles.zip(
            Map.of(
                "content.xml",
                "<a>dessus</a>".getBytes(StandardCharsets.UTF_8),
                "Object 1",
                inner));
    assertThat(textOrFault(outer, FileType.ODT)).doesNotContain("caché");
  }

  @Test
  void a_password_or_damage_is_told_as_such() {
    assertThat(fault(TinyFiles.pdf(WORDS, "secret"), FileType.PDF)).isEqualTo(TextFault.ENCRYPTED);
    byte[] container = new byte[2048];
    byte[] magic = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    System.arraycopy(magic, 0, container, 0, magic.length);
    assertThat(fault(container, FileType.XLSX)).isEqualTo(TextFault.ENCRYPTED);
    byte[] half = TinyFiles.docx(WORDS);
    assertThat(fault(Arrays.copyOf(half, half.length / 2), FileType.DOCX))
        .isEqualTo(TextFault.DAMAGED);
    assertThat(fault("%PDF-1.7 rien".getBytes(StandardCharsets.UTF_8), FileType.PDF))
        .isEqualTo(TextFault.DAMAGED);
    assertThat(fault(TinyFiles.zip(Map.of("a", new byte[3])), FileType.DOCX))
        .isEqualTo(TextFault.DAMAGED);
  }

  @Test
  void another_process_reads_and_answers_for_itself() throws Exception {
    assertThat(read(Duration.ofSeconds(60), ReadingProcess.MEGABYTES, TinyFiles.pdf(WORDS)))
        .contains(WORDS);
    assertThat(processFault(Duration.ofMillis(1), 64)).isEqualTo(TextFault.SLOW);
    assertThat(processFault(Duration.ofSeconds(60), 6)).isEqualTo(TextFault.HEAVY);
  }

  private String read(Duration patience, int megabytes, byte[] pdf) throws Exception {
    Path into = folder.resolve("texte");
    return new ReadingProcess(patience, megabytes).read(file(pdf), FileType.PDF, into);
  }

  private TextFault processFault(Duration patience, int megabytes) {
    return catchThrowableOfType(
            FileText.Unreadable.class, () -> read(patience, megabytes, TinyFiles.pdf(WORDS)))
        .fault();
  }

  private TextFault fault(byte[] bytes, FileType type) {
    return catchThrowableOfType(FileText.Unreadable.class, () -> FileText.of(file(bytes), type))
        .fault();
  }

  private String textOrFault(byte[] bytes, FileType type) throws IOException {
    try {
      return FileText.of(file(bytes), type);
    } catch (FileText.Unreadable unreadable) {
      return unreadable.fault().name();
    }
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("modèle"), bytes);
  }
}
