package ca.greffier.table;

import ca.greffier.text.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as a workbook of one sheet: dates are dates and amounts are numbers, the heads
 * stay in sight, every column can be filtered. What somebody typed is text, never a formula.
 */
final class SheetTable {
  private static final int NARROWEST = 10;
  private static final int WIDEST = 60;
  private static final int CHARACTER = 256;

  private final XSSFWorkbook book = new XSSFWorkbook();
  private final CellStyle head;
  private final CellStyle date;
  private final CellStyle amount;

  private SheetTable() {
    head = book.createCellStyle();
    Font bold = book.createFont();
    bold.setBold(true);
    head.setFont(bold);
    date = styled("yyyy-mm-dd");
    amount = styled("#,##0.00");
  }

  private CellStyle styled(String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }

  static byte[] write(Table table) {
    SheetTable writing = new SheetTable();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = writing.book) {
      writing.fill(table);
      book.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private void fill(Table table) {
    Sheet sheet = book.createSheet("Greffier");
    Row heads = sheet.createRow(0);
    for (int i = 0; i < table.heads().size(); i++) {
      Cell cell = heads.createCell(i);
      cell.setCellValue(table.heads().get(i));
      cell.setCellStyle(head);
      sheet.setColumnWidth(i, CHARACTER * width(table, i));
    }
    for (int i = 0; i < table.rows().size(); i++) {
      List<@Nullable Object> row = table.rows().get(i);
      Row line = sheet.createRow(i + 1);
      for (int j = 0; j < row.size(); j++) put(line.createCell(j), row.get(j));
    }
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, table.rows().size(), 0, table.heads().size() - 1));
  }

  private void put(Cell cell, @Nullable Object value) {
    switch (value) {
      case null -> cell.setBlank();
      case LocalDate day -> {
        cell.setCellValue(day);
        cell.setCellStyle(date);
      }
      case Money money -> {
        cell.setCellValue(BigDecimal.valueOf(money.cents(), 2).doubleValue());
        cell.setCellStyle(amount);
      }
      case Integer number -> cell.setCellValue(number);
      default -> cell.setCellValue(String.valueOf(value));
    }
  }

  /** In characters. */
  private static int width(Table table, int column) {
    int longest =
        table.rows().stream()
            .map(row -> row.get(column))
            .mapToInt(value -> value == null ? 0 : String.valueOf(value).length())
            .max()
            .orElse(0);
    return Math.clamp(Math.max(longest, table.heads().get(column).length()) + 2, NARROWEST, WIDEST);
  }
}
