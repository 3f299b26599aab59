package ca.greffier.console;

import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A terminal as lines are written to it. */
final class Screen {
  private static final int USUAL_WIDTH = 80;

  private Screen() {}

  /** A terminal that does not know its width is as wide as most. */
  static int width(Terminal terminal) {
    int columns = terminal.getSize().getColumns();
    return columns > 0 ? columns : USUAL_WIDTH;
  }

  static void write(Terminal terminal, List<Line> lines) {
    for (Line line : lines)
      terminal.writer().println(line.strong() ? strong(terminal, line) : line.text());
    terminal.flush();
  }

  private static String strong(Terminal terminal, Line line) {
    return new AttributedStringBuilder()
        .style(AttributedStyle.BOLD)
        .append(line.text())
        .toAnsi(terminal);
  }
}
