package ca.greffier.web;

import ca.greffier.outbox.Outbox;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The doormat, the style sheet, the script, and what those who run the house look at. */
final class HousePages implements Section {
  private static final Logger LOG = LoggerFactory.getLogger(HousePages.class);
  private static final int PATIENCE_SECONDS = 2;
  private static final String ONE_HOUR = "public, max-age=3600";

  private final Outbox outbox;
  private final Metrics metrics;
  private final String version;
  private final byte[] style = resource("/web/style.css");
  private final byte[] script = resource("/web/draft.js");

  HousePages(Outbox outbox, Metrics metrics, String version) {
    this.outbox = outbox;
    this.metrics = metrics;
    this.version = version;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get("/", ctx -> pages.show(ctx, HttpStatus.OK, "home", doormat(pages.messages())));
    routes.get("/style.css", ctx -> file(ctx, "text/css", style));
    routes.get("/draft.js", ctx -> file(ctx, "text/javascript", script));
    routes.get("/robots.txt", ctx -> ctx.result("User-agent: *\nDisallow: /\n"));
    routes.get("/health", this::health);
    routes.get("/metrics", metrics::show);
  }

  /** What this is, for somebody who came without a link, in every language. */
  private record Welcome(String tag, String title, String what, String link) {}

  private static Map<String, Object> doormat(Messages messages) {
    List<Welcome> welcomes =
        Stream.of(Language.values())
            .map(
                language ->
                    new Welcome(
                        language.locale().toLanguageTag(),
                        messages.say(language, "web.home.title"),
                        messages.say(language, "web.home.what"),
                        messages.say(language, "web.home.link")))
            .toList();
    return Map.of("welcomes", welcomes);
  }

  private static void file(Context ctx, String type, byte[] bytes) {
    ctx.contentType(type + "; charset=utf-8").header("Cache-Control", ONE_HOUR).result(bytes);
  }

  /** 200 when the database answers in time, else 503; late letters are told, not failed. */
  private void health(Context ctx) {
    Map<String, Object> health = new LinkedHashMap<>();
    try {
      Duration late =
          CompletableFuture.supplyAsync(outbox::lateness, Thread::startVirtualThread)
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      health.put("status", "ok");
      health.put("outboxLateSeconds", late.toSeconds());
    } catch (ExecutionException | TimeoutException unreachable) {
      LOG.warn("the database does not answer: {}", unreachable.toString());
      ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
      health.put("status", "database unreachable");
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
      health.put("status", "closing");
    }
    health.put("version", version);
    ctx.contentType("application/json").result(JsonMapper.shared().writeValueAsString(health));
  }

  private static byte[] resource(String name) {
    try (InputStream stream =
        Objects.requireNonNull(HousePages.class.getResourceAsStream(name), name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
