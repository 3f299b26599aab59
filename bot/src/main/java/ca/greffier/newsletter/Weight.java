package ca.greffier.newsletter;

import java.nio.charset.StandardCharsets;

/**
 * What the letter of an issue weighs on the wire, in bytes, before any is made: its layout and
 * headers, and its words twice (text and HTML) in quoted-printable.
 */
final class Weight {
  /** Gmail cuts letters a little above 100 kB (domain.md E10). */
  static final int MOST = 98_000;

  private static final int FRAME = 12_000;

  /** Twice, and the marks of HTML. */
  private static final double TIMES = 2.4;

  private Weight() {}

  static int of(String contents) {
    int written = 0;
    for (byte each : contents.getBytes(StandardCharsets.UTF_8)) written += each < 0 ? 3 : 1;
    return FRAME + (int) (written * TIMES);
  }
}
