package ca.greffier.web;

import ca.greffier.command.Actor;
import ca.greffier.command.Desk;
import ca.greffier.command.Identity;
import ca.greffier.command.Invocation;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Source;
import ca.greffier.text.Language;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;

/**
 * Leaving a newsletter by one click (RFC 8058; LCAP art. 11): {@code GET} shows a button, {@code
 * POST} unsubscribes at once, whatever its body, without account, cookie or redirection.
 *
 * <p>Each POST is an invocation of its own and the command itself may be given twice: were the
 * token the id, somebody who came back to the list could not leave it again.
 */
final class UnsubscribePages implements Section {
  private static final String PATH = "/u/{token}";
  private static final String COMMAND = "infolettre desabonner";
  private static final String SUBSCRIPTION = "abonnement";

  private final Desk desk;

  UnsubscribePages(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get(PATH, ctx -> show(ctx, pages));
    routes.post(PATH, ctx -> act(ctx, pages));
  }

  private static void show(Context ctx, Pages pages) {
    Token.of(ctx);
    pages.show(ctx, HttpStatus.OK, "unsubscribe", Map.of("action", ctx.path() + pages.kept(ctx)));
  }

  private void act(Context ctx, Pages pages) {
    String token = Token.of(ctx);
    Nonce nonce = Nonce.fresh();
    Failures.name(ctx, nonce.invocation());
    Language language = pages.language(ctx);
    Actor holder = Actor.stranger(Identity.link(token), language);
    try {
      Reply reply =
          desk.handle(
              new Invocation(
                  nonce.invocation(), holder, COMMAND, Map.of(SUBSCRIPTION, token), Source.WEB));
      pages.show(
          ctx,
          HttpStatus.OK,
          "unsubscribed",
          Map.of("blocks", new Blocks(pages.messages(), language).of(reply)));
    } catch (Refusal unknown) {
      String text = pages.messages().say(language, unknown.key(), unknown.arguments().toArray());
      pages.notice(
          ctx, HttpStatus.NOT_FOUND, pages.messages().say(language, "web.refused.title"), text);
    }
  }
}
