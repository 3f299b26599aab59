package ca.greffier.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words a person wrote themself in a reply: without what their program quoted below (or above,
 * or between), and without their signature. When in doubt a line is kept: a few words too many are
 * seen and refused by the command, a few too little would be an answer nobody gave.
 */
final class OwnWords {
  private static final Pattern BLANKS = Pattern.compile("\\n{3,}");
  private static final int MOST_LINES = 5_000;
  private static final int MOST_LINE = 2_000;

  private final List<String> lines;
  private final Quotes quotes;

  private OwnWords(List<String> lines) {
    this.lines = lines;
    this.quotes = new Quotes(lines);
  }

  /**
   * Some trackers leave the mark U+1427 in the text. Words that are all signature are words, after
   * all.
   */
  static String of(String text) {
    List<String> lines =
        text.replace("\r\n", "\n")
            .replace('\r', '\n')
            .lines()
            .limit(MOST_LINES)
            .map(line -> line.length() > MOST_LINE ? line.substring(0, MOST_LINE) : line)
            .map(line -> line.replace("\u1427", "").stripTrailing())
            .toList();
    List<String> own = new OwnWords(lines).unquoted();
    String signed = joined(withoutSignature(own));
    return signed.isEmpty() ? joined(own) : signed;
  }

  /** What stands above the quote; and between and below, when each quoted line is marked. */
  private List<String> unquoted() {
    List<String> own = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      if (isQuoted(i)) {
        i++;
        continue;
      }
      int header = quotes.headerLength(i);
      if (header == 0) {
        own.add(lines.get(i++));
        continue;
      }
      i += header;
      if (!isMarkedFrom(i)) break;
    }
    return own;
  }

  private boolean isQuoted(int i) {
    return lines.get(i).stripLeading().startsWith(">");
  }

  private boolean isMarkedFrom(int start) {
    for (int i = start; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) return isQuoted(i);
    }
    return false;
  }

  private static List<String> withoutSignature(List<String> own) {
    Quotes quotes = new Quotes(own);
    for (int i = 0; i < own.size(); i++) {
      if (quotes.startsSignature(i)) return own.subList(0, i);
    }
    return own;
  }

  private static String joined(List<String> own) {
    return BLANKS.matcher(String.join("\n", own)).replaceAll("\n\n").strip();
  }
}
