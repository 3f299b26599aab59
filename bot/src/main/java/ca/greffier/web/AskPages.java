package ca.greffier.web;

import ca.greffier.command.Desk;
import ca.greffier.command.Desk.Opened;
import ca.greffier.command.Journal;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Source;
import ca.greffier.text.Language;
import ca.greffier.web.Form.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The form of an Ask: {@code GET} shows it, {@code POST} answers. */
final class AskPages implements Section {
  private static final String PATH = "/r/{token}";

  private final Desk desk;
  private final Journal journal;

  AskPages(Desk desk, Journal journal) {
    this.desk = desk;
    this.journal = journal;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get(PATH, ctx -> show(ctx, pages));
    routes.post(PATH, ctx -> act(ctx, pages));
  }

  private void show(Context ctx, Pages pages) {
    Opened opened = desk.open(Token.of(ctx));
    pages.speak(ctx, opened.actor().language());
    Typed linked = Typed.linked(ctx, opened.blanks());
    Map<String, String> before =
        desk.presets(opened.actor(), opened.command(), linked.with(opened.ask().given()));
    Form form = form(ctx, pages, opened, linked.or(before));
    draw(ctx, pages, HttpStatus.OK, form, List.of());
  }

  private void act(Context ctx, Pages pages) {
    String token = Token.of(ctx);
    Nonce nonce = nonce(ctx);
    Failures.name(ctx, nonce.invocation());
    Opened opened = open(token, nonce);
    pages.speak(ctx, opened.actor().language());
    Typed typed = Typed.posted(ctx, opened.blanks());
    Form form = form(ctx, pages, opened, typed);
    try {
      Reply reply =
          desk.answer(token, nonce.invocation(), typed.texts(), typed.files(), Source.WEB);
      if (reply instanceof Reply.Blanks blanks)
        again(ctx, pages, form, form.missing(blanks.missing()));
      else done(ctx, pages, opened, reply);
    } catch (Refusal refusal) {
      if (Failures.isFinal(refusal)) throw refusal;
      again(ctx, pages, form, form.problems(refusal));
    }
  }

  /**
   * The nonce of the form. One that was refused has done nothing: the person went back, put the
   * form right and sends it again, so it counts as new.
   */
  private Nonce nonce(Context ctx) {
    Nonce nonce = Nonce.of(ctx.formParam("_nonce"));
    return journal.isRefused(nonce.invocation()) ? Nonce.fresh() : nonce;
  }

  /** The Ask; when one answer has closed it, the same answer sent twice is told as such. */
  private Opened open(String token, Nonce nonce) {
    try {
      return desk.open(token);
    } catch (Refusal gone) {
      throw journal.has(nonce.invocation()) ? new Refusal("desk.already") : gone;
    }
  }

  private Form form(Context ctx, Pages pages, Opened opened, Typed typed) {
    return new Form(desk, pages.messages(), pages.language(ctx), opened, typed);
  }

  private static void again(Context ctx, Pages pages, Form form, List<Problem> problems) {
    draw(ctx, pages, HttpStatus.UNPROCESSABLE_CONTENT, form, problems);
  }

  private static void draw(
      Context ctx, Pages pages, HttpStatus status, Form form, List<Problem> problems) {
    Map<String, Object> model = new HashMap<>(form.model(problems, Nonce.fresh()));
    model.put("action", ctx.path() + pages.kept(ctx));
    pages.show(ctx, status, "form", model);
  }

  private static void done(Context ctx, Pages pages, Opened opened, Reply reply) {
    Language language = pages.language(ctx);
    Map<String, Object> model = new HashMap<>();
    model.put("blocks", new Blocks(pages.messages(), language).of(reply));
    model.put("changeable", !opened.ask().once());
    model.put("until", opened.ask().until());
    model.put("form", ctx.path() + pages.kept(ctx));
    pages.show(ctx, HttpStatus.OK, "reply", model);
  }
}
