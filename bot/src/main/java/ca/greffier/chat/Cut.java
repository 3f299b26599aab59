package ca.greffier.chat;

/** Shortens what Discord gives little room for. */
final class Cut {
  private Cut() {}

  /** The text, or its beginning and an ellipsis. */
  static String to(int most, String text) {
    if (text.length() <= most) return text;
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return text.substring(0, end).stripTrailing() + "…";
  }
}
