package ca.greffier.budget;

import ca.greffier.command.Reply;
import ca.greffier.table.Table;
import ca.greffier.table.TableFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The budget as a table that {@link BudgetImport} reads back. */
final class BudgetExport {
  private static final List<String> HEADS =
      List.of("code", "poste", "autorise", "engage", "depense", "a_engager", "reserve");

  private BudgetExport() {}

  static Reply table(List<BudgetLine> lines, LocalDate day, TableFormat format) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (BudgetLine line : lines)
      rows.add(
          List.of(
              line.code(),
              line.title(),
              line.authorized(),
              line.committed(),
              line.spent(),
              line.toCommit(),
              line.reserve() ? "oui" : "non"));
    return new Table(HEADS, rows).document("budget-" + day, format, "budget.exported");
  }
}
