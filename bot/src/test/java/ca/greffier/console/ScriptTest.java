package ca.greffier.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Identity;
import ca.greffier.command.Journal;
import ca.greffier.command.Refusal;
import ca.greffier.command.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines fed to the console, run by the Desk on a real database. */
class ScriptTest {
  @TempDir Path folder;
  private final ToyHouse house = new ToyHouse();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private boolean feed(Identity identity, boolean echo, String... lines) {
    BufferedReader reader = new BufferedReader(new StringReader(String.join("\r\n", lines)));
    PrintWriter to = new PrintWriter(out, true);
    Script script = new Script(reader, to, new PrintWriter(err, true), 80, echo);
    return house.door(folder).feed(identity, script);
  }

  private String said() {
    return out.toString().replace("\r\n", "\n");
  }

  private String refused() {
    return err.toString().replace("\r\n", "\n").replace('\u00a0', ' ');
  }

  @Test
  void commands_run_and_are_journaled_as_the_person_at_this_door() {
    assertThat(
            feed(
                ToyHouse.SECRETARY,
                false,
                "\ufeff# un commentaire",
                "",
                "  rencontre planifier corps:GT-NUM titre:\"Suivi de mars\"",
                "point donner CD Tout va bien"))
        .isTrue();
    assertThat(said())
        .isEqualTo("Prévu\u00a0: Suivi de mars (GT-NUM).\nCD dit\u00a0: Tout va bien\n");
    assertThat(refused()).isEmpty();
    Journal.Line line = house.journal.latest(5).getLast();
    assertThat(line.command()).isEqualTo("rencontre planifier");
    assertThat(line.source()).isEqualTo(Source.CONSOLE);
    assertThat(line.identity()).isEqualTo("email:camille@biblio.example");
    List<String> ids =
        house
            .store
            .jdbi()
            .withHandle(
                handle ->
                    handle.select("SELECT invocation FROM journal").mapTo(String.class).list());
    assertThat(ids).hasSize(2).allMatch(id -> id.startsWith("console:"));
  }

  @Test
  void a_refused_line_is_told_with_its_number_and_the_next_ones_run() {
    boolean fine =
        feed(
            ToyHouse.SECRETARY,
            false,
            "rencontre planifier corps:XX titre:x",
            "rencontre planifier corps:CD",
            "rencontre plannifier",
            "compte confirmer ABCD2345");
    assertThat(fine).isFalse();
    assertThat(said()).isEqualTo("C’est fait.\n");
    assertThat(refused())
        .isEqualTo(
            """
            Ligne 1 : Aucun corps « XX ».
            Ligne 2 : Il manque : Titre.
            Ligne 3 : La commande « rencontre plannifier » n’existe pas. Vouliez-vous dire :
            rencontre planifier?
            """);
  }

  @Test
  void the_console_gives_no_right_of_its_own() {
    assertThat(feed(ToyHouse.MEMBER, false, "rencontre planifier CD Suivi")).isFalse();
    assertThat(refused()).startsWith("Ligne 1 : Cette commande ne fait pas partie de vos droits");
    assertThat(house.journal.latest(1).getFirst().refusal()).isEqualTo("desk.role");
    assertThatThrownBy(() -> feed(Identity.email("x@y.example"), false, "aide"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("console.who"));
  }

  @Test
  void each_person_is_answered_in_their_language_and_types_in_either() {
    assertThat(feed(ToyHouse.ENGLISH, true, "rencontre planifier CD Follow-up", "meeting list"))
        .isTrue();
    assertThat(said()).startsWith("> rencontre planifier CD Follow-up\nPlanned: Follow-up (CD).\n");
    assertThat(said()).contains("3 meetings").doesNotContain("\u001b");
  }

  @Test
  void a_document_is_kept_in_the_folder_and_never_over_another() throws IOException {
    assertThat(feed(ToyHouse.MEMBER, false, "bilan tirer", "bilan tirer")).isTrue();
    assertThat(said()).contains("Enregistré dans " + folder.toAbsolutePath());
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("-bilan de mars.txt", "-bilan de mars-2.txt");
    }
  }

  @Test
  void a_script_that_gives_its_own_ids_is_not_done_twice() {
    for (int run = 0; run < 2; run++) {
      BufferedReader line = new BufferedReader(new StringReader("point donner CD Fini"));
      PrintWriter to = new PrintWriter(out, true);
      PrintWriter no = new PrintWriter(err, true);
      Script script = new Script(line, to, no, 80, false, () -> "console:scene-1");
      assertThat(house.door(folder).feed(ToyHouse.MEMBER, script)).isEqualTo(run == 0);
    }
    assertThat(said()).isEqualTo("CD dit\u00a0: Fini\n");
    assertThat(refused()).contains("C’est déjà noté");
  }

  @Test
  void a_bug_is_a_number_to_give_and_the_next_lines_run() {
    assertThat(feed(ToyHouse.MEMBER, false, "panne causer", "rencontre lister")).isFalse();
    assertThat(refused()).contains("console:").doesNotContain("IllegalState");
    assertThat(said()).contains("GT-NUM");
  }

  @Test
  void help_lists_what_the_person_may_do_and_leaving_ends_the_script() {
    assertThat(feed(ToyHouse.MEMBER, false, "aide", "aide point donner", "quitter", "zzz"))
        .isTrue();
    assertThat(said())
        .contains("rencontre lister", "Voir les rencontres", "Ce qu’il y a à dire")
        .doesNotContain("rencontre planifier");
  }
}
