package ca.greffier.command;

import ca.greffier.command.CsvFile.Row;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A table brought in line by line. Each line is read on its own, so that the report names every one
 * that is refused; nothing is written as long as one is.
 */
public final class CsvImport {
  private static final int LONGEST_CELL = 200;
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,19}");

  private final List<Line> lines;

  private CsvImport(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * What a line would do.
   *
   * @param what told in the report
   */
  public record Planned(Phrase what, Runnable write) {}

  /** A line, planned or refused. */
  private record Line(int number, String name, Phrase verdict, Optional<Runnable> write) {}

  /**
   * Reads every line.
   *
   * @param key the column that names a line; two lines of the same name are one too many
   * @param reading throws a Refusal that says what is wrong with the line
   */
  public static CsvImport read(CsvFile table, String key, Function<Row, Planned> reading) {
    List<Line> lines = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Row row : table.rows()) {
      String name = row.cell(key);
      try {
        Integer before = seen.putIfAbsent(name.toUpperCase(Locale.ROOT), row.number());
        if (before != null) throw new Refusal("import.twice", name, before);
        Planned planned = reading.apply(row);
        lines.add(new Line(row.number(), name, planned.what(), Optional.of(planned.write())));
      } catch (Refusal refusal) {
        Phrase why = new Phrase(refusal.key(), refusal.arguments());
        lines.add(new Line(row.number(), name, why, Optional.empty()));
      }
    }
    return new CsvImport(lines);
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

  /**
   * Writes every line, or only reports.
   *
   * @throws Refusal when a line is refused, and it is no trial
   */
  public Reply run(boolean trial) {
    List<Line> refused = lines.stream().filter(line -> line.write().isEmpty()).toList();
    if (trial) return report(refused.size());
    if (!refused.isEmpty()) {
      Line first = refused.getFirst();
      throw new Refusal("import.refused", refused.size(), first.number(), first.verdict());
    }
    for (Line line : lines) line.write().ifPresent(Runnable::run);
    return Reply.said("import.done", lines.size());
  }

  private Reply report(int refused) {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : lines) {
      String mark = line.write().isPresent() ? "import.fine" : "import.wrong";
      rows.add(List.of(line.number(), line.name(), Phrase.of(mark, line.verdict())));
    }
    return new Reply.Table(
        "import.report",
        List.of(refused, lines.size()),
        List.of("import.line", "import.what", "import.verdict"),
        rows);
  }
}
