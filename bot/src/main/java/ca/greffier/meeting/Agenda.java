package ca.greffier.meeting;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An ordre du jour as people type it, made ready for a letter. */
final class Agenda {
  /** A list, a title, a quote, a table or something indented: the person writes Markdown. */
  private static final Pattern MARKED =
      Pattern.compile("(?m)^(?:[ \\t]+\\S|[-*+#>|]|\\d+[.)]\\s).*");

  private Agenda() {}

  /** Lines without any mark are the items: in Markdown they would run into one paragraph. */
  static String markdown(String typed) {
    String text = typed.strip();
    if (MARKED.matcher(text).find() || text.lines().count() < 2) return text;
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> "1. " + line)
        .collect(Collectors.joining("\n"));
  }
}
