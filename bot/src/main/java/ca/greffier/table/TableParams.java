package ca.greffier.table;

import ca.greffier.command.Attachment;
import ca.greffier.command.Call;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;

/**
 * What every command that takes or gives a table asks for.
 *
 * @param trial only report
 * @param partial write what can be written
 */
public record TableParams(
    Param<Attachment> file,
    Param<Boolean> trial,
    Param<Boolean> partial,
    Param<TableFormat> format) {

  /**
   * @param mostBytes of a file that comes in
   */
  public static TableParams of(int mostBytes, Kinds kinds) {
    return new TableParams(
        Param.required("fichier", kinds.file(mostBytes, "csv", "xlsx")),
        Param.optional("essai", kinds.yesNo()),
        Param.optional("partiel", kinds.yesNo()),
        Param.optional("format", TableFormat.kind(kinds)));
  }

  /** What to do with the table that came in. */
  public TableImport.Run run(Call call) {
    return TableImport.Run.of(call.find(trial).orElse(false), call.find(partial).orElse(false));
  }

  /** How the table goes out: as CSV unless another is wanted. */
  public TableFormat format(Call call) {
    return call.find(format).orElse(TableFormat.CSV);
  }
}
