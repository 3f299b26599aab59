package ca.greffier.command;

import ca.greffier.text.Folded;
import ca.greffier.text.SavedText;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as people save it: UTF-8 with or without a mark, or Windows-1252 as Excel does in Québec;
 * separated by semicolons, commas or tabs; column names with or without accents and capitals.
 *
 * @param separator between the cells; between those of Québec, whose decimals have a comma, a
 *     semicolon
 */
public record CsvFile(List<Row> rows, char separator) {
  private static final int MOST_ROWS = 20_000;

  /**
   * One line.
   *
   * @param number as a text editor shows it; the heads are line 1
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
  public static CsvFile read(Attachment file, String... heads) {
    String text = SavedText.of(file.bytes()).replace("\uFEFF", "");
    char separator = separator(text);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      return read(new Named(file.name(), separator), parser, heads);
    } catch (IOException | IllegalStateException | java.io.UncheckedIOException broken) {
      throw new Refusal("refusal.csv.broken", file.name());
    }
  }

  /** What is known of the table before it is read. */
  private record Named(String name, char separator) {}

  private static CsvFile read(Named file, CSVParser parser, String... heads) {
    String name = file.name();
    List<String> columns = List.of();
    List<Row> rows = new ArrayList<>();
    for (CSVRecord line : parser) {
      if (columns.isEmpty()) columns = heads(name, line, heads);
      else rows.add(new Row((int) parser.getCurrentLineNumber(), cells(columns, line)));
      if (rows.size() > MOST_ROWS) throw new Refusal("refusal.csv.long", name, MOST_ROWS);
    }
    if (rows.isEmpty()) throw new Refusal("refusal.csv.empty", name);
    return new CsvFile(List.copyOf(rows), file.separator());
  }

  private static List<String> heads(String name, CSVRecord line, String... wanted) {
    List<String> columns = line.stream().map(Folded::of).toList();
    for (String head : wanted) {
      if (!columns.contains(head))
        throw new Refusal("refusal.csv.column", name, head, String.join(", ", columns));
    }
    return columns;
  }

  private static Map<String, String> cells(List<String> columns, CSVRecord line) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size() && i < line.size(); i++)
      cells.put(columns.get(i), CsvTable.unguarded(line.get(i).trim()));
    return cells;
  }

  /** Whichever of the usual separators the first line holds most of. */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ';';
    for (char candidate : new char[] {',', '\t'}) {
      if (count(first, candidate) > count(first, best)) best = candidate;
    }
    return best;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }
}
