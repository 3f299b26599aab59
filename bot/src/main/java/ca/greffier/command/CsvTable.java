package ca.greffier.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as Excel opens it in Québec: semicolons, UTF-8 with its mark. {@link CsvFile} reads it
 * back as it was.
 */
public final class CsvTable {
  /** What a spreadsheet would take for a formula. */
  static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r-].*", Pattern.DOTALL);

  static final String GUARD = "'";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:[.,][0-9]+)?");
  private static final String MARK = "\uFEFF";

  private CsvTable() {}

  /**
   * @param heads as the import of the same things wants them
   */
  public static byte[] write(List<String> heads, List<List<String>> rows) {
    CSVFormat format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
    StringBuilder text = new StringBuilder(MARK);
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord(heads);
      for (List<String> row : rows)
        printer.printRecord(row.stream().map(CsvTable::guarded).toList());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What somebody typed must not be reckoned with on the machine of whoever opens the table. */
  private static String guarded(String cell) {
    return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? GUARD + cell : cell;
  }

  /** As it was before it was guarded. */
  static String unguarded(String cell) {
    return cell.startsWith(GUARD) && FORMULA.matcher(cell.substring(1)).matches()
        ? cell.substring(1)
        : cell;
  }
}
