package ca.greffier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Actor;
import ca.greffier.command.Ask;
import ca.greffier.command.AskId;
import ca.greffier.command.Command;
import ca.greffier.command.Desk.Opened;
import ca.greffier.command.Identity;
import ca.greffier.command.Kinds;
import ca.greffier.command.Need;
import ca.greffier.command.Param;
import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several questions answered in one mail, a line for each, with words around. */
class FilledTest {
  private static final Messages MESSAGES = Messages.load(ZoneId.of("America/Toronto"));
  private static final Kinds KINDS = new Kinds(MESSAGES, InstantSource.fixed(Instant.EPOCH));

  private final Param<String> state = Param.optional("etat", KINDS.choice("avancement", states()));
  private final Param<Integer> percent = Param.optional("pourcentage", KINDS.percent());
  private final Param<String> date = Param.optional("date", KINDS.text(50));
  private final Param<String> spent = Param.optional("depense", KINDS.text(50));
  private final Param<String> words =
      Param.needed("texte", KINDS.longText(900), Need.unless(state, percent, date, spent));
  private final Param<String> blocker =
      Param.needed("blocage", KINDS.longText(900), Need.when(state, "bloque"));

  @Test
  void french_lines_fill_their_blanks_and_the_words_around_are_kept() {
    Filled filled =
        read(
            """
            Bonjour,

            État\u00a0: en retard
            %\u00a0: 60
            Date\u00a0: 12 mars
            Dépensé : 1\u00a0200\u00a0$

            Le serveur est arrivé plus tard que prévu.

            Merci,
            Zoé
            """);
    assertThat(filled.missing()).isEmpty();
    assertThat(filled.values())
        .isEqualTo(
            Map.of(
                "etat", "en retard",
                "pourcentage", "60",
                "date", "12 mars",
                "depense", "1 200 $",
                "texte", "Le serveur est arrivé plus tard que prévu."));
  }

  @Test
  void english_lines_do_too() {
    assertThat(read("State: late\n- Progress: 60%\n* Spent = 1200\nDate: March 12").values())
        .isEqualTo(
            Map.of("etat", "late", "pourcentage", "60%", "depense", "1200", "date", "March 12"));
  }

  @Test
  void thanks_alone_are_no_words() {
    assertThat(read("Bonjour Greffier,\nAvancement : 60\nMerci beaucoup!\nZoé Lavoie").values())
        .isEqualTo(Map.of("pourcentage", "60"));
  }

  @Test
  void words_alone_are_taken_whole() {
    assertThat(read("Bonjour,\n\nTout avance.\nMerci,\nZoé").values())
        .isEqualTo(Map.of("texte", "Bonjour,\n\nTout avance.\nMerci,\nZoé"));
  }

  @Test
  void a_question_that_an_answer_calls_for_is_missing() {
    Filled blocked = read("État : bloqué\nIl nous manque quelque chose.");
    assertThat(blocked.values()).containsEntry("texte", "Il nous manque quelque chose.");
    assertThat(blocked.missing()).isEqualTo(List.of(blocker));
    assertThat(read("État : bloqué\nBloqué par : le contrat").missing()).isEmpty();
    assertThat(read("Etat : en retard").missing()).isEmpty();
  }

  @Test
  void the_same_label_twice_keeps_the_first_and_the_other_is_words() {
    assertThat(read("% : 60\n% : 70").values())
        .isEqualTo(Map.of("pourcentage", "60", "texte", "% : 70"));
  }

  private Filled read(String typed) {
    List<Param<?>> blanks = List.of(state, percent, date, spent, words, blocker);
    Command command =
        Command.of(
            "point donner",
            Role.MEMBER,
            _ -> Reply.said("mail.done"),
            blanks.toArray(Param<?>[]::new));
    PersonId person = new PersonId(1);
    Actor actor =
        new Actor(
            Optional.of(person),
            Identity.email("z@e.example"),
            "Zoé",
            Language.FRENCH,
            Role.MEMBER);
    Ask ask = new Ask(new AskId(1), person, "point donner", Map.of(), Instant.MAX, false);
    return Filled.of(new Opened(ask, actor, command, blanks), typed, MESSAGES);
  }

  private static Map<String, String> states() {
    Map<String, String> states = new LinkedHashMap<>();
    for (String each : List.of("en-retard", "bloque")) states.put(each, each);
    return states;
  }
}
