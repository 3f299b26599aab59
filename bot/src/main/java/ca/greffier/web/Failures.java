package ca.greffier.web;

import ca.greffier.command.Refusal;
import ca.greffier.text.Language;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page of each failure. A bug is logged here, once, with the id that the person is told. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final String INVOCATION = "invocation";

  /** The Refusals that end a visit, where no form can be shown again. */
  private static final Map<String, HttpStatus> GONE =
      Map.of(
          "ask.unknown", HttpStatus.NOT_FOUND,
          "ask.closed", HttpStatus.GONE,
          "ask.expired", HttpStatus.GONE,
          "dashboard.share.closed", HttpStatus.NOT_FOUND,
          "desk.already", HttpStatus.OK);

  private static final Map<HttpStatus, String> NOTICES =
      Map.of(
          HttpStatus.NOT_FOUND, "web.missing",
          HttpStatus.METHOD_NOT_ALLOWED, "web.method",
          HttpStatus.CONTENT_TOO_LARGE, "web.large");

  private final Pages pages;
  private final Metrics metrics;

  Failures(Pages pages, Metrics metrics) {
    this.pages = pages;
    this.metrics = metrics;
  }

  void addTo(JavalinDefaultRoutingApi routes) {
    routes.exception(Refusal.class, (refusal, ctx) -> refused(ctx, refusal));
    routes.exception(HttpResponseException.class, (e, ctx) -> answered(ctx, e.getStatus()));
    routes.exception(IOException.class, (broken, ctx) -> answered(ctx, 400));
    routes.exception(ServletException.class, (broken, ctx) -> answered(ctx, unread(broken)));
    routes.exception(Exception.class, (bug, ctx) -> broken(ctx, bug));
  }

  /** True when the Ask itself does not answer any more, whatever is typed. */
  static boolean isFinal(Refusal refusal) {
    return GONE.containsKey(refusal.key());
  }

  /** From here on a bug is told under this id. */
  static void name(Context ctx, String invocation) {
    ctx.attribute(INVOCATION, invocation);
  }

  private void refused(Context ctx, Refusal refusal) {
    Language language = pages.language(ctx);
    HttpStatus status = GONE.getOrDefault(refusal.key(), HttpStatus.UNPROCESSABLE_CONTENT);
    String title = isFinal(refusal) ? "web." + refusal.key() + ".title" : "web.refused.title";
    pages.notice(
        ctx,
        status,
        pages.messages().say(language, title),
        pages.messages().say(language, refusal.key(), refusal.arguments().toArray()));
  }

  private void answered(Context ctx, int code) {
    HttpStatus status = HttpStatus.forStatus(code);
    pages.notice(ctx, status, NOTICES.getOrDefault(status, "web.odd"));
  }

  /** Jetty could not read a multipart body; only its innermost cause tells a length. */
  private static int unread(ServletException broken) {
    Throwable cause = broken;
    while (cause.getCause() != null) cause = cause.getCause();
    return cause instanceof IllegalStateException ? 413 : 400;
  }

  private void broken(Context ctx, Exception bug) {
    String known = ctx.attribute(INVOCATION);
    String id = known == null ? Nonce.fresh().invocation() : known;
    LOG.error("invocation {}", id, bug);
    metrics.bug();
    pages.notice(ctx, HttpStatus.INTERNAL_SERVER_ERROR, "web.bug", id);
  }
}
