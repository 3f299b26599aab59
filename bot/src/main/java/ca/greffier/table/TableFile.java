package ca.greffier.table;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import ca.greffier.text.Folded;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A table as people save it: a workbook of Excel; or CSV, in UTF-8 with or without a mark or in
 * Windows-1252 as Excel does in Québec, separated by semicolons, commas or tabs. Column names with
 * or without accents and capitals; a title may stand above them.
 *
 * @param heads the columns, in lower case without accents
 * @param separator between the cells; between those of Québec, whose decimals have a comma, a
 *     semicolon; of a workbook too
 */
public record TableFile(List<String> heads, List<Row> rows, char separator) {
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_ABOVE = 10;
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  public TableFile {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /**
   * One line.
   *
   * @param number as the program shows it that wrote the file
   */
  public record Row(int number, Map<String, String> cells) {
    /** The cell under a head, trimmed; empty when there is none. */
    public String cell(String head) {
      return cells.getOrDefault(head, "");
    }
  }

  /**
   * @param heads the columns that must be there, in lower case without accents
   * @throws Refusal when it is no table, a column is missing, or it is too long
   */
  public static TableFile read(Attachment file, String... heads) {
    List<String> wanted = Arrays.asList(heads);
    Lines all = lines(file);
    return all.under(columns -> columns.containsAll(wanted))
        .map(table -> table.filled(file))
        .orElseThrow(() -> missing(file, wanted, all));
  }

  /**
   * The table under the first line that looks like its heads; empty when none does.
   *
   * @throws Refusal when it is no table, has no line, or is too long
   */
  public static Optional<TableFile> find(Attachment file, Predicate<List<String>> heads) {
    return lines(file).under(heads).map(table -> table.filled(file));
  }

  /** Whether a file is a workbook of Excel, or another archive. */
  public static boolean isWorkbook(byte[] bytes) {
    return bytes.length >= ZIP.length && Arrays.equals(Arrays.copyOf(bytes, ZIP.length), ZIP);
  }

  private static Lines lines(Attachment file) {
    if (isWorkbook(file.bytes())) return new Lines(SheetLines.read(file, MOST_ROWS + 1), ';');
    CsvLines csv = CsvLines.read(file, MOST_ROWS + 1);
    return new Lines(List.of(csv.lines()), csv.separator());
  }

  private static Refusal missing(Attachment file, List<String> wanted, Lines all) {
    List<String> found = all.first();
    if (found.isEmpty()) return new Refusal("refusal.table.empty", file.name());
    String lacking =
        wanted.stream().filter(head -> !found.contains(head)).findFirst().orElse(wanted.getFirst());
    return new Refusal("refusal.table.column", file.name(), lacking, String.join(", ", found));
  }

  private TableFile filled(Attachment file) {
    if (rows.isEmpty()) throw new Refusal("refusal.table.empty", file.name());
    return this;
  }

  /** What a file holds, before its heads are known. */
  private record Lines(List<List<Line>> sheets, char separator) {

    private Optional<TableFile> under(Predicate<List<String>> heads) {
      for (List<Line> sheet : sheets) {
        for (int i = 0; i < Math.min(sheet.size(), MOST_ABOVE); i++) {
          List<String> columns = folded(sheet.get(i));
          if (heads.test(columns))
            return Optional.of(
                new TableFile(
                    columns, rows(columns, sheet.subList(i + 1, sheet.size())), separator));
        }
      }
      return Optional.empty();
    }

    private List<String> first() {
      return sheets.stream()
          .filter(sheet -> !sheet.isEmpty())
          .findFirst()
          .map(sheet -> folded(sheet.getFirst()))
          .orElse(List.of());
    }

    private static List<String> folded(Line line) {
      return line.cells().stream().map(Folded::of).toList();
    }

    private static List<Row> rows(List<String> columns, List<Line> lines) {
      return lines.stream()
          .filter(line -> !line.isBlank())
          .map(line -> new Row(line.number(), cells(columns, line)))
          .toList();
    }

    private static Map<String, String> cells(List<String> columns, Line line) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < columns.size() && i < line.cells().size(); i++)
        cells.putIfAbsent(columns.get(i), line.cells().get(i));
      return cells;
    }
  }
}
