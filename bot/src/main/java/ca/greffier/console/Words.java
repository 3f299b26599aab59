package ca.greffier.console;

import ca.greffier.command.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * A line cut at spaces. Double quotes keep spaces together, {@code \"} is a quote inside quotes; an
 * apostrophe is only a letter.
 */
final class Words {
  /**
   * A piece of the line.
   *
   * @param text without its quotes
   * @param raw as typed
   * @param quote where the first quote stood in {@code text}; -1 without quotes
   */
  record Word(String text, String raw, int quote) {}

  private final String line;
  private final List<Word> words = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int start = -1;
  private int quote = -1;
  private boolean open;

  private Words(String line) {
    this.line = line;
  }

  /**
   * @throws Refusal when a quote is not closed
   */
  static List<Word> of(String line) {
    Words cut = new Words(line);
    cut.read();
    if (cut.open) throw new Refusal("console.quote");
    return cut.words;
  }

  /** The same for a line that is still being typed: the last word may be open, and may be empty. */
  static List<Word> typing(String line) {
    Words cut = new Words(line);
    cut.read();
    if (line.isEmpty() || (!cut.open && Character.isWhitespace(line.charAt(line.length() - 1))))
      cut.words.add(new Word("", "", -1));
    return cut.words;
  }

  private void read() {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isWhitespace(c) && !open) end(i);
      else i = letter(c, i);
    }
    end(line.length());
  }

  /** Takes one letter; returns where it ended. */
  private int letter(char c, int at) {
    if (start < 0) start = at;
    if (c == '"') {
      open = !open;
      if (quote < 0) quote = text.length();
    } else if (c == '\\' && open && line.startsWith("\"", at + 1)) {
      text.append('"');
      return at + 1;
    } else {
      text.append(c);
    }
    return at;
  }

  private void end(int at) {
    if (start < 0) return;
    words.add(new Word(text.toString(), line.substring(start, at), quote));
    text.setLength(0);
    start = -1;
    quote = -1;
  }
}
