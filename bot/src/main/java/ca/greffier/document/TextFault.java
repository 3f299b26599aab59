package ca.greffier.document;

/** Why the text of a file cannot be read; how the reading process says so when it ends. */
enum TextFault {
  /** A password is needed. */
  ENCRYPTED(10),
  /** It is not what its name says, or is broken. */
  DAMAGED(11),
  /** It unpacks to far more than it weighs. */
  BOMB(12),
  /** It took too long. */
  SLOW(13),
  /** It needs too much memory. Java ends with 3 when it has none left. */
  HEAVY(3),
  /** The reading process itself was stopped, twice. */
  LOST(14);

  private final int exit;

  TextFault(int exit) {
    this.exit = exit;
  }

  int exit() {
    return exit;
  }

  /** The message that says it. */
  String key() {
    return "document.text." + name();
  }

  static TextFault of(int exit) {
    for (TextFault each : values()) {
      if (each.exit == exit) return each;
    }
    return DAMAGED;
  }
}
