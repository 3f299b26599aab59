package ca.greffier.text;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Data put into chat Markdown so that it shows as it is: a title with stars keeps its stars. */
public final class Escaped {
  /** Addresses are left alone: a backslash inside would break them. */
  private static final Pattern SPECIAL =
      Pattern.compile("(?m)(?<address>https?://\\S+)|[\\\\*_~`|\\[\\]<]|^[#>-]");

  private Escaped() {}

  public static String markdown(String data) {
    return SPECIAL
        .matcher(data)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    (found.group("address") == null ? "\\" : "") + found.group()));
  }

  /** Arguments of a message, where strings are data; typed values stay what they are. */
  public static List<Object> all(Collection<?> arguments) {
    return arguments.stream().map(Escaped::value).toList();
  }

  /** A value, likewise. */
  public static Object value(Object value) {
    return switch (value) {
      case String text -> markdown(text);
      case Phrase phrase -> new Phrase(phrase.key(), all(phrase.arguments()));
      case Optional<?> optional -> optional.map(Escaped::value);
      case Collection<?> several -> all(several);
      default -> value;
    };
  }
}
