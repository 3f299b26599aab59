package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Reply;
import ca.greffier.house.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board of a whole house, over HTTP and in a browser. */
@Tag("once")
class BoardPagesTest {
  @TempDir Path data;
  private ShownHouse house;

  @BeforeEach
  void open() {
    house = new ShownHouse(data);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void who_is_not_signed_in_is_sent_to_the_door() {
    HttpResponse<String> answer = house.open("/tableau", "0".repeat(40));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/entree");
  }

  @Test
  void whoever_runs_the_project_sees_it_all_gaps_first() {
    Document page = house.filled().page("/tableau", house.session(ShownHouse.ETIENNE));
    assertThat(page.select(".panel h2").eachText())
        .containsExactly(
            "Écarts",
            "Décisions demandées",
            "Ce qui a changé depuis une semaine",
            "Échéancier",
            "Prochains jalons",
            "Valeur acquise",
            "Budget",
            "Risques",
            "Participation et fraîcheur");
    assertThat(status(page, "Ensemble")).startsWith("Critique");
    assertThat(status(page, "Échéancier"))
        .startsWith("Critique")
        .contains("Le plus en retard : L-12, Prototype du catalogue commun, 29 jours ouvrables");
    assertThat(status(page, "Budget"))
        .startsWith("Critique")
        .contains("2 postes dépassent de plus de 5 % ce qui est autorisé.");
    assertThat(status(page, "Portée et livrables"))
        .contains("Remis : 8 livrables sur les 9 attendus à ce jour");
    assertThat(status(page, "Risques")).startsWith("Critique").contains("1 risque est critique.");
    assertThat(page.select("#ecarts tbody tr").eachText().getFirst())
        .contains("Critique", "Prototype du catalogue commun");
    assertThat(page.select("#decisions tbody tr")).isNotEmpty();
    assertThat(page.select("#budget tbody tr").eachText().getLast()).startsWith("Total");
  }

  @Test
  void a_committee_sees_it_by_a_link_without_amounts_until_its_end_or_until_it_is_cut() {
    house.filled();
    String first = shared("Comité directeur", "2026-03-20");
    String second = shared("Bailleur", "2026-04-30");
    Document page = house.page(first, "");
    assertThat(page.select(".panel h2").eachText())
        .contains("Échéancier", "Risques")
        .doesNotContain("Écarts", "Budget");
    assertThat(page.select("form.asof")).isEmpty();
    assertThat(page.text()).contains("lien en lecture seule").doesNotContain("$");
    assertThat(house.open(ShownHouse.forged(first), "").statusCode()).isEqualTo(404);
    house.give(ShownHouse.CAMILLE, "tableau revoquer", Map.of("partage", "2"));
    HttpResponse<String> cut = house.open(second, "");
    assertThat(cut.statusCode()).isEqualTo(404);
    assertThat(cut.body()).contains("n’ouvre plus le tableau de bord");
    house.at("2026-03-20T23:00");
    assertThat(house.open(first, "").statusCode()).isEqualTo(200);
    house.at("2026-03-21T00:01");
    assertThat(house.open(first, "").statusCode()).isEqualTo(404);
  }

  /** Its path, with its token. */
  private String shared(String who, String until) {
    Reply.Said said =
        (Reply.Said)
            house.give(
                ShownHouse.CAMILLE, "tableau partager", Map.of("pour", who, "jusqua", until));
    String address = String.valueOf(said.arguments().getLast());
    return address.substring(address.indexOf("/tableau/"));
  }

  @Test
  void a_link_has_an_end_within_a_year() {
    assertThatThrownBy(() -> shared("Trop tard", "2026-03-01"))
        .hasMessageContaining("dashboard.share.past");
    assertThatThrownBy(() -> shared("Trop long", "2027-03-04"))
        .hasMessageContaining("dashboard.share.long");
  }

  @Test
  void every_picture_says_in_words_what_it_shows() {
    Document page = house.filled().page("/tableau", house.session(ShownHouse.ETIENNE));
    List<Element> pictures = page.select("svg[role=img]");
    assertThat(pictures).hasSize(4);
    for (Element picture : pictures) {
      String[] names = picture.attr("aria-labelledby").split(" ");
      assertThat(text(page, names[0])).isNotBlank();
      assertThat(text(page, names[1])).hasSizeGreaterThan(60);
    }
    assertThat(text(page, "echeancier-texte"))
        .contains("L-12 Prototype du catalogue commun : Glissé, 29 jours; prévu le");
    assertThat(text(page, "risques-texte")).contains("R-01 : Critique, probabilité 4, impact 5.");
  }

  @Test
  void a_member_sees_neither_gaps_nor_amounts() {
    Document page = house.filled().page("/tableau", house.session(ShownHouse.MATHIEU));
    assertThat(page.select(".panel").eachAttr("id"))
        .containsExactly("changements", "echeancier", "jalons", "risques", "fraicheur");
    assertThat(page.select("main").text()).doesNotContain("$");
    assertThat(page.select(".statuses h2").eachText()).doesNotContain("Budget");
  }

  @Test
  void what_has_changed_in_a_week_is_told_with_before_and_after() {
    Document page = house.filled().page("/tableau", house.session(ShownHouse.ETIENNE));
    assertThat(text(page, "changements"))
        .contains("2 changements depuis le lundi 9 mars 2026.")
        .contains("L-12 Prototype du catalogue commun date prévue")
        .contains("B-03 Prêt numérique : projet pilote prévision finale");
    Document member = house.page("/tableau", house.session(ShownHouse.MATHIEU));
    assertThat(text(member, "changements")).contains("1 changement depuis").doesNotContain("B-03");
  }

  @Test
  void a_day_of_the_past_is_shown_as_it_was_known() {
    house.filled();
    String session = house.session(ShownHouse.ETIENNE);
    Document then = house.page("/tableau?au=2026-03-03", session);
    assertThat(then.select("main").text())
        .contains("Au mardi 3 mars 2026", "Tel qu’on le savait à la fin de ce jour-là")
        .contains("Aucun écart n’est ouvert.");
    assertThat(text(then, "echeancier-texte"))
        .contains("L-12 Prototype du catalogue commun : À venir");
    Document before = house.page("/tableau?au=2026-02-01", session);
    assertThat(text(before, "echeancier")).contains("Aucune date n’est à dessiner.");
    for (String wrong : List.of("2026-03-17", "hier", "2026-02-30", "%3Cb%3E")) {
      HttpResponse<String> answer = house.open("/tableau?au=" + wrong, session);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(answer.body()).contains("écrivez-la comme 2026-03-03").doesNotContain("<b>");
    }
  }

  @Test
  void it_speaks_the_reader_s_language() {
    Document page = house.filled().page("/tableau", house.session(ShownHouse.DAVID));
    assertThat(page.select("html").attr("lang")).isEqualTo("en-CA");
    assertThat(page.select("h1").text()).isEqualTo("Dashboard");
    assertThat(page.select("main").text()).doesNotContain("Échéancier");
  }

  @Test
  void an_empty_project_says_that_nothing_is_known() {
    Document page = house.page("/tableau", house.session(ShownHouse.ETIENNE));
    assertThat(status(page, "Ensemble")).startsWith("Données insuffisantes");
    assertThat(page.select("svg[role=img], table")).isEmpty();
    assertThat(page.select("#ecarts").text()).contains("Aucun écart n’est ouvert.");
  }

  @Test
  void what_people_type_is_never_read_as_a_page() {
    house.store.jdbi().useHandle(handle -> handle.execute("UPDATE body SET name = '<b>&\"'"));
    house.filled();
    house
        .store
        .jdbi()
        .useHandle(handle -> handle.execute("UPDATE deliverable SET title = '</title><script>'"));
    Document page = house.page("/tableau", house.session(ShownHouse.ETIENNE));
    assertThat(page.select("script, b")).isEmpty();
    assertThat(text(page, "echeancier-texte")).contains("</title><script>");
  }

  @Test
  void nothing_is_run_and_nothing_is_kept() {
    HttpResponse<String> answer =
        house.filled().open("/tableau", house.session(ShownHouse.ETIENNE));
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.body()).doesNotContain("<script", " style=", " onload");
  }

  @Test
  void it_is_accessible_narrow_and_wide_light_and_dark() {
    house.filled();
    try (Browser browser = Browser.open()) {
      browser.visit(house.url("/entree"));
      browser.cookie("greffier-session", house.session(ShownHouse.ETIENNE));
      for (boolean dark : List.of(false, true)) {
        for (int width : List.of(320, 1280)) {
          String look = "board-" + (dark ? "dark-" : "light-") + width;
          browser.dark(dark).wide(width).visit(house.url("/tableau")).whole(look);
          assertThat(browser.violations()).as(look).isEmpty();
          assertThat(browser.overflow()).as(look + ": wider than the window").isZero();
        }
      }
      browser.printed("board-a4", 8.27, 11.69).printed("board-letter", 8.5, 11);
    }
  }

  @Test
  void it_is_walked_by_keyboard_and_the_focus_is_always_seen() {
    house.filled();
    try (Browser browser = Browser.open()) {
      browser.wide(1280).visit(house.url("/entree"));
      browser.cookie("greffier-session", house.session(ShownHouse.ETIENNE));
      browser.visit(house.url("/tableau"));
      List<String> stops = browser.walk();
      assertThat(stops.getFirst()).isEqualTo("Aller au contenu");
      assertThat(stops)
          .containsSubsequence(
              "English",
              "Voir le tableau au",
              "Voir",
              "Échéancier",
              "Budget",
              "Portée et livrables",
              "Risques",
              "Participation et fraîcheur",
              "L’échéancier",
              "La courbe en S",
              "Le budget par poste",
              "La carte des risques",
              "Vos sessions");
      browser.visit(house.url("/tableau")).tabTo(".skip").press(org.openqa.selenium.Keys.ENTER);
      assertThat(browser.focused()).isEqualTo("contenu");
    }
  }

  private static String text(Document page, String id) {
    return Objects.requireNonNull(page.getElementById(id), id).text();
  }

  private static String status(Document page, String name) {
    return page.select(".statuses > li").stream()
        .filter(item -> item.select("h2").text().equals(name))
        .findFirst()
        .orElseThrow()
        .text()
        .substring(name.length())
        .strip();
  }
}
