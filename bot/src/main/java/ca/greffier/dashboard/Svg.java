package ca.greffier.dashboard;

import java.util.List;
import java.util.Locale;

/** A drawing under the pen: plain shapes and text, nothing that needs a style sheet or a script. */
final class Svg {
  static final String FONT = "'DejaVu Sans', Verdana, Arial, sans-serif";

  private final int width;
  private final StringBuilder body = new StringBuilder();

  Svg(int width) {
    this.width = width;
  }

  /** Where text is held. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** How a text is set. */
  record Type(int size, Ink ink, Anchor anchor, boolean bold) {
    static final Type LABEL = new Type(13, Ink.TEXT, Anchor.START, false);
    static final Type HEAD = new Type(13, Ink.TEXT, Anchor.START, true);
    static final Type SMALL = new Type(12, Ink.QUIET, Anchor.START, false);

    Type at(Anchor other) {
      return new Type(size, ink, other, bold);
    }
  }

  /**
   * How a line is drawn.
   *
   * @param dashes as SVG writes them; empty when the line is whole
   */
  record Pen(Ink ink, int thick, String dashes) {
    static final Pen GRID = new Pen(Ink.RULE, 1, "");
    static final Pen TODAY = new Pen(Ink.ACCENT, 2, "6 4");

    String stroke() {
      return number("stroke-width", thick)
          + ink.line()
          + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }
  }

  /** The corner, the width and the height. */
  record Box(double x, double y, double width, double height) {}

  Svg box(Box box, Ink ink) {
    body.append("<rect").append(corner(box)).append(ink.fill()).append("/>");
    return this;
  }

  Svg frame(Box box, Pen pen) {
    body.append("<rect").append(corner(box)).append(pen.stroke()).append("/>");
    return this;
  }

  /** A level line. */
  Svg level(double fromX, double toX, double y, Pen pen) {
    return line(at(fromX, y), at(toX, y), pen);
  }

  /** An upright line. */
  Svg upright(double x, double fromY, double toY, Pen pen) {
    return line(at(x, fromY), at(x, toY), pen);
  }

  private Svg line(String from, String to, Pen pen) {
    body.append("<path d=\"M").append(from).append('L').append(to).append('"');
    body.append(pen.stroke()).append("/>");
    return this;
  }

  /**
   * A line through points, each as {@link #at} writes it; nothing when there are fewer than two.
   */
  Svg broken(List<String> points, Pen pen) {
    if (points.size() < 2) return this;
    body.append("<path d=\"M")
        .append(String.join("L", points))
        .append("\" stroke-linejoin=\"round\"");
    body.append(pen.stroke()).append("/>");
    return this;
  }

  /** A hollow lozenge: a date that was approved. */
  Svg lozenge(double x, double y, double half, Ink ink) {
    body.append("<path d=\"M")
        .append(at(x - half, y))
        .append('L')
        .append(at(x, y - half))
        .append('L')
        .append(at(x + half, y))
        .append('L')
        .append(at(x, y + half))
        .append("Z\" stroke-width=\"2\"")
        .append(ink.line())
        .append("/>");
    return this;
  }

  /** A mark whose shape says the standing, so that its colour need not. */
  Svg mark(Standing standing, double x, double y, double half) {
    body.append(Marks.shape(standing, x, y, half));
    return this;
  }

  Svg text(String text, double x, double y, Type type) {
    body.append("<text")
        .append(number("x", x))
        .append(number("y", y))
        .append(number("font-size", type.size()))
        .append(" text-anchor=\"")
        .append(type.anchor().name().toLowerCase(Locale.ROOT))
        .append('"');
    if (type.bold()) body.append(" font-weight=\"bold\"");
    body.append(type.ink().fill()).append('>').append(escaped(text)).append("</text>");
    return this;
  }

  /** The whole, with what it is and what it shows. */
  Picture picture(String name, int height, String title, String description) {
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"%s\" aria-labelledby=\"%s-titre %s-texte\"><title id=\"%s-titre\">%s</title><desc id=\"%s-texte\">%s</desc>%s</svg>"
            .formatted(
                width,
                height,
                width,
                height,
                FONT,
                name,
                name,
                name,
                escaped(title),
                name,
                escaped(description),
                body);
    return new Picture(name, title, description, svg);
  }

  private static String corner(Box box) {
    return number("x", box.x())
        + number("y", box.y())
        + number("width", box.width())
        + number("height", box.height());
  }

  private static String number(String name, double value) {
    return " " + name + "=\"" + rounded(value) + "\"";
  }

  static String at(double x, double y) {
    return rounded(x) + " " + rounded(y);
  }

  static String rounded(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
