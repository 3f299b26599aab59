package ca.greffier.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.AskId;
import ca.greffier.outbox.Post.Button;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PayloadTest {
  @Test
  void a_post_is_read_back_with_its_buttons() {
    Post post =
        new Post(
            "12",
            "**Bonjour**",
            List.of(
                new Button("Oui", "rencontre repondre", Map.of("rencontre", "4")),
                Button.answering("Non", new AskId(7), Map.of("reponse", "non"))));
    assertThat(Payload.read("post", Payload.write(post))).isEqualTo(post);
  }

  @Test
  void an_event_is_read_back_with_its_hours() {
    Instant starts = Instant.parse("2026-03-13T17:30:00Z");
    ServerEvent event =
        new ServerEvent(
            "12", "4", "Suivi", "Salle A", starts, starts.plusSeconds(60), "Texte", true);
    assertThat(Payload.read("event", Payload.write(event))).isEqualTo(event);
  }

  @Test
  void a_button_written_before_asks_is_still_read() {
    String old =
        """
        {"channel":"12","text":"a","buttons":[{"label":"Oui","command":"bonjour","given":{}}]}
        """;
    assertThat(Payload.read("post", old))
        .isEqualTo(new Post("12", "a", List.of(new Button("Oui", "bonjour", Map.of()))));
  }
}
