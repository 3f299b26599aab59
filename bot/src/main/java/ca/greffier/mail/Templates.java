package ca.greffier.mail;

import ca.greffier.config.Organisation;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.text.Language;
import ca.greffier.text.Markdown;
import ca.greffier.text.Messages;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of the letters: one Markdown file by letter and language, rendered by Pebble, then made
 * into text and HTML and put into the layouts. A value is always mere text; a template that wants a
 * value's own Markdown says {@code | raw}, and what it brings is sanitised.
 */
public final class Templates {
  private static final String PAGE = "layout.mjml";
  private static final String TEXT = "layout.txt";

  /** All but that of the line that announces the signature. */
  private static final Pattern TRAILING_BLANKS = Pattern.compile("(?m)(?<!^--) +$");

  private final Messages messages;
  private final Organisation organisation;
  private final URI web;
  private final TemplateFiles files;
  private final PebbleEngine letters;
  private final PebbleEngine layouts;

  /**
   * The addresses that only one recipient knows.
   *
   * @param form the form of the Ask, if one is attached
   * @param unsubscribe where one click ends the subscription; newsletters only
   */
  public record Links(@Nullable String form, @Nullable String unsubscribe) {
    public static final Links NONE = new Links(null, null);
  }

  /** A letter's words; the subject is one line. */
  public record Rendered(String subject, String text, String html) {}

  /**
   * @param organisation who writes: the foot of each letter says it (domain.md C13)
   * @param web the public address of the web pages
   * @param folder templates edited without building; each file stands before the packaged one
   */
  public Templates(Messages messages, Organisation organisation, URI web, @Nullable Path folder) {
    this.messages = messages;
    this.organisation = organisation;
    this.web = web;
    this.files = new TemplateFiles(folder);
    this.layouts = engine("html");
    this.letters = engine("markdown");
  }

  /**
   * @throws TemplateFault when there is no such template, or it asks for what the letter has not
   */
  public Rendered render(Letter letter, Links links) {
    Language language = letter.language();
    String file = language.tag() + "/" + letter.template() + ".md";
    Map<String, Object> variables = variables(letter, links);
    String subject = oneLine(run(letters, file + TemplateFiles.SUBJECT, variables, language));
    Markdown body = Markdown.of(run(letters, file, variables, language));
    Map<String, Object> frame = frame(letter.letterClass(), language, links);
    frame.put("subject", subject);
    frame.put("heading", !body.hasHeading());
    frame.put("content", body.html());
    String html = run(layouts, PAGE, frame, language);
    frame.put("content", body.text(messages.say(language, "mail.colon")).strip());
    String text = run(layouts, TEXT, frame, language);
    return new Rendered(subject, TRAILING_BLANKS.matcher(text).replaceAll(""), html);
  }

  /**
   * Compiles every template.
   *
   * @throws TemplateFault naming the file and line that fails, or the language a letter lacks
   */
  public void check() {
    // as it was written first: its lines are those that somebody can look for
    for (String layout : List.of(PAGE + TemplateFiles.SOURCE, PAGE, TEXT)) compile(layouts, layout);
    SortedSet<String> names = names();
    for (Language language : Language.values()) {
      for (String name : names) {
        String file = language.tag() + "/" + name + ".md";
        compile(letters, file);
        compile(letters, file + TemplateFiles.SUBJECT);
      }
    }
  }

  /** The letters that exist in any language. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    for (Language language : Language.values()) names.addAll(files.letters(language.tag()));
    return names;
  }

  private Map<String, Object> variables(Letter letter, Links links) {
    Map<String, Object> variables = new HashMap<>(letter.data());
    variables.put("name", letter.name());
    variables.putAll(frame(letter.letterClass(), letter.language(), links));
    if (links.form() != null) variables.put("form", links.form());
    return variables;
  }

  private Map<String, Object> frame(LetterClass letterClass, Language language, Links links) {
    Map<String, Object> frame = new HashMap<>();
    frame.put("language", language.locale().toLanguageTag());
    frame.put("organisation", organisation.name());
    frame.put("address", organisation.address());
    frame.put("contact", contact());
    frame.put("web", web.toString().replaceAll("/+$", ""));
    String key = "mail.why." + letterClass.name().toLowerCase(Locale.ROOT);
    frame.put("why", messages.say(language, key, organisation.name()));
    if (links.unsubscribe() != null) {
      frame.put("unsubscribe", links.unsubscribe());
      frame.put("unsubscribeWords", messages.say(language, "mail.unsubscribe"));
      frame.put("preferencesWords", messages.say(language, "mail.preferences"));
    }
    return frame;
  }

  Organisation organisation() {
    return organisation;
  }

  private String contact() {
    return Stream.of(organisation.email(), organisation.phone(), organisation.web())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  private PebbleEngine engine(String escaping) {
    return new PebbleEngine.Builder()
        .loader(files)
        .extension(new TemplateWords(messages))
        .strictVariables(true)
        .addEscapingStrategy("markdown", new TemplateWords.AsText())
        .defaultEscapingStrategy(escaping)
        .build();
  }

  private static String run(
      PebbleEngine engine, String template, Map<String, Object> variables, Language language) {
    try {
      StringWriter out = new StringWriter();
      engine.getTemplate(template).evaluate(out, variables, language.locale());
      return out.toString();
    } catch (PebbleException e) {
      throw fault(template, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compile(PebbleEngine engine, String template) {
    try {
      engine.getTemplate(template);
    } catch (PebbleException e) {
      throw fault(template, e);
    }
  }

  private static TemplateFault fault(String template, PebbleException e) {
    String file = e.getFileName() == null ? template : e.getFileName();
    String line = e.getLineNumber() == null ? "" : ":" + e.getLineNumber();
    return new TemplateFault(
        TemplateFiles.file(file) + line, String.valueOf(e.getPebbleMessage()), e);
  }

  /** A header is one line: no value can start another. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s\u2028\u2029]+", " ").strip();
  }
}
