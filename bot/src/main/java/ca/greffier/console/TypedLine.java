package ca.greffier.console;

import ca.greffier.console.Words.Word;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** A line being typed, as far as the cursor, for JLine to complete its last word. */
record TypedLine(String line, int cursor, List<Word> cut) implements CompletingParsedLine {

  /** Cuts lines as {@link Words} does; nothing is an error while it is being typed. */
  static final class Cutter implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
      return new TypedLine(line, cursor, Words.typing(line.substring(0, cursor)));
    }
  }

  @Override
  public String word() {
    return cut.getLast().text();
  }

  @Override
  public int wordCursor() {
    return word().length();
  }

  @Override
  public int wordIndex() {
    return cut.size() - 1;
  }

  @Override
  public List<String> words() {
    return cut.stream().map(Word::text).toList();
  }

  @Override
  public int rawWordCursor() {
    return cut.getLast().raw().length();
  }

  @Override
  public int rawWordLength() {
    return rawWordCursor();
  }

  /** Quotes the value of {@code name:value}, or the word, when it has spaces. */
  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    String text = candidate.toString();
    if (text.indexOf(' ') < 0 && text.indexOf('"') < 0) return text;
    int name =
        text.indexOf(':') < 0 || text.indexOf(':') > text.indexOf(' ') ? 0 : text.indexOf(':') + 1;
    String value = text.substring(name).replace("\"", "\\\"");
    return text.substring(0, name) + '"' + value + (complete ? "\"" : "");
  }
}
