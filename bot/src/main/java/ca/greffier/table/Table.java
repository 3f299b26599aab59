package ca.greffier.table;

import ca.greffier.command.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that goes out, and that {@link TableFile} reads back as it was.
 *
 * @param heads as the import of the same things wants them
 * @param rows of strings, whole numbers, dates and {@code Money}; null for nothing
 */
public record Table(List<String> heads, List<List<@Nullable Object>> rows) {

  /**
   * @param name without its extension
   * @param description a message key, with the number of rows as its argument
   */
  public Reply.Document document(String name, TableFormat format, String description) {
    byte[] bytes =
        switch (format) {
          case CSV -> CsvTable.write(this);
          case XLSX -> SheetTable.write(this);
        };
    return new Reply.Document(
        name + "." + format.extension(),
        format.mediaType(),
        bytes,
        description,
        List.of(rows.size()));
  }
}
