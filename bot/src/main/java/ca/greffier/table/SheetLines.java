package ca.greffier.table;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * The lines of each sheet of a workbook: what its cells hold, not how they look. A formula gives
 * the value it had when the file was saved.
 */
final class SheetLines implements XSSFSheetXMLHandler.SheetContentsHandler {
  private static final int MOST_COLUMNS = 200;
  private static final long MOST_UNPACKED = 60L << 20;
  private static final int BUFFER = 64 << 10;

  private final String name;
  private final int most;
  private final List<Line> lines = new ArrayList<>();
  private List<String> cells = new ArrayList<>();

  private SheetLines(String name, int most) {
    this.name = name;
    this.most = most;
  }

  /**
   * @throws Refusal when it cannot be read, or a sheet is longer than {@code most} lines
   */
  static List<List<Line>> read(Attachment file, int most) {
    requireSmall(file);
    try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(file.bytes()))) {
      XSSFReader reader = new XSSFReader(parts);
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(parts, false);
      List<List<Line>> sheets = new ArrayList<>();
      XSSFReader.SheetIterator each = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (each.hasNext()) {
        SheetLines sheet = new SheetLines(file.name(), most);
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(
            new XSSFSheetXMLHandler(reader.getStylesTable(), strings, sheet, new Values(), false));
        try (InputStream data = each.next()) {
          xml.parse(new InputSource(data));
        }
        sheets.add(sheet.lines);
      }
      return sheets;
    } catch (Refusal tooLong) {
      throw tooLong;
    } catch (IOException
        | OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | RuntimeException broken) {
      // a damaged file makes its reader throw anything
      throw new Refusal("refusal.table.sheet", file.name());
    }
  }

  /** A small file may unpack to a huge one, whose parts its reader would all keep in memory. */
  private static void requireSmall(Attachment file) {
    byte[] buffer = new byte[BUFFER];
    long unpacked = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
      while (zip.getNextEntry() != null) {
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          unpacked += read;
          if (unpacked > MOST_UNPACKED) throw new Refusal("refusal.table.sheet", file.name());
        }
      }
    } catch (IOException damaged) {
      throw new Refusal("refusal.table.sheet", file.name());
    }
  }

  @Override
  public void startRow(int row) {
    cells = new ArrayList<>();
  }

  @Override
  public void endRow(int row) {
    Line line = new Line(row + 1, cells);
    if (line.isBlank()) return;
    lines.add(line);
    if (lines.size() > most) throw new Refusal("refusal.table.long", name, most);
  }

  @Override
  public void cell(
      @Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
    int column = reference == null ? cells.size() : new CellReference(reference).getCol();
    if (column >= MOST_COLUMNS) return;
    while (cells.size() <= column) cells.add("");
    cells.set(column, value == null ? "" : value.trim());
  }

  /** Dates and numbers as anybody can read them back, whatever the cell shows them as. */
  private static final class Values extends DataFormatter {
    private static final int DIGITS = 15;

    @Override
    public String formatRawCellContents(
        double value, int formatIndex, @Nullable String format, boolean since1904) {
      if (format != null
          && DateUtil.isADateFormat(formatIndex, format)
          && DateUtil.isValidExcelDate(value)) return date(value, since1904);
      return new BigDecimal(value, new MathContext(DIGITS)).stripTrailingZeros().toPlainString();
    }

    private static String date(double value, boolean since1904) {
      LocalDateTime at = DateUtil.getLocalDateTime(value, since1904);
      if (value < 1) return at.toLocalTime().toString();
      return at.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? at.toLocalDate().toString()
          : DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").format(at);
    }
  }
}
