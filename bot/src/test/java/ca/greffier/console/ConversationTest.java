package ca.greffier.console;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Identity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person who types, at a terminal without colours nor cursor. */
@Timeout(60)
class ConversationTest {
  private static final String TAB = "\t";
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";

  @TempDir Path folder;
  private final ToyHouse house = new ToyHouse();

  /** Everything the terminal showed. */
  private String talk(Identity identity, String... typed) throws IOException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    byte[] keys = String.join("", typed).getBytes(StandardCharsets.UTF_8);
    try (Terminal terminal =
        new DumbTerminal(
            "test", "dumb", new ByteArrayInputStream(keys), screen, StandardCharsets.UTF_8)) {
      terminal.setSize(Size.of(100, 40));
      house.door(folder).talk(identity, terminal, history());
      terminal.flush();
    }
    return screen.toString(StandardCharsets.UTF_8).replace('\u00a0', ' ');
  }

  private Path history() {
    return folder.resolve("history");
  }

  @Test
  void one_line_has_one_answer_until_the_person_leaves() throws IOException {
    String screen =
        talk(ToyHouse.SECRETARY, "rencontre planifier CD Suivi\r", "zzz\r", "quitter\r");
    assertThat(screen)
        .contains("Bonjour, Camille.")
        .contains("Prévu : Suivi (CD).")
        .contains("Non : La commande « zzz » n’existe pas.");
    assertThat(house.journal.latest(5)).hasSize(1);
  }

  @Test
  void what_is_missing_is_asked_until_it_is_right() throws IOException {
    String screen =
        talk(ToyHouse.SECRETARY, "rencontre planifier\r", "XX\r", "CD\r", "\r", "Suivi\r", CTRL_D);
    assertThat(screen)
        .contains("Le code d’un corps", "Corps> ")
        .contains("Non : Aucun corps « XX ».")
        .contains("Non : Il manque le texte.")
        .contains("Prévu : Suivi (CD).");
  }

  @Test
  void a_long_text_ends_with_an_empty_line() throws IOException {
    String screen = talk(ToyHouse.MEMBER, "point donner CD\r", "Un\r", "Deux\r", "\r", CTRL_D);
    assertThat(screen.lines().map(String::strip)).contains("CD dit : Un", "Deux");
  }

  @Test
  void control_c_drops_the_line_or_the_questions_and_control_d_leaves() throws Exception {
    try (Typist typist = new Typist(house, folder, ToyHouse.SECRETARY)) {
      typist.after("greffier> ", "rencontre planifier CD jamais");
      typist.after("jamais", CTRL_C);
      typist.after("greffier> ", "rencontre planifier\r");
      typist.after("Corps> ", "CD");
      typist.after("CD", CTRL_C);
      typist.after("Abandonné\u00a0: rien n’a été fait.", "");
      typist.after("greffier> ", CTRL_D);
      assertThat(typist.left()).isTrue();
    }
    assertThat(house.journal.latest(5)).isEmpty();
  }

  @Test
  void tab_completes_commands_parameters_and_values() throws Exception {
    try (Typist typist = new Typist(house, folder, ToyHouse.SECRETARY)) {
      typist.after(
          "greffier> ",
          "renc" + TAB + "plan" + TAB + "corps:Groupe" + TAB + "titre:x lieu:À" + TAB + "\r");
      typist.after("Prévu\u00a0: x (GT-NUM).", "");
      typist.after("greffier> ", CTRL_D);
      assertThat(typist.left()).isTrue();
    }
    assertThat(house.journal.latest(1).getFirst().given()).contains("\"lieu\": \"distance\"");
  }

  @Test
  void lines_are_kept_for_the_next_time_but_secrets_are_not() throws IOException {
    talk(ToyHouse.MEMBER, "rencontre lister\r", "compte confirmer ABCD2345\r", "quitter\r");
    assertThat(Files.readString(history())).contains("rencontre lister").doesNotContain("ABCD2345");
    assertThat(Files.getPosixFilePermissions(history()))
        .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
  }
}
