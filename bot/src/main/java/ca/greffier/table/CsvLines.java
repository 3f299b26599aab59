package ca.greffier.table;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import ca.greffier.text.SavedText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The lines of a CSV file, whichever of the usual separators it has.
 *
 * @param separator between the cells
 */
record CsvLines(List<Line> lines, char separator) {
  private static final int LOOKED_AT = 10;
  private static final String SAID = "sep=";

  /**
   * @throws Refusal when it cannot be read, or is longer than {@code most} lines
   */
  static CsvLines read(Attachment file, int most) {
    String text = SavedText.of(file.bytes()).replace("\uFEFF", "");
    char separator = separator(text);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();
    List<Line> lines = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord record : parser) {
        Line line = new Line((int) parser.getCurrentLineNumber(), cells(record));
        if (!isSeparator(line)) lines.add(line);
        if (lines.size() > most) throw new Refusal("refusal.table.long", file.name(), most);
      }
    } catch (IOException | IllegalStateException | UncheckedIOException broken) {
      throw new Refusal("refusal.table.broken", file.name());
    }
    return new CsvLines(lines, separator);
  }

  private static List<String> cells(CSVRecord line) {
    return line.stream().map(cell -> CsvTable.unguarded(cell.trim())).toList();
  }

  /** Excel writes {@code sep=;} above the heads to tell itself how the cells are parted. */
  private static boolean isSeparator(Line line) {
    return line.number() == 1 && line.cells().getFirst().startsWith(SAID);
  }

  /** The one that is said, else whichever the first lines hold most of. */
  private static char separator(String text) {
    if (text.startsWith(SAID) && text.length() > SAID.length()) return text.charAt(SAID.length());
    List<String> first = text.lines().limit(LOOKED_AT).toList();
    char best = ';';
    for (char candidate : new char[] {',', '\t'}) {
      if (most(first, candidate) > most(first, best)) best = candidate;
    }
    return best;
  }

  private static long most(List<String> lines, char wanted) {
    return lines.stream()
        .mapToLong(line -> line.chars().filter(c -> c == wanted).count())
        .max()
        .orElse(0);
  }
}
