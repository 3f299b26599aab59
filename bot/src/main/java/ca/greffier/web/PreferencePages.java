package ca.greffier.web;

import ca.greffier.command.Actor;
import ca.greffier.command.Desk;
import ca.greffier.command.Identity;
import ca.greffier.command.Invocation;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Source;
import ca.greffier.newsletter.Newsletter;
import ca.greffier.newsletter.Preferences;
import ca.greffier.newsletter.Preferences.Shown;
import ca.greffier.newsletter.Zones;
import ca.greffier.text.Language;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /u/TOKEN/preferences}: the language and the hours of the letters, and which lists to stay
 * on, for the holder of a letter. A GET changes nothing.
 */
public final class PreferencePages implements Section {
  private static final String PATH = "/u/{token}/preferences";

  private final Desk desk;
  private final Preferences preferences;

  public PreferencePages(Desk desk, Preferences preferences) {
    this.desk = desk;
    this.preferences = preferences;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get(PATH, ctx -> show(ctx, pages));
    routes.post(PATH, ctx -> act(ctx, pages));
  }

  private void show(Context ctx, Pages pages) {
    Optional<Shown> shown = preferences.of(Token.of(ctx));
    if (shown.isEmpty()) {
      refuse(ctx, pages, new Refusal("newsletter.subscription.unknown"));
      return;
    }
    Map<String, Object> model = new HashMap<>();
    model.put("action", ctx.path() + pages.kept(ctx));
    model.put("address", shown.get().address());
    model.put("chosen", shown.get().language().tag());
    Locale locale = pages.language(ctx).locale();
    ZoneId there = shown.get().zone();
    model.put("zone", there == null ? "" : there.getId());
    model.put("zones", zones(there).map(each -> Choice.of(each, locale)).toList());
    model.put("lists", shown.get().lists());
    pages.show(ctx, HttpStatus.OK, "preferences", model);
  }

  /** A zone as the page offers it: {@code Halifax, heure de l’Atlantique}. */
  public record Choice(String value, String words) {
    static Choice of(ZoneId zone, Locale locale) {
      String words = Zones.city(zone) + ", " + zone.getDisplayName(TextStyle.FULL, locale);
      return new Choice(zone.getId(), words);
    }
  }

  /** Those of Canada, and the reader's own. */
  private static Stream<ZoneId> zones(@Nullable ZoneId own) {
    return Stream.concat(Zones.ofCanada().stream(), Stream.ofNullable(own)).distinct();
  }

  /** What was on the page and is not ticked any more is left; a list it did not show stays. */
  private void act(Context ctx, Pages pages) {
    String token = Token.of(ctx);
    Optional<Shown> shown = preferences.of(token);
    List<String> kept = ctx.formParams("liste");
    List<String> offered = ctx.formParams("offerte");
    Map<String, String> given = new HashMap<>();
    given.put("abonnement", token);
    for (String param : List.of("langue", "fuseau"))
      Optional.ofNullable(ctx.formParam(param))
          .filter(each -> !each.isBlank())
          .ifPresent(each -> given.put(param, each));
    String left =
        shown.map(Shown::lists).orElse(List.of()).stream()
            .map(Newsletter::code)
            .filter(code -> offered.contains(code) && !kept.contains(code))
            .collect(Collectors.joining(","));
    if (!left.isEmpty()) given.put("quitter", left);
    hand(ctx, pages, token, given);
  }

  private void hand(Context ctx, Pages pages, String token, Map<String, String> given) {
    Nonce nonce = Nonce.fresh();
    Failures.name(ctx, nonce.invocation());
    Language language = pages.language(ctx);
    Actor holder = Actor.stranger(Identity.link(token), language);
    try {
      Reply reply =
          desk.handle(
              new Invocation(
                  nonce.invocation(), holder, "infolettre preferences", given, Source.WEB));
      pages.show(
          ctx,
          HttpStatus.OK,
          "subscribed",
          Map.of(
              "heading",
              pages.messages().say(language, "web.preferences.done"),
              "blocks",
              new Blocks(pages.messages(), language).of(reply)));
    } catch (Refusal refusal) {
      refuse(ctx, pages, refusal);
    }
  }

  private static void refuse(Context ctx, Pages pages, Refusal refusal) {
    Language language = pages.language(ctx);
    pages.notice(
        ctx,
        HttpStatus.NOT_FOUND,
        pages.messages().say(language, "web.refused.title"),
        pages.messages().say(language, refusal.key(), refusal.arguments().toArray()));
  }
}
