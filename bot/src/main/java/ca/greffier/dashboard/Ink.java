package ca.greffier.dashboard;

import java.util.Locale;

/**
 * The colours of the pictures, as on paper; a page may give them others by their class, so that
 * they follow its light or its dark.
 */
enum Ink {
  PAPER("#fdfcf9"),
  TEXT("#1f2a37"),
  QUIET("#55606e"),
  RULE("#d9d5cb"),
  EDGE("#767f8a"),
  ACCENT("#0b5c6b"),
  GOOD("#2b7148"),
  WATCH("#8f5a00"),
  CRITICAL("#a3261b"),
  STALE("#6a727c"),
  /** Behind text: the squares of the map of risks. */
  LIGHT_GOOD("#e3efe6"),
  LIGHT_WATCH("#f7ecd2"),
  LIGHT_HIGH("#f6dcc4"),
  LIGHT_CRITICAL("#f3d3ce");

  private final String hex;

  Ink(String hex) {
    this.hex = hex;
  }

  static Ink of(Standing standing) {
    return switch (standing) {
      case GOOD -> GOOD;
      case WATCH -> WATCH;
      case CRITICAL -> CRITICAL;
      case STALE, UNKNOWN -> STALE;
    };
  }

  /** As {@code #rrggbb}. */
  String hex() {
    return hex;
  }

  String fill() {
    return " class=\"f-" + word() + "\" fill=\"" + hex + "\"";
  }

  /** An outline, hollow. */
  String line() {
    return " class=\"s-" + word() + "\" fill=\"none\" stroke=\"" + hex + "\"";
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
