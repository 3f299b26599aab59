package ca.greffier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.greffier.house.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages in a real browser: by keyboard, narrow and wide, light and dark, without script. */
@Tag("once")
class BrowserTest {
  private static final List<Integer> WIDTHS = List.of(320, 1280);

  private final OpenHouse house = new OpenHouse();
  private Browser browser;

  @BeforeEach
  void open() {
    browser = Browser.open();
  }

  @AfterEach
  void close() {
    if (browser != null) browser.close();
    house.close();
  }

  @Test
  void a_form_is_filled_and_sent_by_keyboard_alone() {
    browser.wide(1280).visit(house.url("/r/" + house.askPresence(OpenHouse.AGATHE)));

    browser.tabTo("#field-presence").press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    browser.tabTo("#field-commentaire").press("Je passe par Zoé");
    browser.tabTo("button").leave(() -> browser.press(Keys.ENTER));

    assertThat(browser.one("h1").getText()).isEqualTo("C’est fait");
    assertThat(house.toys.ran.getFirst().given())
        .containsEntry("presence", "procuration")
        .containsEntry("commentaire", "Je passe par Zoé");
  }

  @Test
  void a_refused_form_takes_the_reader_to_what_is_wrong() {
    browser.wide(1280).visit(house.url("/r/" + house.askPresence(OpenHouse.AGATHE)));
    browser.tabTo("button").leave(() -> browser.press(Keys.ENTER));

    assertThat(browser.title()).startsWith("Votre réponse n’est pas encore envoyée");
    assertThat(browser.script("return document.activeElement.className")).isEqualTo("problems");
    browser.press(Keys.TAB).press(Keys.ENTER);
    assertThat(browser.focused()).isEqualTo("field-presence");
  }

  @Test
  void a_file_and_every_other_shape_are_sent_by_a_browser() throws Exception {
    browser.wide(1280).visit(house.url("/r/" + house.ask(OpenHouse.AGATHE, "essai point")));
    Path file = Files.createTempFile("pièce", ".txt");
    Files.writeString(file, "Bonjour");
    browser.one("#field-livrable").sendKeys("1");
    browser.one("#field-texte").sendKeys("Deux\nlignes");
    browser.one("#field-avancement").sendKeys("40");
    browser.script("document.getElementById('field-echeance').value = '2026-03-01'; return 1");
    browser.one("#field-piece").sendKeys(file.toString());
    browser.leave(() -> browser.one("button").click());

    assertThat(browser.one("h1").getText()).isEqualTo("C’est fait");
    assertThat(house.toys.ran.getFirst().given())
        .containsEntry("texte", "Deux\nlignes")
        .containsEntry("echeance", "2026-03-01");
    assertThat(house.toys.ran.getFirst().files()).containsKey("piece");
    assertThat(browser.script("return document.images[0].naturalWidth")).isEqualTo(48L);
    Files.delete(file);

    browser.one("a.download").click();
    await().until(() -> Files.exists(browser.downloads().resolve("carré.png")));
  }

  @Test
  void every_page_is_accessible_and_fits_in_light_and_dark() {
    for (boolean dark : List.of(false, true)) {
      for (int width : WIDTHS) {
        browser.dark(dark).wide(width);
        String look = (dark ? "dark-" : "light-") + width;
        check("/", "home-" + look);
        check("/nulle-part", "missing-" + look);
        check("/r/" + house.askPresence(OpenHouse.AGATHE) + "?presence=oui", "form-" + look);
        browser.one("input[value=procuration]").click();
        browser.leave(() -> browser.one("button").click());
        check("reply-" + look);
        check("/r/" + house.ask(OpenHouse.BRAM, "essai point"), "long-form-" + look);
        browser.one("#field-cout").sendKeys("cher");
        browser.leave(() -> browser.one("button").click());
        check("refused-" + look);
        browser.one("#field-cout").clear();
        browser.one("#field-livrable").sendKeys("1");
        browser.one("#field-texte").sendKeys("Tout va");
        browser.one("#field-avancement").sendKeys("40");
        browser.leave(() -> browser.one("button").click());
        check("long-reply-" + look);
        check("/u/abonnementabonnement", "unsubscribe-" + look);
      }
    }
  }

  private void check(String path, String name) {
    browser.visit(house.url(path));
    check(name);
  }

  private void check(String name) {
    browser.picture(name);
    assertThat(browser.violations()).as(name).isEmpty();
    assertThat(browser.overflow()).as(name + ": wider than the window").isZero();
    assertThat(browser.all("h1")).as(name).hasSize(1);
    for (WebElement target : browser.all("input:not([type=hidden]), textarea, button, header a")) {
      assertThat(target.getSize().getHeight()).as(name + ": " + target).isGreaterThanOrEqualTo(24);
      assertThat(target.getSize().getWidth()).as(name + ": " + target).isGreaterThanOrEqualTo(24);
    }
  }
}
