package ca.greffier.budget;

import ca.greffier.command.CsvTable;
import ca.greffier.command.Reply;
import ca.greffier.text.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The budget as a table that {@link BudgetImport} reads back. */
final class BudgetExport {
  private static final List<String> HEADS =
      List.of("code", "poste", "autorise", "engage", "depense", "a_engager");

  private BudgetExport() {}

  static Reply table(List<BudgetLine> lines, LocalDate day) {
    List<List<String>> rows =
        lines.stream()
            .map(
                line ->
                    List.of(
                        line.code(),
                        line.title(),
                        amount(line.authorized()),
                        amount(line.committed()),
                        amount(line.spent()),
                        amount(line.toCommit())))
            .toList();
    return new Reply.Document(
        "budget-" + day + ".csv",
        "text/csv; charset=utf-8",
        CsvTable.write(HEADS, rows),
        "budget.exported",
        List.of(rows.size()));
  }

  /** With a comma, as spreadsheets have it here. */
  private static String amount(Money money) {
    return BigDecimal.valueOf(money.cents(), 2).toPlainString().replace('.', ',');
  }
}
