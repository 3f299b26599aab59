package ca.greffier.dashboard;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.util.regex.Pattern;

/** The words of a picture: it is drawn in one language. */
public record Voice(Messages messages, Language language) {
  private static final Pattern SYMBOL = Pattern.compile("^[^\\p{L}\\p{N}]+");

  String say(String key, Object... arguments) {
    return messages.say(language, key, arguments);
  }

  String word(Object value) {
    return messages.word(language, value);
  }

  /** Without the symbol before the word: a picture draws its own. */
  String plain(Phrase phrase) {
    return SYMBOL.matcher(messages.say(language, phrase)).replaceFirst("");
  }

  /** As much of a text as there is room for. */
  static String cut(String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length <= most) return text;
    return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }
}
