package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as it is typed, in its own directory. */
@Tag("once")
class DemoTest {
  @TempDir Path directory;

  @Test
  void it_comes_to_its_counts_and_a_second_time_doubles_nothing() throws IOException {
    assertThat(play()).contains("Tout y est.").doesNotContain("✗", "WARN", "ERROR");
    long letters = letters();
    assertThat(letters).isGreaterThan(550);

    // as if it had been killed at the end of a scene, before the scene was ticked off
    Files.writeString(directory.resolve("scenes-played"), "30\n");
    assertThat(play()).contains("30 scènes sur 32", "Tout y est.").doesNotContain("✗");
    assertThat(play()).contains("jusqu’au bout").doesNotContain("■", "✗");
    assertThat(letters()).isBetween(letters, letters + 3);
  }

  private String play() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Shell shell =
        new Shell(
            Messages.load(DemoHouse.MONTREAL),
            Language.FRENCH,
            InputStream.nullInputStream(),
            out,
            out,
            Map.of());
    List<String> typed = List.of("demo", "--once", "--data", directory.toString());
    int status = Main.run(typed, shell);
    String text = said.toString(StandardCharsets.UTF_8);
    assertThat(status).as(text).isZero();
    return text;
  }

  private long letters() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("mailbox"))) {
      return files.filter(file -> file.toString().endsWith(".eml")).count();
    }
  }
}
