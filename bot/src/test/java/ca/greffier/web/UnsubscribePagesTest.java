package ca.greffier.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Journal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Leaving a newsletter: RFC 8058, and the page for those who follow the link. */
class UnsubscribePagesTest {
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";

  private final OpenHouse house = new OpenHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void get_shows_a_button_and_does_nothing() {
    HttpResponse<String> shown = house.get("/u/" + TOKEN);

    assertThat(shown.statusCode()).isEqualTo(200);
    Document page = OpenHouse.page(shown);
    assertThat(page.select("button").text()).isEqualTo("Me désabonner");
    assertThat(page.select("form").attr("action")).isEqualTo("/u/" + TOKEN);
    assertThat(house.send("HEAD", "/u/" + TOKEN, BodyPublishers.noBody()).statusCode())
        .isEqualTo(200);
    assertThat(house.toys.ran).isEmpty();
  }

  @Test
  void one_click_unsubscribes_at_once() {
    HttpResponse<String> clicked =
        house.post("/u/" + TOKEN, Map.of("List-Unsubscribe", "One-Click"));

    assertThat(clicked.statusCode()).isEqualTo(200);
    assertThat(clicked.headers().firstValue("Location")).isEmpty();
    assertThat(clicked.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(OpenHouse.page(clicked).select("main").text())
        .contains("Désabonnement fait", "Cette adresse ne recevra plus l’infolettre.");
    assertThat(house.toys.ran.getFirst().given()).containsEntry("abonnement", TOKEN);
    assertThat(house.toys.ran.getFirst().actor().person()).isEmpty();
  }

  @Test
  void one_click_may_come_as_multipart_or_empty() {
    String body =
        "--b\r\n"
            + "Content-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
            + "One-Click\r\n"
            + "--b--\r\n";

    HttpResponse<String> multipart =
        house.send(
            "POST",
            "/u/" + TOKEN,
            BodyPublishers.ofString(body),
            "Content-Type",
            "multipart/form-data; boundary=b");
    HttpResponse<String> empty = house.send("POST", "/u/" + TOKEN, BodyPublishers.noBody());

    assertThat(multipart.statusCode()).isEqualTo(200);
    assertThat(empty.statusCode()).isEqualTo(200);
    assertThat(house.toys.ran).hasSize(2);
  }

  @Test
  void a_second_post_is_harmless_and_shows_success() {
    house.post("/u/" + TOKEN, Map.of());

    HttpResponse<String> again = house.post("/u/" + TOKEN, Map.of());

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(OpenHouse.page(again).select("h1").text()).isEqualTo("Désabonnement fait");
  }

  @Test
  void the_journal_keeps_neither_the_token_nor_an_address() {
    house.post("/u/" + TOKEN, Map.of());

    Journal.Line line = house.journal.latest(1).getFirst();
    assertThat(line.given()).doesNotContain(TOKEN);
    assertThat(line.identity()).startsWith("link:").doesNotContain(TOKEN);
  }

  @Test
  void a_forged_token_is_told_as_such() {
    HttpResponse<String> unknown =
        house.post("/u/" + ToyCommands.FORGED_SUBSCRIPTION + "?lang=en", Map.of());

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(OpenHouse.page(unknown).select(".said").text())
        .startsWith("This unsubscribe link is not valid.");
    assertThat(house.post("/u/x", Map.of()).statusCode()).isEqualTo(404);
  }
}
