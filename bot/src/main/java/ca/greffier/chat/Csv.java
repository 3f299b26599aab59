package ca.greffier.chat;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as a file that Excel in Canadian French opens by itself: semicolons, and a BOM. */
final class Csv {
  private static final char BOM = '\ufeff';

  private Csv() {}

  static byte[] write(
      List<String> heads, List<List<Object>> rows, Messages messages, Language language) {
    StringBuilder text = new StringBuilder().append(BOM);
    CSVFormat format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord(heads.stream().map(head -> messages.say(language, head)).toList());
      for (List<Object> row : rows) {
        List<String> cells = new ArrayList<>();
        for (Object value : row) cells.add(harmless(value, messages.word(language, value)));
        printer.printRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Text that a spreadsheet would take for a formula is marked as text. */
  private static String harmless(Object value, String word) {
    boolean formula = !word.isEmpty() && "=+-@\t\r".indexOf(word.charAt(0)) >= 0;
    return formula && value instanceof String ? "'" + word : word;
  }
}
