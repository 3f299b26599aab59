package ca.greffier.text;

/** What became of a text that a person typed: a value, or the reason why it is not one. */
public sealed interface Typed<T> {
  record Value<T>(T value) implements Typed<T> {}

  /**
   * @param why a message that says what would be accepted
   */
  record Unclear<T>(Phrase why) implements Typed<T> {}

  /** The reason repeats what was typed, cut short. */
  static <T> Typed<T> unclear(String key, String typed) {
    return new Unclear<>(Phrase.of(key, quoted(typed)));
  }

  /** What was typed, short enough to be repeated in a sentence. */
  static String quoted(String typed) {
    String line = typed.strip().replaceAll("[\\s\\p{Cc}]+", " ");
    return line.codePointCount(0, line.length()) <= 60
        ? line
        : line.substring(0, line.offsetByCodePoints(0, 60)) + "…";
  }
}
