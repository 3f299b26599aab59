package ca.greffier.web;

import ca.greffier.command.Desk;
import ca.greffier.command.Invocation;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Source;
import ca.greffier.newsletter.Archive;
import ca.greffier.newsletter.Issue;
import ca.greffier.newsletter.NewsletterStatus;
import ca.greffier.text.Language;
import ca.greffier.text.Markdown;
import ca.greffier.web.Visitors.Visitor;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /redaction}: the issues and where each is. {@code /redaction/LIST/NUMBER}: a draft is
 * written, looked at and saved, by whoever may change it. Whether somebody may is the Desk's to
 * say: nothing is shown before it has let them review it. While they type, the page shows how it
 * will be read; that looks at nothing but what they typed.
 */
public final class DraftPages implements Section {
  private static final String ALL = "/redaction";
  private static final String PATH = ALL + "/{list}/{number}";
  private static final String PREVIEW = "/apercu";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

  private final Desk desk;
  private final Archive archive;
  private final NewsletterStatus status;
  private final Visitors visitors;

  public DraftPages(Desk desk, Archive archive, NewsletterStatus status, Visitors visitors) {
    this.desk = desk;
    this.archive = archive;
    this.status = status;
    this.visitors = visitors;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get(ALL, ctx -> list(ctx, pages));
    routes.get(PATH, ctx -> show(ctx, pages));
    routes.post(PATH, ctx -> act(ctx, pages));
    routes.post(PATH + PREVIEW, ctx -> look(ctx, pages));
  }

  /** What stands in the fields, and what is to be said above them. */
  private record Typed(String title, String text, Optional<Reply> said, String problem) {}

  private void show(Context ctx, Pages pages) {
    Optional<Visitor> visitor = visitors.of(ctx, pages);
    if (visitor.isEmpty()) {
      ctx.redirect(SignInPages.PATH + pages.kept(ctx), HttpStatus.SEE_OTHER);
      return;
    }
    Issue issue = issue(ctx);
    Map<String, String> which = Map.of("numero", issue.name());
    try {
      Reply state = give(ctx, visitor.get(), "infolettre etat", which);
      if (issue.sentAt() != null) {
        showSent(ctx, pages, issue, state);
        return;
      }
      Reply remarks = give(ctx, visitor.get(), "infolettre relire", which);
      Reply said = Reply.together(state, remarks);
      page(
          ctx,
          pages,
          visitor.get(),
          issue,
          new Typed(issue.title(), issue.contents(), Optional.of(said), ""));
    } catch (Refusal refusal) {
      refuse(ctx, pages, refusal);
    }
  }

  private static void showSent(Context ctx, Pages pages, Issue issue, Reply state) {
    Map<String, Object> model = new HashMap<>();
    model.put("title", issue.title());
    model.put("list", issue.code());
    model.put("number", issue.number());
    model.put("kept", pages.kept(ctx));
    model.put("all", ALL + pages.kept(ctx));
    model.put("blocks", new Blocks(pages.messages(), pages.language(ctx)).of(state));
    pages.show(ctx, HttpStatus.OK, "sent", model);
  }

  /** An issue as the list shows it. */
  public record Row(Issue issue, String state) {}

  private void list(Context ctx, Pages pages) {
    Optional<Visitor> visitor = visitors.of(ctx, pages);
    if (visitor.isEmpty()) {
      ctx.redirect(SignInPages.PATH + pages.kept(ctx), HttpStatus.SEE_OTHER);
      return;
    }
    try {
      give(ctx, visitor.get(), "infolettre liste", Map.of());
    } catch (Refusal refusal) {
      refuse(ctx, pages, refusal);
      return;
    }
    Language language = pages.language(ctx);
    List<Row> rows =
        status.latest().stream()
            .map(each -> new Row(each.issue(), pages.messages().say(language, each.state())))
            .toList();
    pages.show(
        ctx, HttpStatus.OK, "drafts", Map.of("issues", rows, "path", ALL, "kept", pages.kept(ctx)));
  }

  private void look(Context ctx, Pages pages) {
    Optional<Visitor> visitor = visitors.of(ctx, pages);
    if (visitor.isEmpty()) throw new UnauthorizedResponse();
    try {
      Visitors.check(ctx, visitor.get().seal());
    } catch (Refusal stale) {
      throw new ForbiddenResponse();
    }
    pages.show(ctx, HttpStatus.OK, "draft-preview", read(typed(ctx, "titre"), typed(ctx, "texte")));
  }

  /** What a reader will see. */
  private static Map<String, Object> read(String title, String text) {
    return Map.of("title", title, "preview", Markdown.onPage(text).html());
  }

  /** Looks at what is typed, or saves it; what was typed stays in the fields either way. */
  private void act(Context ctx, Pages pages) {
    Optional<Visitor> visitor = visitors.of(ctx, pages);
    if (visitor.isEmpty()) {
      giveBack(ctx, pages);
      return;
    }
    Issue draft = draft(ctx);
    try {
      give(ctx, visitor.get(), "infolettre relire", Map.of("numero", draft.name()));
    } catch (Refusal refusal) {
      refuse(ctx, pages, refusal);
      return;
    }
    page(ctx, pages, visitor.get(), draft, done(ctx, pages, visitor.get(), draft));
  }

  /** Whose session has ended gets what they typed, and nothing else. */
  private static void giveBack(Context ctx, Pages pages) {
    Map<String, Object> model = new HashMap<>();
    model.put("title", typed(ctx, "titre"));
    model.put("text", typed(ctx, "texte"));
    model.put("enter", SignInPages.PATH + pages.kept(ctx));
    pages.show(ctx, HttpStatus.UNAUTHORIZED, "draft-back", model);
  }

  private Typed done(Context ctx, Pages pages, Visitor visitor, Issue draft) {
    String title = typed(ctx, "titre");
    String text = typed(ctx, "texte").replace("\r\n", "\n");
    try {
      Visitors.check(ctx, visitor.seal());
      if (!typed(ctx, "acte").equals("enregistrer"))
        return new Typed(title, text, Optional.empty(), "");
      Map<String, String> given = Map.of("numero", draft.name(), "titre", title, "texte", text);
      Reply said = give(ctx, visitor, "infolettre modifier", given);
      Reply remarks = give(ctx, visitor, "infolettre relire", Map.of("numero", draft.name()));
      Issue saved = draft(ctx);
      return new Typed(
          saved.title(), saved.contents(), Optional.of(Reply.together(said, remarks)), "");
    } catch (Refusal refusal) {
      return new Typed(title, text, Optional.empty(), said(ctx, pages, refusal));
    }
  }

  private void page(Context ctx, Pages pages, Visitor visitor, Issue draft, Typed typed) {
    Language language = pages.language(ctx);
    Map<String, Object> model = new HashMap<>(read(typed.title(), typed.text()));
    model.put("name", draft.name());
    model.put("action", ctx.path() + pages.kept(ctx));
    model.put("look", ctx.path() + PREVIEW);
    model.put("all", ALL + pages.kept(ctx));
    model.put("seal", visitor.seal());
    model.put("text", typed.text());
    model.put("problem", typed.problem());
    model.put(
        "blocks", typed.said().map(new Blocks(pages.messages(), language)::of).orElse(List.of()));
    Shield.allowScript(ctx);
    HttpStatus status =
        typed.problem().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    pages.show(ctx, status, "draft", model);
  }

  private Reply give(Context ctx, Visitor visitor, String command, Map<String, String> given) {
    Nonce nonce = Nonce.fresh();
    Failures.name(ctx, nonce.invocation());
    return desk.handle(
        new Invocation(nonce.invocation(), visitor.actor(), command, given, Source.WEB));
  }

  private Issue issue(Context ctx) {
    String number = ctx.pathParam("number");
    if (!NUMBER.matcher(number).matches()) throw new NotFoundResponse();
    return archive
        .any(ctx.pathParam("list"), Integer.parseInt(number))
        .orElseThrow(NotFoundResponse::new);
  }

  private Issue draft(Context ctx) {
    Issue issue = issue(ctx);
    if (issue.sentAt() != null) throw new NotFoundResponse();
    return issue;
  }

  private static String typed(Context ctx, String field) {
    return Optional.ofNullable(ctx.formParam(field)).orElse("");
  }

  private static void refuse(Context ctx, Pages pages, Refusal refusal) {
    pages.notice(
        ctx,
        HttpStatus.FORBIDDEN,
        pages.messages().say(pages.language(ctx), "web.refused.title"),
        said(ctx, pages, refusal));
  }

  private static String said(Context ctx, Pages pages, Refusal refusal) {
    return pages.messages().say(pages.language(ctx), refusal.key(), refusal.arguments().toArray());
  }
}
