package ca.greffier.web;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Draws the templates of {@code web/} in the reader's language; all values are escaped. */
public final class Pages {
  private static final String LANGUAGE = "language";

  private final Messages messages;
  private final PebbleEngine engine;

  Pages(Messages messages) {
    this.messages = messages;
    ClasspathLoader loader = new ClasspathLoader();
    loader.setPrefix("web/");
    loader.setSuffix(".html");
    this.engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .defaultLocale(Locale.CANADA_FRENCH)
            .extension(new Words(messages))
            .build();
  }

  public Messages messages() {
    return messages;
  }

  /** Answers with a page. */
  public void show(Context ctx, HttpStatus status, String template, Map<String, ?> model) {
    Language language = language(ctx);
    Map<String, Object> all = new HashMap<>(model);
    all.put("language", language);
    all.put("lang", language.locale().toLanguageTag());
    all.put("others", others(ctx, language));
    ctx.status(status).html(drawn(template, all, language.locale()));
  }

  /** A page of one title and one paragraph: {@code KEY.title} and {@code KEY.text}. */
  public void notice(Context ctx, HttpStatus status, String key, Object... arguments) {
    Language language = language(ctx);
    notice(
        ctx,
        status,
        messages.say(language, key + ".title"),
        messages.say(language, key + ".text", arguments));
  }

  void notice(Context ctx, HttpStatus status, String title, String text) {
    show(ctx, status, "notice", Map.of("title", title, "text", text));
  }

  /**
   * The language of the page: the one asked for ({@code ?lang=en}), else the person's, else the
   * browser's, else French.
   */
  public Language language(Context ctx) {
    Language known = ctx.attribute(LANGUAGE);
    return asked(ctx).orElseGet(() -> known != null ? known : browser(ctx));
  }

  /** The person is known: from here on the page speaks their language. */
  void speak(Context ctx, Language language) {
    ctx.attribute(LANGUAGE, language);
  }

  /** {@code ?lang=en} when the reader chose a language for this visit; else nothing. */
  String kept(Context ctx) {
    return asked(ctx).map(language -> "?lang=" + language.tag()).orElse("");
  }

  private static Optional<Language> asked(Context ctx) {
    String asked = ctx.queryParam("lang");
    for (Language language : Language.values()) {
      if (language.tag().equals(asked)) return Optional.of(language);
    }
    return Optional.empty();
  }

  private static Language browser(Context ctx) {
    String header = ctx.header("Accept-Language");
    if (header == null || header.length() > 500) return Language.FRENCH;
    try {
      return Locale.LanguageRange.parse(header).stream()
          .map(Locale.LanguageRange::getRange)
          .filter(range -> range.startsWith("fr") || range.startsWith("en"))
          .findFirst()
          .map(Language::of)
          .orElse(Language.FRENCH);
    } catch (IllegalArgumentException malformed) {
      return Language.FRENCH;
    }
  }

  /** The same page in the other language; what a POST shows has no address to come back to. */
  private record Other(String tag, String name, String link) {}

  private List<Other> others(Context ctx, Language spoken) {
    if (ctx.method().equals(HandlerType.POST)) return List.of();
    return List.of(Language.values()).stream()
        .filter(language -> language != spoken)
        .map(
            language ->
                new Other(
                    language.locale().toLanguageTag(),
                    messages.say(language, "web.language"),
                    link(ctx, language)))
        .toList();
  }

  private static String link(Context ctx, Language language) {
    StringBuilder link = new StringBuilder("?lang=" + language.tag());
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("lang"))
                link.append('&')
                    .append(encoded(name))
                    .append('=')
                    .append(encoded(values.getFirst()));
            });
    return link.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String drawn(String template, Map<String, Object> model, Locale locale) {
    try {
      StringWriter page = new StringWriter();
      engine.getTemplate(template).evaluate(page, model, locale);
      return page.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
