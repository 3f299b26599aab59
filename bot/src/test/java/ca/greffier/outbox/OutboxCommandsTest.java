package ca.greffier.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Actor;
import ca.greffier.command.Call;
import ca.greffier.command.Commands;
import ca.greffier.command.Identity;
import ca.greffier.command.Kinds;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class OutboxCommandsTest {
  private final SettableClock clock = SettableClock.at("2026-11-23T14:00:00Z");
  private final Messages messages = Messages.load(ZoneId.of("America/Toronto"));
  private final Jdbi jdbi = TestStore.fresh().jdbi();
  private final Outbox outbox = new Outbox(jdbi, clock);
  private final Commands commands =
      new Commands(new OutboxCommands(jdbi, new Kinds(messages, clock)).all());

  private Reply give(String command, Map<String, String> given) {
    Actor actor = Actor.stranger(Identity.email("camille@rives.example"), Language.FRENCH);
    return commands
        .named(command)
        .orElseThrow()
        .action()
        .run(new Call(actor, given, Map.of(), clock.instant(), "1"));
  }

  /** One parcel that was refused, one that waits for its time. */
  private void refuseOne() {
    outbox.put("avis:1", Post.of("12", "Bonjour"));
    outbox.put("avis:2", Post.of("34", "Demain"), clock.instant().plusSeconds(3600));
    Carrier refusing =
        new Carrier() {
          @Override
          public boolean carries(Outgoing what) {
            return true;
          }

          @Override
          public String carry(Parcel parcel) throws Never {
            throw new Never("50013 Missing Permissions", false);
          }
        };
    new Dispatch(jdbi, new Suppressions(jdbi), List.of(refusing), clock).run(clock.instant());
  }

  @Test
  void parcels_are_listed_by_state() {
    refuseOne();
    assertThat(rows(Map.of())).hasSize(2);
    assertThat(rows(Map.of("etat", "refuse")))
        .containsExactly(
            List.of(
                1L,
                "12",
                clock.instant(),
                Phrase.of("outbox.state.refused"),
                "50013 Missing Permissions"));
    assertThat(rows(Map.of("etat", "attente"))).hasSize(1);
    assertThat(rows(Map.of("etat", "douteux"))).isEmpty();
  }

  @Test
  void a_proof_tells_what_the_server_answered() {
    refuseOne();
    Reply.Card card = (Reply.Card) give("envois preuve", Map.of("envoi", "1"));
    assertThat(card.fields())
        .contains(
            new Reply.Field("outbox.addressee", "12"),
            new Reply.Field("outbox.subject", "avis:1"),
            new Reply.Field("outbox.settled", clock.instant()),
            new Reply.Field("outbox.answer", "50013 Missing Permissions"));
    for (Language language : Language.values())
      for (Reply.Field field : card.fields())
        assertThat(messages.say(language, field.label())).isNotBlank();
  }

  @Test
  void only_a_refused_parcel_is_tried_again() {
    refuseOne();
    assertThat(give("envois reprendre", Map.of("envoi", "1")))
        .isEqualTo(Reply.said("outbox.retry.done", 1L, "12"));
    assertThat(rows(Map.of("etat", "attente"))).hasSize(2);
    assertThatThrownBy(() -> give("envois reprendre", Map.of("envoi", "2")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("outbox.retry.refused");
    assertThatThrownBy(() -> give("envois preuve", Map.of("envoi", "99")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("outbox.unknown");
  }

  @Test
  void every_command_has_its_words_in_both_languages() {
    for (Language language : Language.values()) {
      for (var command : commands.all()) {
        assertThat(messages.say(language, command.key() + ".name")).isNotBlank();
        assertThat(messages.say(language, command.key() + ".help")).hasSizeLessThanOrEqualTo(100);
      }
    }
  }

  private List<List<Object>> rows(Map<String, String> given) {
    return ((Reply.Table) give("envois liste", given)).rows();
  }
}
