package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Reply;
import ca.greffier.config.Organisation;
import ca.greffier.house.Snapshots;
import ca.greffier.mail.Templates;
import ca.greffier.outbox.Carrier;
import ca.greffier.outbox.Dispatch;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.Outgoing;
import ca.greffier.outbox.Parcel;
import ca.greffier.text.Language;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weekly report, of the demonstration's project on Monday, 16 March 2026. */
class ReportStoryTest {
  @TempDir private Path data;

  @Test
  void it_leaves_once_on_the_first_working_day_of_the_week_to_those_in_charge() {
    try (ShownHouse shown = new ShownHouse(data).filled()) {
      shown.at("2026-03-16T07:00");
      shown.sweep("rapports");
      assertThat(reports(shown)).as("before office hours").isEmpty();
      shown.at("2026-03-16T08:15");
      shown.sweep("rapports");
      shown.sweep("rapports");
      List<Letter> sent = reports(shown);
      assertThat(sent).extracting(Letter::address).hasSize(2).doesNotHaveDuplicates();
      snapshot(shown, sent, ShownHouse.ETIENNE, "fr/rapport");
      shown.at("2026-03-17T08:15");
      shown.sweep("rapports");
      assertThat(reports(shown)).as("on Tuesday").isEmpty();
      shown.at("2026-04-06T08:15");
      shown.sweep("rapports");
      assertThat(reports(shown)).as("on Easter Monday").isEmpty();
      shown.at("2026-04-07T08:15");
      shown.sweep("rapports");
      assertThat(reports(shown)).as("on the day after it").hasSize(2);
    }
  }

  @Test
  void it_is_shown_whenever_it_is_asked_for() {
    try (ShownHouse shown = new ShownHouse(data).filled()) {
      Reply.Card card = (Reply.Card) shown.give(ShownHouse.CAMILLE, "rapport voir", Map.of());
      assertThat(card.fields())
          .hasSize(8)
          .allSatisfy(
              field ->
                  assertThat(shown.house.messages.word(Language.FRENCH, field.value()))
                      .isNotBlank());
    }
  }

  private static void snapshot(ShownHouse shown, List<Letter> sent, String to, String name) {
    Letter letter =
        sent.stream().filter(each -> each.address().equals(to)).findFirst().orElseThrow();
    Templates templates =
        new Templates(
            shown.house.messages,
            new Organisation(
                "Réseau exemple", "1, rue de l’Exemple", "secretariat@exemple.ca", null, null),
            URI.create("https://greffier.exemple.ca"),
            null);
    Templates.Rendered rendered = templates.render(letter, new Templates.Links(null, null));
    Snapshots.verify(
        "mail/" + name + ".txt", "Objet : " + rendered.subject() + "\n\n" + rendered.text());
    Snapshots.verify("mail/" + name + ".html", rendered.html());
  }

  /** The reports that have left since the last time. */
  private static List<Letter> reports(ShownHouse shown) {
    List<Outgoing> shelf = new ArrayList<>();
    Carrier carrier =
        new Carrier() {
          @Override
          public boolean carries(Outgoing what) {
            return true;
          }

          @Override
          public String carry(Parcel parcel) {
            shelf.add(parcel.what());
            return "250 ok";
          }
        };
    new Dispatch(shown.store.jdbi(), shown.house.suppressions, List.of(carrier), shown.clock)
        .run(shown.clock.instant());
    return shelf.stream()
        .filter(Letter.class::isInstance)
        .map(Letter.class::cast)
        .filter(letter -> letter.template().equals("rapport"))
        .toList();
  }
}
