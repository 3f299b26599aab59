package ca.greffier.table;

import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a table goes out. */
public enum TableFormat {
  /** As Excel opens it in Québec: semicolons, UTF-8 with its mark. */
  CSV("csv", "text/csv; charset=utf-8"),
  /** A workbook of Excel. */
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String extension;
  private final String mediaType;

  TableFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  String extension() {
    return extension;
  }

  String mediaType() {
    return mediaType;
  }

  /** One of them, as people name it. */
  public static Kind<TableFormat> kind(Kinds kinds) {
    Map<String, TableFormat> names = new LinkedHashMap<>();
    for (TableFormat each : values()) names.put(each.extension, each);
    return kinds.choice("tableau", names);
  }
}
