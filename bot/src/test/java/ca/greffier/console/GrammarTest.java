package ca.greffier.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import ca.greffier.command.Refusal;
import ca.greffier.console.Words.Word;
import ca.greffier.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
  private final Grammar grammar = new Grammar(new Toys().vocabulary());

  private Order read(String line) {
    return grammar.read(line, Language.FRENCH);
  }

  private MapAssert<String, String> given(String line) {
    return assertThat(read(line).given());
  }

  private void refused(String line, String key, Object... arguments) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo(key);
              if (arguments.length > 0) assertThat(refusal.arguments()).startsWith(arguments);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rencontre planifier corps:GT-NUM titre:\"Suivi de mars\" date:2026-03-20",
        "RENCONTRE Planifier date=2026-03-20 titre=\"Suivi de mars\" corps=GT-NUM",
        "meeting plan body:GT-NUM title:\"Suivi de mars\" date:2026-03-20",
        "rencontre planifier GT-NUM \"Suivi de mars\" date:2026-03-20",
        "rencontre planifier GT-NUM Suivi de mars date:2026-03-20",
        "rencontre planifier date:2026-03-20 GT-NUM Suivi de mars",
        "rencontre planifier titre:\"Suivi de mars\" GT-NUM date:2026-03-20",
        "rencontre planifier GT-NUM titre:Suivi\" de \"mars date:2026-03-20 ",
      })
  void one_command_is_typed_in_many_ways(String line) {
    Order order = read(line);
    assertThat(order.command().name()).isEqualTo("rencontre planifier");
    assertThat(order.given())
        .containsOnly(
            entry("corps", "GT-NUM"), entry("titre", "Suivi de mars"), entry("date", "2026-03-20"));
  }

  @Test
  void an_apostrophe_is_a_letter_and_the_last_text_takes_the_rest() {
    given("point donner GT-NUM L'été, c'est \"tard\" : https://exemple.example à 14:30")
        .containsEntry("texte", "L'été, c'est \"tard\" : https://exemple.example à 14:30");
    given("point donner GT-NUM \"Il dit \\\"oui\\\" enfin\"")
        .containsEntry("texte", "Il dit \"oui\" enfin");
    given("point donner CD retard:deux semaines").containsEntry("texte", "retard:deux semaines");
  }

  @Test
  void what_is_missing_is_left_out() {
    given("rencontre planifier").isEmpty();
    given("rencontre planifier GT-NUM").containsOnlyKeys("corps");
    given("rencontre planifier titre:").containsOnly(entry("titre", ""));
  }

  @Test
  void a_quoted_word_is_never_a_parameter() {
    given("point donner GT-NUM \"texte:autre\"").containsEntry("texte", "texte:autre");
  }

  @Test
  void refuses_what_cannot_be_read() {
    refused("rencontre plannifier", "console.nearest", "rencontre plannifier");
    refused("rencontre", "console.nearest", "rencontre");
    refused("meeting zzz", "console.nearest", "meeting zzz");
    refused("xyzzy", "desk.unknown", "xyzzy");
    refused("rencontre lister tout", "console.alone", "rencontre lister", "tout");
    refused("rencontre planifier corp:CD titre:x", "console.extra", "corp:CD");
    refused("rencontre planifier corps:CD corps:CD", "console.twice", "corps");
    refused("rencontre planifier CD titre:x de trop", "console.extra", "de");
    refused("point donner CD \"pas fermé", "console.quote");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rencontre planifer", "rancontre planifier", "Rencontre plan"})
  void a_mistyped_command_is_answered_with_the_nearest(String line) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.arguments().get(1)).isEqualTo(List.of("rencontre planifier")));
  }

  @Test
  void a_file_is_read_and_its_name_kept(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mes corps.csv"), "code\nCD\n");
    Order order = read("liste importer fichier:\"" + file + "\"");
    assertThat(order.files())
        .hasEntrySatisfying(
            "fichier",
            read -> {
              assertThat(read.name()).isEqualTo("mes corps.csv");
              assertThat(read.bytes()).hasSize(8);
            });
    assertThat(read("liste importer \"" + file + "\"").files()).containsKey("fichier");
    refused("liste importer " + folder.resolve("absent.csv"), "console.file.none");
    refused("liste importer " + folder, "console.file.folder");
  }

  @Test
  void a_file_too_large_is_refused_unread(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("enorme.csv");
    try (var large = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(LocalFiles.LARGEST + 1);
    }
    refused("liste importer " + file, "console.file.large");
  }

  @Test
  void lines_that_fill_a_secret_are_known() {
    assertThat(grammar.mayHoldSecret("compte confirmer ABCD2345")).isTrue();
    assertThat(grammar.mayHoldSecret("account confirm code:\"AB")).isTrue();
    assertThat(grammar.mayHoldSecret("rencontre lister")).isFalse();
    assertThat(grammar.mayHoldSecret("")).isFalse();
  }

  @Test
  void words_are_cut_at_spaces_outside_quotes() {
    assertThat(Words.of("a  b:\"c d\" \"\" e"))
        .containsExactly(
            new Word("a", "a", -1),
            new Word("b:c d", "b:\"c d\"", 2),
            new Word("", "\"\"", 0),
            new Word("e", "e", -1));
    assertThat(Words.of("  ")).isEmpty();
    assertThat(Words.typing("a ")).hasSize(2);
    assertThat(Words.typing("a \"b ").getLast().text()).isEqualTo("b ");
    assertThat(Words.typing("")).isEqualTo(List.of(new Word("", "", -1)));
  }
}
