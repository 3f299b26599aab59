package ca.greffier.web;

import static ca.greffier.house.Scene.CAMILLE;
import static ca.greffier.house.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Attachment;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Journal;
import ca.greffier.house.Browser;
import ca.greffier.house.Scene;
import ca.greffier.newsletter.Archive;
import ca.greffier.newsletter.NewsletterCommands;
import ca.greffier.newsletter.NewsletterRoom;
import ca.greffier.outbox.Letter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The archive of a real newsletter over HTTP, and leaving it by one click. */
@Tag("once")
class ArchivePagesTest {
  private static final String ADDRESS = "anne@alma.example";

  private final Scene scene = new Scene(at("2026-03-02T09:00"));
  private final HttpClient http = HttpClient.newHttpClient();
  private WebDoor door;

  @BeforeEach
  void open() {
    NewsletterCommands commands = NewsletterRoom.commands(scene);
    scene.commands(commands.all());
    Desk desk =
        new Desk(
            scene.store.jdbi(),
            new Commands(commands.all()),
            scene.people,
            scene.asks,
            scene.clock,
            () -> {});
    door =
        WebDoor.open(
            new WebDoor.Address("127.0.0.1", 0, URI.create("http://localhost")),
            new WebDoor.Rooms(
                desk, new Journal(scene.store.jdbi()), scene.outbox, scene.messages, "1.2.3"),
            List.of(
                new ArchivePages(
                    new Archive(scene.store.jdbi()),
                    URI.create("https://greffier.exemple.ca/"),
                    "Réseau exemple")));
    subscribe();
    write("Bilan d’hiver");
    write("Un projet <b>secret</b>");
    scene.give(CAMILLE, "infolettre envoyer", "numero", "1");
  }

  @AfterEach
  void close() {
    door.close();
    http.close();
    scene.store.close();
  }

  @Test
  void the_list_shows_what_was_sent_and_no_draft() {
    HttpResponse<String> response = send("GET", "/infolettres/nouvelles");

    assertThat(response.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(response.body());
    assertThat(page.select("h1").text()).isEqualTo("Les nouvelles du réseau");
    assertThat(page.select("main li").eachText())
        .containsExactly("Bilan d’hiver Envoyée le lundi 2 mars 2026, à 9 h");
    assertThat(page.select("main li a").attr("href")).isEqualTo("/infolettres/nouvelles/1");
    assertThat(response.headers().firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
    assertThat(response.body()).doesNotContain("secret", ADDRESS);
  }

  @Test
  void an_issue_reads_as_its_letter_did() {
    HttpResponse<String> response = send("GET", "/infolettres/nouvelles/1?lang=fr");

    Document page = Jsoup.parse(response.body());
    assertThat(page.title()).startsWith("Bilan d’hiver – Les nouvelles du réseau");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("article h2").text()).isEqualTo("Le catalogue");
    assertThat(page.select("article td").eachText()).containsExactly("Collecte", "de mai à août");
    assertThat(page.select("article a").attr("href")).isEqualTo("https://exemple.ca/proto");
    assertThat(page.select("article img, article script")).isEmpty();
    assertThat(page.select("main > p a").attr("href")).isEqualTo("/infolettres/nouvelles?lang=fr");
  }

  @Test
  void the_archive_is_searched_whatever_the_accents_and_the_pages_are_counted() {
    assertThat(found("catalogues")).containsExactly("Bilan d’hiver");
    assertThat(found("etape")).containsExactly("Bilan d’hiver");
    assertThat(found("secret")).as("a draft").isEmpty();
    Document none = Jsoup.parse(send("GET", "/infolettres/nouvelles?mots=%3Cb%3E").body());
    assertThat(none.select("main [role=status]").text()).contains("« <b> »");
    assertThat(state()).contains("Pages ouvertes dans l’archive = 0");
    send("GET", "/infolettres/nouvelles/1");
    send("GET", "/infolettres/nouvelles/1");
    assertThat(state()).contains("Pages ouvertes dans l’archive = 2");
  }

  private List<String> found(String word) {
    return Jsoup.parse(send("GET", "/infolettres/nouvelles?mots=" + word).body())
        .select("main li a")
        .eachText();
  }

  @Test
  void a_feed_reader_gets_what_was_sent() throws Exception {
    HttpResponse<String> response = send("GET", "/infolettres/nouvelles/atom.xml");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/atom+xml");
    Document feed = Jsoup.parse(response.body(), org.jsoup.parser.Parser.xmlParser());
    assertThat(feed.select("feed > title").text()).isEqualTo("Les nouvelles du réseau");
    assertThat(feed.select("entry > title").eachText()).containsExactly("Bilan d’hiver");
    assertThat(feed.select("entry > id").text())
        .isEqualTo("https://greffier.exemple.ca/infolettres/nouvelles/1");
    assertThat(feed.select("entry > updated").text()).isEqualTo("2026-03-02T14:00:00Z");
    assertThat(Jsoup.parse(feed.select("entry > content").text()).select("h2").text())
        .isEqualTo("Le catalogue");
    assertThat(response.body()).doesNotContain("secret", ADDRESS);
    assertThat(send("GET", "/infolettres/autre/atom.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void what_is_not_sent_or_does_not_exist_is_not_found() {
    for (String path :
        List.of("/nouvelles/2", "/nouvelles/9", "/nouvelles/x", "/nouvelles/0", "/autre", "/a/1"))
      assertThat(send("GET", "/infolettres" + path).statusCode()).as(path).isEqualTo(404);
  }

  @Test
  void one_click_on_the_link_of_a_letter_leaves_the_list() {
    Letter letter = scene.letters().getFirst();
    String path = "/u/" + scene.tokens.of(String.valueOf(letter.unsubscribe()));

    send("GET", path);
    assertThat(state()).contains("Désabonnements depuis l’envoi = 0");
    HttpResponse<String> left = send("POST", path);

    assertThat(left.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(left.body()).select("main").text())
        .contains("ne recevra plus l’infolettre « Les nouvelles du réseau »");
    assertThat(state()).contains("Désabonnements depuis l’envoi = 1");
    assertThat(send("POST", path).statusCode()).isEqualTo(200);
    assertThat(send("POST", "/u/" + "a".repeat(32)).statusCode()).isEqualTo(404);
  }

  @Test
  void the_pages_are_accessible_and_fit() {
    try (Browser browser = Browser.open()) {
      for (boolean dark : List.of(false, true)) {
        for (int width : List.of(320, 1280)) {
          browser.dark(dark).wide(width);
          for (String path : List.of("/infolettres/nouvelles", "/infolettres/nouvelles/1")) {
            browser.visit("http://127.0.0.1:" + door.port() + path);
            String name = "archive" + path.length() + (dark ? "-dark-" : "-light-") + width;
            browser.picture(name);
            assertThat(browser.violations()).as(name).isEmpty();
            assertThat(browser.overflow()).as(name).isZero();
          }
        }
      }
    }
  }

  private void subscribe() {
    String table = "courriel;base;date\n" + ADDRESS + ";exprès;2025-03-01\n";
    Attachment file = new Attachment("abonnements.csv", table.getBytes(StandardCharsets.UTF_8));
    scene.give(
        CAMILLE,
        "infolettre importer",
        Map.of("fichier", file),
        "liste",
        "nouvelles",
        "titre",
        "Les nouvelles du réseau");
  }

  private void write(String title) {
    String words =
        """
        # Le catalogue

        Il avance\u00a0: [voyez](https://exemple.ca/proto)<script>alert(1)</script>.

        - Un essai en mars
        - Un autre en avril

        | Étape | Quand |
        | --- | --- |
        | Collecte | de mai à août |

        ![Une photo](https://exemple.ca/photo.png)
        """;
    scene.give(CAMILLE, "infolettre rediger", "liste", "nouvelles", "titre", title, "texte", words);
  }

  private String state() {
    return scene.words(scene.give(CAMILLE, "infolettre etat", "numero", "1"));
  }

  private HttpResponse<String> send(String method, String path) {
    URI address = URI.create("http://127.0.0.1:" + door.port() + path);
    try {
      return http.send(
          HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
