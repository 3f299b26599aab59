package ca.greffier.command;

import ca.greffier.text.Folded;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something of a register, by its number: {@code R-07}, {@code r7}, {@code 7}.
 *
 * @param pattern how it may be typed, folded; its first group is the number
 * @param unknown the refusal of a number that nothing has
 * @param suggested what is offered while the person types
 */
public record Numbered<T>(
    Pattern pattern,
    String unknown,
    IntFunction<Optional<T>> find,
    Supplier<List<T>> suggested,
    Function<T, String> code,
    Function<T, String> title)
    implements Kind<T> {

  /** The numbers that follow these letters, which may be left out. */
  public static Pattern after(String letters) {
    return Pattern.compile("(?:" + letters.toLowerCase(Locale.ROOT) + " ?-? ?)?([0-9]{1,9})");
  }

  @Override
  public T parse(String typed) {
    Matcher number = pattern.matcher(Folded.of(typed));
    if (!number.matches()) throw new Refusal(unknown, Kinds.quoted(typed));
    return find.apply(Integer.parseInt(number.group(1)))
        .orElseThrow(() -> new Refusal(unknown, Kinds.quoted(typed)));
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
    return Suggestion.coded(typed, suggested.get(), code, title);
  }
}
