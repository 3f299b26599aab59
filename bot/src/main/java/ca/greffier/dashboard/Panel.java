package ca.greffier.dashboard;

import ca.greffier.command.Reply;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the board.
 *
 * @param id stable, fit for an address
 * @param says sentences before anything else
 * @param table without rows when there is nothing to list
 */
public record Panel(
    String id,
    Phrase title,
    List<Phrase> says,
    @Nullable Picture picture,
    Reply.@Nullable Table table) {
  public Panel {
    says = List.copyOf(says);
  }

  /** In figures, as a table has room for (domain.md F3), on one line. */
  static Object date(@Nullable LocalDate day) {
    return Optional.ofNullable(day).map(known -> known.toString().replace('-', '\u2011'));
  }

  static Reply.Table table(String title, List<String> heads, List<List<Object>> rows) {
    return new Reply.Table(title, List.of(), heads, rows);
  }
}
