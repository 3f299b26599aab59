package ca.greffier.command;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text from outside without what has no business in it: control characters (a line break in a
 * subject would inject a header), marks that turn the direction of writing, broken surrogates.
 */
final class Cleaned {
  private static final Pattern BREAKS = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");
  private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n|[\\r\\u0085\\u2028\\u2029]");
  private static final Pattern UNWANTED =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");

  private Cleaned() {}

  /** One line: every run of line breaks, tabs and spaces is one space. */
  static String line(String typed) {
    return kept(BREAKS.matcher(typed).replaceAll(" "));
  }

  /** Several lines, ended by {@code \n}. */
  static String lines(String typed) {
    return kept(LINE_ENDS.matcher(typed).replaceAll("\n"));
  }

  private static String kept(String text) {
    String clean = UNWANTED.matcher(text).replaceAll("");
    return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
  }
}
