package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.house.Browser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking for a newsletter on its page. */
@Tag("once")
class SubscribePagesTest {
  private static final String PAGE = "/infolettres/nouvelles/abonnement";

  @TempDir Path data;
  private ShownHouse house;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void open() {
    house = new ShownHouse(data);
    house.give(
        ShownHouse.CAMILLE,
        "infolettre creer",
        Map.of("liste", "nouvelles", "titre", "Les nouvelles <du réseau>"));
  }

  @AfterEach
  void close() {
    http.close();
    house.close();
  }

  @Test
  void the_page_says_who_asks_and_ticks_nothing() throws Exception {
    Document page = Jsoup.parse(get(PAGE).body());
    assertThat(page.select("input[type=checkbox]").hasAttr("checked")).isFalse();
    assertThat(page.select("main").text())
        .contains("Les nouvelles <du réseau>", "Association des bibliothèques", "retirer votre");
    assertThat(get("/infolettres/autre/abonnement").statusCode()).isEqualTo(404);
    assertThat(Jsoup.parse(get("/infolettres/nouvelles").body()).select("main a").attr("href"))
        .startsWith(PAGE);
  }

  @Test
  void what_is_missing_is_said_and_what_was_typed_stays() throws Exception {
    HttpResponse<String> answer = post(PAGE, "courriel=anne%40alma.example&prenom=Anne");
    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".problem").text()).contains("Cochez la case");
    assertThat(page.select("#courriel").attr("value")).isEqualTo("anne@alma.example");
    assertThat(post(PAGE, "consentement=oui").body()).contains("Donnez votre adresse");
    assertThat(post(PAGE, "consentement=oui&courriel=pas+une").statusCode()).isEqualTo(422);
  }

  @Test
  void the_link_of_the_letter_confirms_by_a_button() throws Exception {
    HttpResponse<String> answer =
        post(PAGE, "courriel=anne%40alma.example&consentement=oui&langue=fr");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Voyez vos courriels");
    String token = house.house.tokens.of("inscription:1");
    assertThat(get("/abonnement/" + token).body()).contains("Confirmer");
    assertThat(subscribed()).isZero();
    assertThat(post("/abonnement/" + token, "").body()).contains("Abonnement confirmé");
    assertThat(subscribed()).isEqualTo(1);
    assertThat(post("/abonnement/" + "a".repeat(32), "").statusCode()).isEqualTo(410);
  }

  @Test
  void the_page_is_open_to_all() {
    try (Browser browser = Browser.open()) {
      for (int width : List.of(320, 1280)) {
        browser.wide(width).visit(house.url(PAGE)).whole("subscribe-" + width);
        assertThat(browser.violations()).as("at " + width).isEmpty();
        assertThat(browser.overflow()).as("at " + width).isZero();
      }
    }
  }

  @Test
  void the_holder_of_a_letter_chooses_their_language_and_lists() throws Exception {
    house.give(
        ShownHouse.CAMILLE, "infolettre creer", Map.of("liste", "autres", "titre", "Les autres"));
    for (String list : List.of("nouvelles", "autres"))
      post(
          "/infolettres/" + list + "/abonnement",
          "courriel=anne%40alma.example&consentement=oui&langue=fr");
    for (int i = 1; i <= 2; i++)
      post("/abonnement/" + house.house.tokens.of("inscription:" + i), "");
    String path = "/u/" + house.house.tokens.of("abonnement:1") + "/preferences";
    Document page = Jsoup.parse(get(path).body());
    assertThat(page.select("input[type=checkbox][checked]").eachAttr("value"))
        .containsExactly("nouvelles", "autres");
    assertThat(page.select("input[type=radio][checked]").attr("value")).isEqualTo("fr");
    assertThat(page.select("main").text()).contains("anne@alma.example");
    assertThat(post(path, "langue=en&offerte=nouvelles&offerte=autres&liste=nouvelles").body())
        .contains("ne recevra plus", "Les autres");
    page = Jsoup.parse(get(path).body());
    assertThat(page.select("input[type=checkbox]").eachAttr("value")).containsExactly("nouvelles");
    assertThat(page.select("input[type=radio][checked]").attr("value")).isEqualTo("en");
    assertThat(page.select("#fuseau option[selected]").text()).isEqualTo("Celui de l’organisation");
    assertThat(post(path, "fuseau=America%2FHalifax").body()).contains("notés");
    assertThat(Jsoup.parse(get(path).body()).select("#fuseau option[selected]").text())
        .isEqualTo("Halifax, heure de l’Atlantique");
    assertThat(post(path, "fuseau=Lune").body()).contains("«\u00a0Lune\u00a0» n’est pas un fuseau");
    assertThat(post(path, "").body()).as("what was not shown is not left").contains("notés");
    assertThat(Jsoup.parse(get(path).body()).select("input[type=checkbox]")).hasSize(1);
    assertThat(get("/u/" + "a".repeat(32) + "/preferences").statusCode()).isEqualTo(404);
    try (Browser browser = Browser.open()) {
      browser.wide(320).visit(house.url(path)).whole("preferences");
      assertThat(browser.violations()).isEmpty();
      assertThat(browser.overflow()).isZero();
    }
  }

  private int subscribed() {
    return house
        .store
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("SELECT count(*) FROM subscription").mapTo(int.class).one());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(house.url(path))).header("Accept-Language", "fr").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(house.url(path)))
            .header("Accept-Language", "fr")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
