package ca.greffier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ca.greffier.command.Refusal;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.text.Language;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What protects every page, and what those who run the house look at. */
class HousePagesTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final OpenHouse house = new OpenHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void every_answer_is_protected() {
    String token = house.askPresence(OpenHouse.AGATHE);
    for (String path :
        List.of(
            "/",
            "/style.css",
            "/robots.txt",
            "/health",
            "/metrics",
            "/nulle-part",
            "/r/" + token,
            "/r/faux",
            "/u/" + token)) {
      HttpResponse<String> answer = house.get(path);
      assertThat(header(answer, "Content-Security-Policy"))
          .as(path)
          .startsWith("default-src 'none'; style-src 'self'; img-src 'self' data:;")
          .contains("form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
      assertThat(header(answer, "Cache-Control"))
          .isEqualTo(path.equals("/style.css") ? "public, max-age=3600" : "no-store");
      for (String absent : List.of("Server", "Set-Cookie", "Strict-Transport-Security"))
        assertThat(answer.headers().firstValue(absent)).as(absent).isEmpty();
    }
    assertThat(header(house.post("/r/" + token, Map.of()), "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void browsers_are_told_to_stay_encrypted_only_when_the_public_address_is() {
    try (OpenHouse encrypted = new OpenHouse("https://greffier.example.org")) {
      assertThat(header(encrypted.get("/"), "Strict-Transport-Security"))
          .isEqualTo("max-age=31536000");
    }
  }

  @Test
  void the_doormat_says_what_this_is_in_both_languages_and_leads_nowhere() {
    HttpResponse<String> home = house.get("/");

    assertThat(OpenHouse.page(home).select("main").text())
        .contains("Le secrétaire du projet", "The project’s secretary");
    assertThat(OpenHouse.page(home).select("section").eachAttr("lang"))
        .containsExactly("fr-CA", "en-CA");
    assertThat(OpenHouse.page(home).select("main a")).isEmpty();
    assertThat(house.get("/robots.txt").body()).isEqualTo("User-agent: *\nDisallow: /\n");
  }

  @Test
  void an_unknown_address_or_method_has_its_page() {
    assertThat(house.get("/nulle-part").statusCode()).isEqualTo(404);
    assertThat(OpenHouse.page(house.get("/nulle-part")).select("h1").text())
        .isEqualTo("Page introuvable");
    assertThat(house.post("/health", Map.of()).statusCode()).isEqualTo(405);
    assertThat(house.send("DELETE", "/", BodyPublishers.noBody()).statusCode()).isEqualTo(405);
  }

  @Test
  void a_body_has_a_limit_whether_its_length_is_told_or_not() {
    String path = "/r/" + house.askPresence(OpenHouse.AGATHE);
    byte[] big =
        ("commentaire=" + "a".repeat(WebDoor.MOST_FORM_BYTES)).getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> told =
        house.sendIfLet("POST", path, BodyPublishers.ofByteArray(big), "Content-Type", FORM);
    HttpResponse<String> untold =
        house.send(
            "POST",
            path,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(big)),
            "Content-Type",
            FORM);
    HttpResponse<String> files =
        house.sendIfLet(
            "POST",
            path,
            BodyPublishers.ofByteArray(new byte[WebDoor.MOST_UPLOAD_BYTES + 1]),
            "Content-Type",
            "multipart/form-data; boundary=b");

    assertThat(List.of(told.statusCode(), untold.statusCode(), files.statusCode()))
        .containsOnly(413);
    assertThat(OpenHouse.page(told).select("h1").text()).isEqualTo("Envoi trop lourd");
    assertThat(house.toys.ran).isEmpty();
  }

  @Test
  void a_multipart_of_untold_length_has_a_limit_too() {
    String path = "/r/" + house.ask(OpenHouse.AGATHE, "essai point");
    String head =
        "--b\r\nContent-Disposition: form-data; name=\"piece\"; filename=\"a.txt\"\r\n\r\n";
    byte[] big =
        (head + "a".repeat(WebDoor.MOST_UPLOAD_BYTES) + "\r\n--b--\r\n")
            .getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> answer =
        house.send(
            "POST",
            path,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(big)),
            "Content-Type",
            "multipart/form-data; boundary=b");

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void health_tells_that_the_database_answers_and_how_late_the_letters_are() {
    house.outbox.put("essai:1", letter());
    house.clock.advance(Duration.ofMinutes(3));

    JsonNode health = JsonMapper.shared().readTree(house.get("/health").body());

    assertThat(health.get("status").asString()).isEqualTo("ok");
    assertThat(health.get("outboxLateSeconds").asInt()).isEqualTo(180);
    assertThat(health.get("version").asString()).isEqualTo("1.2.3");
  }

  @Test
  void health_fails_when_the_database_is_gone_and_metrics_tell_the_rest() {
    house.store.close();

    HttpResponse<String> health = house.get("/health");

    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).contains("database unreachable").doesNotContain("Exception");
    HttpResponse<String> metrics = house.get("/metrics");
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.body()).contains("jvm_memory_used_bytes");
  }

  @Test
  void metrics_count_without_telling_who() {
    String token = house.askPresence(OpenHouse.AGATHE);
    house.outbox.put("essai:1", letter());
    house.post("/r/" + token, Map.of("presence", "oui"));
    house.post("/r/" + token, Map.of("presence", "oui", "commentaire", "complet"));
    house.post("/r/" + house.ask(OpenHouse.BRAM, "essai casser"), Map.of());

    HttpResponse<String> metrics = house.get("/metrics");

    assertThat(header(metrics, "Content-Type")).startsWith("text/plain; version=0.0.4");
    assertThat(metrics.body().lines())
        .contains(
            "greffier_commands_total{command=\"essai repondre\",outcome=\"done\",source=\"web\"}"
                + " 1.0",
            "greffier_commands_total{command=\"essai repondre\",outcome=\"refused\",source=\"web\"}"
                + " 1.0",
            "greffier_outbox_parcels{state=\"waiting\"} 1.0",
            "greffier_web_bugs_total 1.0",
            "greffier_http_request_seconds_count{method=\"POST\",route=\"/r/{token}\",status=\"422\"}"
                + " 1");
    assertThat(metrics.body())
        .contains("greffier_outbox_late_seconds", "jvm_threads", "process_uptime_seconds")
        .doesNotContain(token, "Agathe", "example.org");
  }

  @Test
  void the_log_of_requests_shows_no_token() {
    Logger log = (Logger) LoggerFactory.getLogger(Metrics.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Level before = log.getLevel();
    lines.start();
    log.addAppender(lines);
    log.setLevel(Level.INFO);
    try {
      house.get("/r/" + house.askPresence(OpenHouse.AGATHE) + "?presence=oui");
      await().until(() -> !lines.list.isEmpty());
      assertThat(lines.list.getFirst().getFormattedMessage())
          .matches("GET /r/\\{token} 200 \\d+ ms");
    } finally {
      log.setLevel(before);
      log.detachAppender(lines);
    }
  }

  @Test
  void an_address_that_cannot_be_had_is_refused_in_words() {
    int taken = house.door.port();

    assertThatThrownBy(() -> open("127.0.0.1", taken))
        .isInstanceOf(Refusal.class)
        .hasMessage("web.port [127.0.0.1, " + taken + "]");
    assertThatThrownBy(() -> open("192.0.2.1", 0)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> open("nulle-part.invalid", 0)).isInstanceOf(Refusal.class);
  }

  private void open(String host, int port) {
    WebDoor.Rooms rooms =
        new WebDoor.Rooms(house.desk, house.journal, house.outbox, house.messages, "1");
    WebDoor.open(new WebDoor.Address(host, port, URI.create("http://localhost")), rooms, List.of())
        .close();
  }

  private static Letter letter() {
    return Letter.of(
        LetterClass.AVIS, "agathe@example.org", "Agathe", Language.FRENCH, "essai", Map.of());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
