package ca.greffier.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.house.CommandWords;
import ca.greffier.house.TestProject;
import ca.greffier.schedule.CronTicks;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.Language;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What will be sent, and why something was. It begins on Monday, 2 March 2026. */
class ForesightTest {
  private final TestProject project = new TestProject("2026-03-02T09:00");
  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);
  private final PersonId member = project.person("Zoe", "Lavoie", Role.MEMBER);
  private final List<Sweep> sweeps = new ArrayList<>();
  private final Foresight foresight =
      new Foresight(project.jdbi, () -> sweeps, new CronTicks(TestProject.ZONE));
  private final List<Command> commands =
      new ForesightCommands(
              project.jdbi, foresight, new Reasons(project.people, project.messages), project.kinds)
          .all();

  ForesightTest() {
    project.open(commands);
  }

  /** Posts once a day, and remembers in the outbox alone that it did. */
  private final class Daily implements Sweep {
    @Override
    public String name() {
      return "quotidien";
    }

    @Override
    public String cron() {
      return "0 0 8 ? * MON-FRI";
    }

    @Override
    public void run(Instant now) {
      LocalDate day = LocalDate.ofInstant(now, TestProject.ZONE);
      project.jdbi.useTransaction(
          _ -> project.outbox.put("point:" + day, Post.of("12", "Bonjour")));
    }
  }

  private final class Failing implements Sweep {
    @Override
    public String name() {
      return "fautif";
    }

    @Override
    public String cron() {
      return "0 0 9 ? * MON-FRI";
    }

    @Override
    public void run(Instant now) {
      project.jdbi.useHandle(handle -> handle.execute("SELECT 1/0"));
    }
  }

  private final class Outward implements Sweep {
    @Override
    public String name() {
      return "dehors";
    }

    @Override
    public String cron() {
      return "0 * * ? * *";
    }

    @Override
    public void run(Instant now) {
      throw new AssertionError("it would have talked to the network");
    }

    @Override
    public boolean isForeseeable() {
      return false;
    }
  }

  @Test
  void every_tick_to_come_is_run_and_undone() {
    sweeps.add(new Daily());
    sweeps.add(new Outward());
    project.outbox.put(
        "annonce:7:0", Post.of("34", "Demain"), TestProject.instant("2026-03-04T12:00"));
    Reply.Together reply =
        (Reply.Together) project.as(officer, "prevoir", Map.of("horizon", "7 jours"));
    assertThat(project.rows(reply.parts().getFirst()))
        .hasSize(6)
        .first()
        .asString()
        .contains("mardi 3 mars 2026", "salon 12", "message Discord", "Question d’avancement");
    assertThat(project.rows(reply.parts().getFirst()).get(2))
        .contains("mercredi 4 mars 2026", "12\u00a0h", "salon 34", "rencontre 7");
    assertThat(project.outbox.counts()).containsExactly(new Outbox.Count("waiting", 1));
  }

  @Test
  void it_stops_where_there_would_be_too_much_to_run() {
    sweeps.add(new Daily());
    Foresight.Outlook outlook =
        foresight.look(project.clock.instant(), TestProject.instant("2026-03-31T09:00"), 3);
    assertThat(outlook.parcels()).hasSize(3);
    assertThat(outlook.until()).isEqualTo(TestProject.instant("2026-03-06T08:00"));
  }

  @Test
  void a_sweep_that_fails_leaves_nothing_behind() {
    sweeps.add(new Daily());
    sweeps.add(new Failing());
    assertThatThrownBy(
            () ->
                foresight.look(
                    project.clock.instant(), TestProject.instant("2026-03-05T09:00"), 100))
        .hasMessageContaining("division by zero");
    assertThat(project.outbox.counts()).isEmpty();
  }

  @Test
  void nothing_to_come_is_said() {
    assertThat(project.said(project.as(officer, "prevoir", Map.of("horizon", "1"))))
        .startsWith("Aucun message ne partira d’ici au mardi 3 mars 2026");
    assertThatThrownBy(() -> project.as(member, "prevoir", Map.of()))
        .hasMessageContaining("desk.role");
  }

  @Test
  void each_may_ask_why_of_what_they_received() {
    assertThat(project.said(project.as(member, "pourquoi", Map.of())))
        .isEqualTo("Je ne vous ai encore rien envoyé.");
    project.outbox.put("point-relance:12:7", letter("zoe.lavoie@biblio.example"));
    project.outbox.put("ecart:3:1:1", letter("camille.roy@biblio.example"));
    assertThat(project.carried()).hasSize(2);
    assertThat(project.rows(project.as(member, "pourquoi", Map.of())))
        .singleElement()
        .asString()
        .startsWith("1 | ")
        .endsWith("Rappel du point d’avancement 12");
    assertThat(project.fields(project.as(member, "pourquoi", Map.of("envoi", "1"))))
        .contains(
            "Destinataire: zoe.lavoie@biblio.example",
            "Pourquoi: Le point approche de sa fin et aucune réponse n’était arrivée.");
    assertThatThrownBy(() -> project.as(member, "pourquoi", Map.of("envoi", "2")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("outbox.received.unknown");
    assertThat(project.fields(project.as(officer, "pourquoi", Map.of("envoi", "1")))).hasSize(5);
  }

  @Test
  void what_cannot_be_told_is_told_to_be_so() {
    Reasons reasons = new Reasons(project.people, project.messages);
    assertThat(project.messages.say(Language.FRENCH, reasons.why("inconnu:1")))
        .isEqualTo("Une commande ou une tâche de Greffier l’a demandé.");
  }

  /** What the once-keys of the house begin with. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "point", "point-relance", "point-relance-2", "point-silence", "synthese", "ecart",
        "ecart-mesure", "ecart-suivi", "rapport", "sondage", "sondage-rappel", "sondage-resultat",
        "changement", "revue", "document-abime", "absence", "convocation", "convocation-rappel",
        "convocation-annulation", "annonce", "compte-rendu"
      })
  void every_message_says_what_it_is_why_it_left_and_how_to_get_fewer(String kind) {
    Reasons reasons = new Reasons(project.people, project.messages);
    String key = kind + ":1:2";
    assertThat(List.of(reasons.what(key), reasons.why(key), reasons.less(key)))
        .extracting(Phrase::key)
        .containsExactly("outbox.what." + kind, "outbox.why." + kind, "outbox.less." + kind);
  }

  @Test
  void the_commands_have_their_words() {
    CommandWords.check(new Commands(commands), project.messages);
  }

  private static Letter letter(String address) {
    return Letter.of(LetterClass.RELANCE, address, "", Language.FRENCH, "point", Map.of());
  }
}
