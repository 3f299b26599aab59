package ca.greffier.budget;

import ca.greffier.command.Reply;
import ca.greffier.table.Table;
import ca.greffier.table.TableFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines of the budget and its papers as tables that their imports read back. */
final class BudgetExport {
  private static final List<String> LINES =
      List.of("code", "poste", "autorise", "engage", "depense", "a_engager", "reserve");
  private static final List<String> COMMITMENTS =
      List.of(
          "code",
          "poste",
          "titre",
          "fournisseur",
          "reference",
          "forme",
          "montant",
          "facture",
          "date",
          "fin",
          "clos");
  private static final List<String> EXPENSES =
      List.of(
          "piece",
          "facture",
          "fournisseur",
          "poste",
          "engagement",
          "date",
          "montant",
          "tps",
          "tvq",
          "credite");

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
    return new Table(LINES, rows).document("budget-" + day, format, "budget.exported");
  }

  static Reply commitments(List<Commitment> all, LocalDate day, TableFormat format) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Commitment each : all)
      rows.add(
          row(
              each.code(),
              each.line(),
              each.title(),
              each.supplier(),
              each.reference(),
              each.kind().word(),
              each.amount(),
              each.spent(),
              each.signedOn(),
              each.endsOn(),
              each.closedOn()));
    return new Table(COMMITMENTS, rows)
        .document("engagements-" + day, format, "budget.commitment.exported");
  }

  /** The oldest first, so that a credit note comes after what it takes from. */
  static Reply expenses(List<Expense> latestFirst, LocalDate day, TableFormat format) {
    Map<ExpenseId, Expense> byId =
        latestFirst.stream().collect(Collectors.toMap(Expense::id, Function.identity()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Expense each : latestFirst.reversed()) {
      CommitmentId on = each.commitment();
      Expense credited = each.credits() == null ? null : byId.get(each.credits());
      rows.add(
          row(
              each.code(),
              each.reference(),
              each.supplier(),
              each.line(),
              on == null ? null : on.code(),
              each.dated(),
              each.total(),
              each.tps(),
              each.tvq(),
              credited == null ? null : credited.reference()));
    }
    return new Table(EXPENSES, rows).document("depenses-" + day, format, "budget.expense.exported");
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    List<@Nullable Object> row = new ArrayList<>();
    Collections.addAll(row, cells);
    return row;
  }
}
