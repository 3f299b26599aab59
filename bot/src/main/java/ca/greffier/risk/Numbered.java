package ca.greffier.risk;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Folded;
import ca.greffier.text.Typed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something of a register, by its number: {@code R-07}, {@code r7}, {@code 7}. The open ones are
 * suggested.
 *
 * @param unknown the refusal of a number that nothing has
 */
record Numbered<T>(
    Pattern pattern,
    String unknown,
    IntFunction<Optional<T>> find,
    Supplier<List<T>> open,
    Function<T, String> code,
    Function<T, String> title)
    implements Kind<T> {

  static Kind<Risk> risk(RiskKind kind, Risks risks) {
    return new Numbered<>(
        pattern(kind.letter()),
        kind.key("unknown"),
        number -> risks.byNumber(kind, number),
        () -> risks.open().stream().filter(risk -> risk.kind() == kind).toList(),
        Risk::code,
        Risk::event);
  }

  static Kind<Issue> issue(Issues issues) {
    return new Numbered<>(
        pattern("EN"),
        "risk.issue.unknown",
        issues::byNumber,
        issues::open,
        Issue::code,
        Issue::title);
  }

  private static Pattern pattern(String letters) {
    return Pattern.compile("(?:" + letters.toLowerCase(Locale.ROOT) + " ?-? ?)?([0-9]{1,9})");
  }

  @Override
  public T parse(String typed) {
    Matcher number = pattern.matcher(Folded.of(typed));
    if (!number.matches()) throw new Refusal(unknown, Typed.quoted(typed));
    return find.apply(Integer.parseInt(number.group(1)))
        .orElseThrow(() -> new Refusal(unknown, Typed.quoted(typed)));
  }

  @Override
  public String write(T value) {
    return code.apply(value);
  }

  @Override
  public boolean suggests() {
    return true;
  }

  @Override
  public List<Suggestion> suggest(String typed) {
    return Suggestion.coded(typed, open.get(), code, title);
  }
}
