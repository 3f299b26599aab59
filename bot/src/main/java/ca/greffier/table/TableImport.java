package ca.greffier.table;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.table.TableFile.Row;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * A table brought in line by line. Each line is read on its own, so that the report names every one
 * that is refused; nothing is written as long as one is, unless a part is wanted.
 */
public final class TableImport {
  private static final int LONGEST_CELL = 200;
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,19}");

  private final List<Checked> lines;

  private TableImport(List<Checked> lines) {
    this.lines = lines;
  }

  /**
   * What a line would do.
   *
   * @param what told in the report
   */
  public record Planned(Phrase what, Runnable write) {}

  /** A line, planned or refused. */
  private record Checked(int number, String name, Phrase verdict, Optional<Runnable> write) {}

  /**
   * Reads every line.
   *
   * @param key the column that names a line; two lines of the same name are one too many
   * @param reading throws a Refusal that says what is wrong with the line
   */
  public static TableImport read(TableFile table, String key, Function<Row, Planned> reading) {
    Map<String, Integer> seen = new HashMap<>();
    return of(
        table.rows(),
        Row::number,
        row -> row.cell(key),
        row -> {
          String name = row.cell(key);
          Integer before = seen.putIfAbsent(name.toUpperCase(Locale.ROOT), row.number());
          if (before != null) throw new Refusal("import.twice", name, before);
          return reading.apply(row);
        });
  }

  /**
   * The same for lines that are not of a table.
   *
   * @param number by which the reader finds the line
   */
  public static <T> TableImport of(
      List<T> given,
      ToIntFunction<T> number,
      Function<T, String> name,
      Function<T, Planned> reading) {
    List<Checked> lines = new ArrayList<>();
    for (T each : given) {
      int place = number.applyAsInt(each);
      try {
        Planned planned = reading.apply(each);
        lines.add(
            new Checked(place, name.apply(each), planned.what(), Optional.of(planned.write())));
      } catch (Refusal refusal) {
        Phrase why = new Phrase(refusal.key(), refusal.arguments());
        lines.add(new Checked(place, name.apply(each), why, Optional.empty()));
      }
    }
    return new TableImport(lines);
  }

  /**
   * The text of a cell that must be filled.
   *
   * @throws Refusal when it is empty or too long
   */
  public static String filled(Row row, String head) {
    String cell = row.cell(head);
    if (cell.isEmpty()) throw new Refusal("import.empty", head);
    if (cell.length() > LONGEST_CELL || cell.chars().anyMatch(Character::isISOControl))
      throw new Refusal("import.cell", head, LONGEST_CELL);
    return cell;
  }

  /**
   * The code of the line, in capitals.
   *
   * @throws Refusal when it is empty, or has other signs than letters, digits, points and hyphens
   */
  public static String code(Row row) {
    String code = filled(row, "code").toUpperCase(Locale.ROOT);
    if (!CODE.matcher(code).matches()) throw new Refusal("import.code", code);
    return code;
  }

  /** The value of a cell that may be empty. */
  public static <T> Optional<T> value(Row row, String head, Kind<T> kind) {
    String cell = row.cell(head);
    return cell.isEmpty() ? Optional.empty() : Optional.of(kind.parse(cell));
  }

  /** What to do with a table that was read. */
  public enum Run {
    /** Only report. */
    TRIAL,
    /** Write every line, or none. */
    WHOLE,
    /** Write what can be written, and report the rest. */
    PARTIAL;

    public static Run of(boolean trial, boolean partial) {
      if (trial) return TRIAL;
      return partial ? PARTIAL : WHOLE;
    }
  }

  /**
   * Writes the lines, or only reports.
   *
   * @throws Refusal when a line is refused, and the whole was wanted
   */
  public Reply run(Run how) {
    List<Checked> refused = lines.stream().filter(line -> line.write().isEmpty()).toList();
    if (how == Run.TRIAL) return report("import.report", refused.size(), lines);
    if (how == Run.WHOLE && !refused.isEmpty()) {
      Checked first = refused.getFirst();
      throw new Refusal("import.refused", refused.size(), first.number(), first.verdict());
    }
    for (Checked line : lines) line.write().ifPresent(Runnable::run);
    Reply done = Reply.said("import.done", lines.size() - refused.size());
    return refused.isEmpty()
        ? done
        : Reply.together(done, report("import.left", refused.size(), refused));
  }

  private static Reply report(String title, int refused, List<Checked> shown) {
    List<List<Object>> rows = new ArrayList<>();
    for (Checked line : shown) {
      String mark = line.write().isPresent() ? "import.fine" : "import.wrong";
      rows.add(List.of(line.number(), line.name(), Phrase.of(mark, line.verdict())));
    }
    return new Reply.Table(
        title,
        List.of(refused, shown.size()),
        List.of("import.line", "import.what", "import.verdict"),
        rows);
  }
}
