package ca.greffier.web;

import ca.greffier.command.Actor;
import ca.greffier.command.Desk;
import ca.greffier.command.Identity;
import ca.greffier.command.Invocation;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Source;
import ca.greffier.config.Organisation;
import ca.greffier.newsletter.Archive;
import ca.greffier.newsletter.Newsletter;
import ca.greffier.text.Language;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Coming to a newsletter: {@code /infolettres/nouvelles/abonnement} asks, with the box unticked and
 * all that a request for consent must say (domain.md C9); {@code /abonnement/TOKEN} is the link of
 * the letter, whose button puts who pressed it on the list. A GET does nothing.
 */
public final class SubscribePages implements Section {
  private static final String PATH = "/infolettres/{list}/abonnement";
  private static final String LINK = "/abonnement/{token}";

  private final Desk desk;
  private final Archive archive;
  private final Organisation organisation;

  public SubscribePages(Desk desk, Archive archive, Organisation organisation) {
    this.desk = desk;
    this.archive = archive;
    this.organisation = organisation;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get(PATH, ctx -> form(ctx, pages, HttpStatus.OK, ""));
    routes.post(PATH, ctx -> ask(ctx, pages));
    routes.get(LINK, ctx -> show(ctx, pages));
    routes.post(LINK, ctx -> confirm(ctx, pages));
  }

  private void form(Context ctx, Pages pages, HttpStatus status, String problem) {
    Newsletter list = archive.newsletter(ctx.pathParam("list")).orElseThrow(NotFoundResponse::new);
    Map<String, Object> model = new HashMap<>();
    model.put("action", ctx.path() + pages.kept(ctx));
    model.put("title", list.title());
    model.put("organisation", organisation.name());
    model.put("address", organisation.address());
    model.put(
        "contact",
        Stream.of(organisation.email(), organisation.phone(), organisation.web())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · ")));
    model.put("problem", problem);
    for (String field : new String[] {"courriel", "prenom", "nom"})
      model.put(field, typed(ctx, field));
    pages.show(ctx, status, "subscribe", model);
  }

  private void ask(Context ctx, Pages pages) {
    Language language = pages.language(ctx);
    Map<String, String> given = new HashMap<>();
    given.put("liste", ctx.pathParam("list"));
    given.put("langue", language.tag());
    given.put("consentement", typed(ctx, "consentement").equals("oui") ? "oui" : "non");
    for (String field : new String[] {"courriel", "prenom", "nom"}) {
      String typed = typed(ctx, field);
      if (!typed.isBlank()) given.put(field, typed);
    }
    try {
      if (!given.containsKey("courriel")) throw new Refusal("newsletter.request.address");
      act(ctx, pages, "infolettre abonner", given, "web.subscribe.sent");
    } catch (Refusal refusal) {
      form(ctx, pages, HttpStatus.UNPROCESSABLE_CONTENT, said(pages, language, refusal));
    }
  }

  private static void show(Context ctx, Pages pages) {
    Token.of(ctx);
    pages.show(
        ctx, HttpStatus.OK, "subscribe-link", Map.of("action", ctx.path() + pages.kept(ctx)));
  }

  private void confirm(Context ctx, Pages pages) {
    try {
      act(
          ctx,
          pages,
          "infolettre confirmer",
          Map.of("inscription", Token.of(ctx)),
          "web.subscribe.done");
    } catch (Refusal refusal) {
      Language language = pages.language(ctx);
      pages.notice(
          ctx,
          HttpStatus.GONE,
          pages.messages().say(language, "web.refused.title"),
          said(pages, language, refusal));
    }
  }

  private void act(
      Context ctx, Pages pages, String command, Map<String, String> given, String title) {
    Nonce nonce = Nonce.fresh();
    Failures.name(ctx, nonce.invocation());
    Language language = pages.language(ctx);
    Actor visitor = Actor.stranger(Identity.link(nonce.value()), language);
    Reply reply =
        desk.handle(new Invocation(nonce.invocation(), visitor, command, given, Source.WEB));
    pages.show(
        ctx,
        HttpStatus.OK,
        "subscribed",
        Map.of(
            "heading",
            pages.messages().say(language, title),
            "blocks",
            new Blocks(pages.messages(), language).of(reply)));
  }

  private static String typed(Context ctx, String field) {
    return Optional.ofNullable(ctx.formParam(field)).orElse("").strip();
  }

  private static String said(Pages pages, Language language, Refusal refusal) {
    return pages.messages().say(language, refusal.key(), refusal.arguments().toArray());
  }
}
