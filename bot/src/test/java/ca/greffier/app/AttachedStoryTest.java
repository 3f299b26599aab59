package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Actor;
import ca.greffier.command.Attachment;
import ca.greffier.command.Identity;
import ca.greffier.command.Invocation;
import ca.greffier.command.Reply;
import ca.greffier.command.Source;
import ca.greffier.house.Scene;
import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents seen from the deliverable, the meeting and the decision they are attached to. */
class AttachedStoryTest {
  private static final String PLAN =
      "code;titre;corps;responsable;poids;reference;prevu\nL-03;Guide;CD;;1;;\n";

  @TempDir Path data;
  private final Store store = TestStore.fresh();
  private final SettableClock clock = new SettableClock(Scene.at("2026-03-02T09:00"));
  private Wiring house;
  private int given;

  @BeforeEach
  void open() {
    house = new Wiring(DemoHouse.config(Language.FRENCH, data, DemoHouse.Ports.NONE), store, clock);
    store.jdbi().useHandle(handle -> handle.createScript(Scene.FOLK).execute());
    give("livrable importer", Map.of("fichier", file("plan.csv", PLAN)));
    give(
        "rencontre planifier",
        Map.of(),
        "corps",
        "CD",
        "titre",
        "Mars",
        "date",
        "2026-03-13",
        "heure",
        "13:30");
    give(
        "document ajouter",
        Map.of("fichier", file("g.txt", "Guide")),
        "titre",
        "Guide",
        "a",
        "l-03");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_deliverable_and_a_meeting_show_their_documents() {
    assertThat(give("rencontre etat", Map.of(), "rencontre", "1")).isInstanceOf(Reply.Card.class);
    give("document joindre", Map.of(), "document", "D-01", "a", "#1");
    for (Reply shown :
        List.of(
            give("livrable voir", Map.of(), "livrable", "L-03"),
            give("rencontre etat", Map.of(), "rencontre", "1"),
            give("pv voir", Map.of(), "rencontre", "1")))
      assertThat(shown)
          .isInstanceOfSatisfying(
              Reply.Together.class,
              together ->
                  assertThat(together.parts().getLast())
                      .isInstanceOfSatisfying(
                          Reply.Table.class,
                          table -> assertThat(table.rows().getFirst()).contains("D-01", "Guide")));
  }

  @Test
  void a_document_is_attached_only_to_what_exists() {
    for (String none : List.of("L-99", "#9", "CD-2026-001", "rencontre"))
      assertThatThrownBy(() -> give("document joindre", Map.of(), "document", "D-01", "a", none))
          .hasMessageContaining("document.to.unknown");
    assertThat(house.desk.suggest(camille(), "document joindre", "a", "mars"))
        .extracting(each -> each.value() + "=" + each.label())
        .containsExactly("#1=#1 · Mars");
  }

  private Actor camille() {
    return house.people.identity(Identity.email(Scene.CAMILLE)).orElseThrow();
  }

  private static Attachment file(String name, String text) {
    return new Attachment(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Reply give(String command, Map<String, Attachment> files, String... words) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) values.put(words[i], words[i + 1]);
    return house.desk.handle(
        new Invocation("t:" + ++given, camille(), command, values, files, Source.CONSOLE));
  }
}
