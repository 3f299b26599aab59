package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.house.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Minutes read in a browser, by those who were invited. */
@Tag("once")
class MinutesPagesTest {
  @TempDir Path data;
  private ShownHouse house;

  @BeforeEach
  void hold() {
    house = new ShownHouse(data);
    house.give(
        ShownHouse.CAMILLE,
        "rencontre planifier",
        Map.of(
            "corps", "CD",
            "titre", "Suivi <b>de mars</b>",
            "date", "2026-03-13",
            "heure", "9 h 30",
            "lieu", "Salle A"));
    house.give(ShownHouse.CAMILLE, "ordre ajouter", Map.of("rencontre", "1", "titre", "Le budget"));
    house.give(ShownHouse.CAMILLE, "rencontre convoquer", Map.of("rencontre", "1"));
    house.at("2026-03-13T10:00");
    house.give(
        ShownHouse.CAMILLE,
        "pv decision",
        Map.of("rencontre", "1", "point", "1", "texte", "Le budget est adopté."));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void those_who_were_invited_read_them_and_take_them_along() {
    Document page = house.page("/pv/1", house.session(ShownHouse.ETIENNE));
    assertThat(page.select("article").text()).contains("Suivi <b>de mars</b>");
    assertThat(page.select("article h2").eachText()).contains("1. Le budget");
    assertThat(page.select("article").text()).contains("Le budget est adopté.");
    assertThat(page.select("article b")).isEmpty();

    HttpResponse<String> pdf = house.open("/pv/1.pdf", house.session(ShownHouse.ETIENNE));
    assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow()).contains("pv-1.pdf");
    assertThat(pdf.body()).startsWith("%PDF-");
    assertThat(house.open("/pv/1.docx", house.session(ShownHouse.ETIENNE)).body()).startsWith("PK");
  }

  @Test
  void others_learn_nothing() {
    assertThat(house.open("/pv/1", "0".repeat(40)).statusCode()).isEqualTo(303);
    String outsider = house.session("zoe.lavoie@trois-rivieres.example");
    assertThat(house.open("/pv/1", outsider).statusCode()).isEqualTo(404);
    for (String name : new String[] {"2", "x", "1.exe", "0", "9999999999"})
      assertThat(house.open("/pv/" + name, house.session(ShownHouse.CAMILLE)).statusCode())
          .as(name)
          .isEqualTo(404);
  }

  @Test
  void the_page_is_open_to_all() {
    try (Browser browser = Browser.open()) {
      browser.visit(house.url("/entree"));
      browser.cookie("greffier-session", house.session(ShownHouse.CAMILLE));
      for (int width : List.of(320, 1280)) {
        browser.wide(width).visit(house.url("/pv/1")).whole("minutes-" + width);
        assertThat(browser.violations()).as("at " + width).isEmpty();
        assertThat(browser.overflow()).as("at " + width).isZero();
      }
    }
  }
}
