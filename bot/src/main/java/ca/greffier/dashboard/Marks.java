package ca.greffier.dashboard;

import static ca.greffier.dashboard.Svg.at;
import static ca.greffier.dashboard.Svg.rounded;

/** The mark of each standing: a shape of its own, and a colour besides (domain.md A3). */
public final class Marks {
  private static final int SIDE = 16;

  private Marks() {}

  /** A small drawing to stand before the word; it says nothing more, so nothing is read aloud. */
  public static String inline(Standing standing) {
    return "<svg class=\"mark-of\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 16 16\""
        + " width=\"16\" height=\"16\">"
        + shape(standing, SIDE / 2.0, SIDE / 2.0, SIDE / 2.0 - 1)
        + "</svg>";
  }

  /** A full disc, a triangle, a square; hollow where nothing is known, or known no more. */
  static String shape(Standing standing, double x, double y, double half) {
    Ink ink = Ink.of(standing);
    return switch (standing) {
      case GOOD -> disc(x, y, half, ink.fill());
      case WATCH -> path(ink, at(x, y - half), at(x + half, y + half), at(x - half, y + half));
      case CRITICAL ->
          path(
              ink,
              at(x - half, y - half),
              at(x + half, y - half),
              at(x + half, y + half),
              at(x - half, y + half));
      case STALE -> disc(x, y, half - 1, ink.line() + " stroke-width=\"2\"");
      case UNKNOWN ->
          disc(x, y, half - 1, ink.line() + " stroke-width=\"2\" stroke-dasharray=\"3 2\"");
    };
  }

  private static String disc(double x, double y, double radius, String ink) {
    return "<circle cx=\""
        + rounded(x)
        + "\" cy=\""
        + rounded(y)
        + "\" r=\""
        + rounded(radius)
        + "\""
        + ink
        + "/>";
  }

  private static String path(Ink ink, String... corners) {
    return "<path d=\"M" + String.join("L", corners) + "Z\"" + ink.fill() + "/>";
  }
}
