package ca.greffier.console;

/**
 * A line of the screen.
 *
 * @param strong a title or a head; nothing is told by its looks alone
 */
record Line(String text, boolean strong) {
  static Line plain(String text) {
    return new Line(text, false);
  }

  static Line strong(String text) {
    return new Line(text, true);
  }
}
