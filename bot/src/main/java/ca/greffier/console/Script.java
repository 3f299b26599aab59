package ca.greffier.console;

import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.text.Phrase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lines to run without anybody at the terminal. Blank lines and those that begin with {@code #} are
 * nothing; a refused line is told on {@code err} with its number and does not stop the next ones.
 *
 * @param width of the lines written
 * @param echo true when each command is written before its answer
 * @param ids the invocations' ids, one a command: a script that may be run again after a crash
 *     gives the same ones, and what was done is not done twice
 */
public record Script(
    BufferedReader lines,
    PrintWriter out,
    PrintWriter err,
    int width,
    boolean echo,
    Supplier<String> ids) {
  private static final int LONGEST_LINE = 100_000;

  public Script(BufferedReader lines, PrintWriter out, PrintWriter err, int width, boolean echo) {
    this(lines, out, err, width, echo, Session::newId);
  }

  boolean run(Session session) {
    boolean fine = true;
    int number = 0;
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String command = (number == 1 ? line.replace("\ufeff", "") : line).strip();
        if (command.isEmpty() || command.startsWith("#")) continue;
        if (Session.leaves(command)) break;
        fine &= perform(session, number, command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fine;
  }

  private boolean perform(Session session, int number, String line) {
    if (echo) out.println("> " + Cells.clean(line));
    Drawing drawing = session.drawing(width);
    try {
      if (line.length() > LONGEST_LINE) throw new Refusal("console.long", LONGEST_LINE);
      Reply reply = session.help(line).orElseGet(() -> session.hand(session.read(line)));
      if (reply instanceof Reply.Blanks blanks)
        throw new Refusal("console.missing", Drawing.labels(blanks));
      write(out, drawing.draw(reply));
      return true;
    } catch (Refusal refusal) {
      Phrase why = new Phrase(refusal.key(), refusal.arguments());
      write(err, drawing.sentence("console.line", List.of(number, why)));
      return false;
    }
  }

  private static void write(PrintWriter to, List<Line> lines) {
    for (Line line : lines) to.println(line.text());
    to.flush();
  }
}
