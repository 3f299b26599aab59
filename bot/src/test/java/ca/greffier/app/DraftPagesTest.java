package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Attachment;
import ca.greffier.house.Browser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft written in a browser. */
@Tag("once")
class DraftPagesTest {
  private static final String PATH = "/redaction/nouvelles/1";

  @TempDir Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private ShownHouse house;
  private String camille;

  @BeforeEach
  void draft() {
    house = new ShownHouse(data);
    house.give(
        ShownHouse.CAMILLE,
        "infolettre creer",
        Map.of("liste", "nouvelles", "titre", "Les nouvelles"));
    house.give(
        ShownHouse.CAMILLE,
        "infolettre rediger",
        Map.of("liste", "nouvelles", "titre", "Bilan", "texte", "## Le prêt\n\nIl avance."));
    camille = house.session(ShownHouse.CAMILLE);
  }

  @AfterEach
  void close() {
    http.close();
    house.close();
  }

  @Test
  void what_is_typed_is_looked_at_then_saved() throws Exception {
    Document page = house.page(PATH, camille);
    assertThat(page.select("textarea").text()).contains("Il avance.");
    assertThat(page.select("article h2").text()).isEqualTo("Le prêt");
    assertThat(page.select("[role=status]").text()).contains("rien à redire");
    String seal = page.select("input[name=_seal]").attr("value");

    String text = "## Autre\n\n[Lisez ici](https://exemple.ca)<script>alert(1)</script>";
    page = send(seal, "apercu", "Printemps", text);
    assertThat(page.select("article h2").text()).isEqualTo("Autre");
    assertThat(page.select("article script")).isEmpty();
    assertThat(page.select("#titre").attr("value")).isEqualTo("Printemps");
    assertThat(house.page(PATH, camille).select("#titre").attr("value")).isEqualTo("Bilan");

    page = send(seal, "enregistrer", "Printemps", "[ici](https://exemple.ca)");
    assertThat(page.select("[role=status]").text())
        .contains("nouvelles/1 est changée", "ne dit pas où il mène");
    assertThat(house.page(PATH, camille).select("#titre").attr("value")).isEqualTo("Printemps");

    page = send(seal, "enregistrer", "Printemps", "{{météo}}");
    assertThat(page.select(".problem").text()).contains("météo");
    assertThat(page.select("textarea").text()).isEqualTo("{{météo}}");
  }

  @Test
  void public_pictures_of_the_register_show_on_pages_and_no_others() throws Exception {
    byte[] png = png(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB));
    for (String kind : List.of("public", "interne"))
      picture("Carte " + kind, kind, "carte.png", png);
    house.give(
        ShownHouse.CAMILLE,
        "infolettre modifier",
        Map.of("numero", "1", "texte", "![Carte](D-1) ![Autre](https://exemple.ca/x.png)"));
    assertThat(house.page(PATH, camille).select("article img").eachAttr("src"))
        .containsExactly("/images/D-1");
    HttpResponse<String> shown = house.open("/images/D-1", "0".repeat(40));
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.headers().firstValue("Content-Type")).hasValue("image/png");
    for (String other : List.of("D-2", "D-9", "x"))
      assertThat(house.open("/images/" + other, camille).statusCode()).as(other).isEqualTo(404);
  }

  @Test
  void public_pictures_come_along_in_the_letter_made_small() throws Exception {
    Random random = new Random(7);
    BufferedImage photo = new BufferedImage(2000, 1000, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 2000; x++)
      for (int y = 0; y < 1000; y++) photo.setRGB(x, y, random.nextInt(0x40) << 16 | x << 3 | y);
    picture("Photo", "public", "photo.png", png(photo));
    picture("Plan", "public", "plan.png", png(new BufferedImage(20, 10, 1)));
    picture("Secret", "interne", "secret.png", png(new BufferedImage(20, 10, 1)));
    String text = "![Une photo](D-1) ![Le plan](D-2) ![Encore](D-1) ![Non](D-3)";
    house.give(ShownHouse.CAMILLE, "infolettre modifier", Map.of("numero", "1", "texte", text));
    Document page = house.page(PATH, camille);
    assertThat(page.select("[role=status]").text()).contains("code D-3").doesNotContain("D-2");

    house.give(ShownHouse.CAMILLE, "infolettre apercu", Map.of("numero", "1"));
    assertThat(ofLetter("payload->'data'->>'contents'"))
        .isEqualTo(
            "![Une photo](cid:D-1.jpg@greffier) ![Le plan](cid:D-2.png@greffier)"
                + " ![Encore](cid:D-1.jpg@greffier) ![Non](D-3)");
    assertThat(ofLetter("jsonb_path_query_array(payload, '$.enclosures[*].name')"))
        .isEqualTo("[\"D-1.jpg\", \"D-2.png\"]");
    byte[] small = Base64.getDecoder().decode(ofLetter("payload->'enclosures'->0->>'bytes'"));
    assertThat(small).hasSizeLessThan(22_500);
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(small));
    assertThat(shown.getWidth()).isEqualTo(2 * shown.getHeight()).isBetween(400, 1040);
  }

  @Test
  void a_picture_that_cannot_be_read_leaves_its_words_and_is_told() throws Exception {
    byte[] broken = Arrays.copyOf(png(new BufferedImage(20, 10, 1)), 60_000);
    Arrays.fill(broken, 20, 60_000, (byte) 0x41);
    picture("Cassée", "public", "cassee.png", broken);
    house.give(
        ShownHouse.CAMILLE,
        "infolettre modifier",
        Map.of("numero", "1", "texte", "![La carte](D-1)"));
    assertThat(house.page(PATH, camille).select("[role=status]").text())
        .contains("D-1", "ne peut pas être réduite");
    house.give(ShownHouse.CAMILLE, "infolettre apercu", Map.of("numero", "1"));
    assertThat(ofLetter("payload->'data'->>'contents'")).isEqualTo("![La carte](D-1)");
  }

  private String ofLetter(String what) {
    String sql = "SELECT " + what + " FROM outbox WHERE starts_with(once_key, 'apercu:')";
    return house
        .store
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  private void picture(String title, String kind, String file, byte[] bytes) {
    house.give(
        ShownHouse.CAMILLE,
        "document ajouter",
        Map.of("titre", title, "classification", kind),
        Map.of("fichier", new Attachment(file, bytes)));
  }

  private static byte[] png(BufferedImage image) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  void only_those_who_may_write_it_see_it_and_no_other_site_sends_it() throws Exception {
    assertThat(house.open(PATH, "0".repeat(40)).statusCode()).isEqualTo(303);
    HttpResponse<String> other = house.open(PATH, house.session(ShownHouse.MATHIEU));
    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(other.body()).doesNotContain("Il avance");
    assertThat(house.open("/redaction/nouvelles/9", camille).statusCode()).isEqualTo(404);
    HttpResponse<String> back =
        posted(PATH, "0".repeat(40), Map.of("titre", "Tard", "texte", "Mon <b>texte</b>"));
    assertThat(back.statusCode()).isEqualTo(401);
    assertThat(Jsoup.parse(back.body()).select("textarea").text()).isEqualTo("Mon <b>texte</b>");
    assertThat(back.body()).doesNotContain("Il avance", "_seal");
    Document stale = send("forged", "enregistrer", "Mal", "Long texte");
    assertThat(stale.select("main").text()).doesNotContain("est changée");
    assertThat(stale.select("#problem")).hasSize(1);
    assertThat(stale.select("textarea").text()).as("is not lost").isEqualTo("Long texte");
    assertThat(house.page(PATH, camille).select("#titre").attr("value")).isEqualTo("Bilan");
  }

  @Test
  void the_page_is_open_to_all() {
    try (Browser browser = Browser.open()) {
      browser.visit(house.url("/entree"));
      browser.cookie("greffier-session", camille);
      for (int width : List.of(320, 1280)) {
        browser.wide(width).visit(house.url(PATH)).whole("draft-" + width);
        assertThat(browser.violations()).as("at " + width).isEmpty();
        assertThat(browser.overflow()).as("at " + width).isZero();
      }
    }
  }

  @Test
  void what_is_typed_shows_as_it_is_typed() throws Exception {
    try (Browser browser = Browser.open()) {
      browser.visit(house.url("/entree"));
      browser.cookie("greffier-session", camille);
      browser.wide(1280).visit(house.url(PATH));
      browser.one("#texte").sendKeys("\n\n## Les *écoles*\n\n- une <script>x</script>");
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(browser.all("article h2").getLast().getText())
                      .isEqualTo("Les écoles"));
      assertThat(browser.all("article em, article li")).hasSize(2);
      assertThat(browser.all("article script")).isEmpty();
      assertThat(browser.violations()).isEmpty();
      browser.whole("draft-typed");
      assertThat(browser.one("#gone").isDisplayed()).isFalse();
      browser.cookie("greffier-session", "0".repeat(40));
      browser.one("#texte").sendKeys(".");
      Awaitility.await().until(() -> browser.one("#gone").isDisplayed());
    }
    assertThat(house.page(PATH, camille).select("article h2")).as("nothing is saved").hasSize(1);
  }

  @Test
  void each_issue_says_where_it_is() throws Exception {
    assertThat(house.page(PATH, camille).select("[role=status]").text())
        .contains("État", "projet", "Ira à");
    house.give(
        ShownHouse.CAMILLE,
        "infolettre rediger",
        Map.of("liste", "nouvelles", "titre", "Été", "texte", "Il arrive."));
    house.give(
        ShownHouse.CAMILLE,
        "infolettre envoyer",
        Map.of("numero", "2", "date", "2026-03-30", "heure", "8 h"));
    String csv = "courriel;base;date\nanne@alma.example;exprès;2025-03-01\n";
    house.give(
        ShownHouse.CAMILLE,
        "infolettre importer",
        Map.of("liste", "nouvelles"),
        Map.of("fichier", new Attachment("a.csv", csv.getBytes(StandardCharsets.UTF_8))));
    house.give(ShownHouse.CAMILLE, "infolettre envoyer", Map.of("numero", "1"));
    Document list = house.page("/redaction", camille);
    assertThat(list.select("li").eachText())
        .containsExactly(
            "Été Les nouvelles, nouvelles/2 · programmée",
            "Bilan Les nouvelles, nouvelles/1 · envoi en cours");
    assertThat(list.select("li a").eachAttr("href"))
        .containsExactly("/redaction/nouvelles/2", PATH);
    Document sent = house.page(PATH, camille);
    assertThat(sent.select("form, textarea")).isEmpty();
    assertThat(sent.select("main").text()).contains("envoi en cours", "En attente");
    assertThat(sent.select("main a").eachAttr("href")).contains("/infolettres/nouvelles/1");
    assertThat(house.open("/redaction", house.session(ShownHouse.MATHIEU)).statusCode())
        .isEqualTo(403);
    assertThat(house.open("/redaction", "0".repeat(40)).statusCode()).isEqualTo(303);
    try (Browser browser = Browser.open()) {
      browser.visit(house.url("/entree"));
      browser.cookie("greffier-session", camille);
      for (String path : List.of("/redaction", PATH)) {
        browser.wide(320).visit(house.url(path)).whole("drafts" + path.length());
        assertThat(browser.violations()).as(path).isEmpty();
        assertThat(browser.overflow()).as(path).isZero();
      }
    }
  }

  @Test
  void only_a_form_of_ours_is_shown_as_it_is_typed() throws Exception {
    assertThat(look("forged", camille).statusCode()).isEqualTo(403);
    assertThat(look("forged", "0".repeat(40)).statusCode()).isEqualTo(401);
    String seal = house.page(PATH, camille).select("input[name=_seal]").attr("value");
    HttpResponse<String> shown = look(seal, camille);
    assertThat(shown.body()).contains("<strong>T</strong>", "<h2>Bas</h2>");
    assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
        .doesNotContain("script-src");
  }

  private HttpResponse<String> look(String seal, String session) throws Exception {
    return posted(
        PATH + "/apercu", session, Map.of("_seal", seal, "titre", "T", "texte", "## Bas"));
  }

  private Document send(String seal, String act, String title, String text) throws Exception {
    Map<String, String> form = Map.of("_seal", seal, "acte", act, "titre", title, "texte", text);
    return Jsoup.parse(posted(PATH, camille, form).body());
  }

  private HttpResponse<String> posted(String path, String session, Map<String, String> fields)
      throws Exception {
    String form =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(house.url(path)))
            .header("Cookie", "greffier-session=" + session)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
