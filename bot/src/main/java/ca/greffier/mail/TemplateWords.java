package ca.greffier.mail;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Money;
import ca.greffier.text.Percent;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.EscapingStrategy;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The filters of the templates, worded in the letter's language: {@code day} and {@code moment} of
 * ISO text, {@code time} of an ISO time or instant, {@code money} of cents, {@code number}, {@code
 * percent}.
 */
final class TemplateWords extends AbstractExtension {
  private final Messages messages;

  TemplateWords(Messages messages) {
    this.messages = messages;
  }

  @Override
  public Map<String, Filter> getFilters() {
    Map<String, Function<String, Object>> values =
        Map.of(
            "day", LocalDate::parse,
            "moment", Instant::parse,
            "time", this::time,
            "percent", text -> new Percent(Double.parseDouble(text)),
            "money", cents -> new Money(Long.parseLong(cents)),
            "number", TemplateWords::number);
    return values.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Word(entry.getValue())));
  }

  private LocalTime time(String iso) {
    return iso.endsWith("Z")
        ? Instant.parse(iso).atZone(messages.zone()).toLocalTime()
        : LocalTime.parse(iso);
  }

  private static Object number(String text) {
    return text.contains(".") ? (Object) new BigDecimal(text) : (Object) Long.valueOf(text);
  }

  private final class Word implements Filter {
    private final Function<String, Object> value;

    Word(Function<String, Object> value) {
      this.value = value;
    }

    @Override
    public Object apply(
        Object input,
        Map<String, Object> args,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      try {
        Language language = Language.of(context.getLocale().getLanguage());
        return messages.word(language, value.apply(String.valueOf(input)));
      } catch (RuntimeException unreadable) {
        throw new TemplateFault(
            self.getName() + ":" + line, String.valueOf(unreadable.getMessage()), unreadable);
      }
    }

    @Override
    public List<String> getArgumentNames() {
      return List.of();
    }
  }

  /**
   * Makes a value mere text in Markdown: each ASCII punctuation mark is escaped (CommonMark 2.4),
   * and a line end becomes U+2028, which {@code Markdown} turns into a line break: so it can start
   * no block and break no table.
   */
  static final class AsText implements EscapingStrategy {
    private static final Set<Integer> MARKS =
        "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".chars().boxed().collect(Collectors.toSet());

    @Override
    public String escape(String input) {
      StringBuilder text = new StringBuilder(input.length() + 16);
      input
          .strip()
          .lines()
          .forEach(
              line -> {
                if (!text.isEmpty()) text.append('\u2028');
                line.strip().codePoints().forEach(c -> append(text, c));
              });
      return text.toString();
    }

    private static void append(StringBuilder text, int c) {
      if (MARKS.contains(c)) text.append('\\');
      text.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
    }
  }
}
