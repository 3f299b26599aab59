package ca.greffier.web;

import ca.greffier.command.Refusal;
import ca.greffier.directory.Session;
import ca.greffier.directory.Sessions;
import ca.greffier.directory.SignIn;
import ca.greffier.text.Language;
import ca.greffier.web.Visitors.Visitor;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way in: {@code /entree} asks an address, {@code /entree/TOKEN} is the link of the letter. A
 * GET opens nothing, since mail scanners follow links; signed in, {@code /entree} shows the
 * sessions and ends them. Whoever comes in lands on the board.
 */
public final class SignInPages implements Section {
  static final String PATH = "/entree";
  private static final String LINK = "/entree/{token}";
  private static final String OUT = "/sortie";
  private static final String EVERYWHERE = "/sortie/partout";
  private static final HttpStatus OFTEN = HttpStatus.TOO_MANY_REQUESTS;

  private final SignIn signIn;
  private final Sessions sessions;
  private final Visitors visitors;

  public SignInPages(SignIn signIn, Sessions sessions, Visitors visitors) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.visitors = visitors;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get(PATH, ctx -> show(ctx, pages));
    routes.post(PATH, ctx -> ask(ctx, pages));
    routes.get(LINK, ctx -> confirm(ctx, pages));
    routes.post(LINK, ctx -> open(ctx, pages));
    routes.post(OUT, ctx -> end(ctx, pages, false));
    routes.post(EVERYWHERE, ctx -> end(ctx, pages, true));
  }

  private void show(Context ctx, Pages pages) {
    Optional<Visitor> visitor = visitors.of(ctx, pages);
    if (visitor.isPresent()) account(ctx, pages, visitor.get());
    else form(ctx, pages, HttpStatus.OK, "", "");
  }

  private void form(Context ctx, Pages pages, HttpStatus status, String typed, String problem) {
    String browser = browser(ctx).orElseGet(() -> Nonce.fresh().value());
    visitors.cookies().set(ctx, Cookies.Name.BROWSER, browser, SignIn.LIFE.multipliedBy(4));
    pages.show(
        ctx,
        status,
        "signin",
        Map.of(
            "action",
            PATH + pages.kept(ctx),
            "seal",
            Visitors.seal(browser),
            "typed",
            typed,
            "problem",
            problem));
  }

  private void ask(Context ctx, Pages pages) {
    String browser = browser(ctx).orElseThrow(() -> new Refusal("web.stale"));
    Visitors.check(ctx, Visitors.seal(browser));
    String typed = Optional.ofNullable(ctx.formParam("courriel")).orElse("");
    try {
      signIn.ask(typed, new SignIn.Origin(browser, Machine.of(ctx)));
      pages.notice(ctx, HttpStatus.OK, "web.signin.sent", SignIn.LIFE);
    } catch (Refusal refusal) {
      HttpStatus status =
          refusal.key().equals("directory.signin.often") ? OFTEN : HttpStatus.UNPROCESSABLE_CONTENT;
      form(ctx, pages, status, typed, said(pages, pages.language(ctx), refusal));
    }
  }

  private void confirm(Context ctx, Pages pages) {
    Token.of(ctx);
    pages.show(ctx, HttpStatus.OK, "signin-link", Map.of("action", ctx.path() + pages.kept(ctx)));
  }

  /** Without the cookie of the browser that asked, no link opens: that is the seal of this form. */
  private void open(Context ctx, Pages pages) {
    String token = Token.of(ctx);
    SignIn.Origin origin = new SignIn.Origin(browser(ctx).orElse(""), Machine.of(ctx));
    Optional<String> secret = signIn.open(token, origin);
    if (secret.isEmpty()) {
      pages.show(ctx, HttpStatus.GONE, "signin-gone", Map.of("again", PATH + pages.kept(ctx)));
      return;
    }
    visitors.cookies().remove(ctx, Cookies.Name.BROWSER);
    visitors.cookies().set(ctx, Cookies.Name.SESSION, secret.get(), Sessions.LIFE);
    ctx.redirect(BoardPages.PATH + pages.kept(ctx), HttpStatus.SEE_OTHER);
  }

  private void end(Context ctx, Pages pages, boolean everywhere) {
    Optional<Visitor> visitor = visitors.of(ctx, pages);
    if (visitor.isPresent()) {
      Visitor leaving = visitor.get();
      Visitors.check(ctx, leaving.seal());
      if (everywhere) sessions.endAll(leaving.actor().known());
      else sessions.end(leaving.actor().known(), leaving.session());
    }
    visitors.cookies().remove(ctx, Cookies.Name.SESSION);
    pages.notice(ctx, HttpStatus.OK, "web.signin.left");
  }

  /** A session as the page tells it. */
  private record Shown(String opened, String seen, boolean here) {}

  private void account(Context ctx, Pages pages, Visitor visitor) {
    Language language = pages.language(ctx);
    List<Shown> open =
        sessions.of(visitor.actor().known()).stream()
            .map(session -> shown(pages, language, session, visitor))
            .toList();
    pages.show(
        ctx,
        HttpStatus.OK,
        "account",
        Map.of(
            "name",
            visitor.actor().name(),
            "kept",
            pages.kept(ctx),
            "seal",
            visitor.seal(),
            "sessions",
            open,
            "leave",
            OUT + pages.kept(ctx),
            "everywhere",
            EVERYWHERE + pages.kept(ctx)));
  }

  private static Shown shown(Pages pages, Language language, Session session, Visitor visitor) {
    return new Shown(
        pages.messages().word(language, session.openedAt()),
        pages.messages().word(language, session.seenAt()),
        session.number() == visitor.session());
  }

  private Optional<String> browser(Context ctx) {
    return visitors.cookies().read(ctx, Cookies.Name.BROWSER);
  }

  private static String said(Pages pages, Language language, Refusal refusal) {
    return pages.messages().say(language, refusal.key(), refusal.arguments().toArray());
  }
}
