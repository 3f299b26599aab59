package ca.greffier.table;

import ca.greffier.text.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes a table as Excel opens it in Québec: semicolons, UTF-8 with its mark. */
final class CsvTable {
  /** What a spreadsheet would take for a formula. */
  private static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r-].*", Pattern.DOTALL);

  private static final String GUARD = "'";
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:[.,][0-9]+)?");
  private static final String MARK = "\uFEFF";

  private CsvTable() {}

  static byte[] write(Table table) {
    CSVFormat format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
    StringBuilder text = new StringBuilder(MARK);
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord(table.heads());
      for (List<@Nullable Object> row : table.rows())
        printer.printRecord(row.stream().map(CsvTable::cell).toList());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Amounts with a comma, as spreadsheets have it here. */
  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Money money -> BigDecimal.valueOf(money.cents(), 2).toPlainString().replace('.', ',');
      case String typed -> guarded(typed);
      default -> String.valueOf(value);
    };
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
