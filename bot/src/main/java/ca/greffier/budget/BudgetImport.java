package ca.greffier.budget;

import ca.greffier.command.Attachment;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.table.Differences;
import ca.greffier.table.TableFile;
import ca.greffier.table.TableFile.Row;
import ca.greffier.table.TableImport;
import ca.greffier.table.TableImport.Planned;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.Optional;

/** Brings the lines of the budget in from a table; the same table again changes nothing. */
final class BudgetImport {
  private final Budget budget;
  private final Kind<Money> money;
  private final Kind<Boolean> yesNo;

  BudgetImport(Budget budget, Kinds kinds) {
    this.budget = budget;
    this.money = kinds.money();
    this.yesNo = kinds.yesNo();
  }

  TableImport lines(Attachment file, PersonId by, Instant at) {
    TableFile table =
        TableFile.read(file, "code", "poste", "autorise", "engage", "depense", "a_engager");
    return TableImport.read(table, "code", row -> line(row, by, at));
  }

  private Planned line(Row row, PersonId by, Instant at) {
    String code = TableImport.code(row);
    String title = TableImport.filled(row, "poste");
    Budget.Amounts amounts =
        new Budget.Amounts(
            amount(row, "autorise"),
            amount(row, "engage"),
            amount(row, "depense"),
            amount(row, "a_engager"));
    budget.check(code, amounts);
    Optional<BudgetLine> known = budget.byCode(code);
    known.ifPresent(before -> checkAuthorized(before, amounts));
    Phrase what =
        known
            .map(before -> differences(before, title, amounts))
            .orElseGet(() -> Phrase.of("import.new"));
    Optional<Boolean> kept = TableImport.value(row, "reserve", yesNo);
    return new Planned(
        what,
        () -> {
          budget.put(code, title, amounts, by, at);
          kept.ifPresent(reserve -> budget.reserve(budget.byCode(code).orElseThrow(), reserve));
        });
  }

  private static Phrase differences(BudgetLine before, String title, Budget.Amounts amounts) {
    return new Differences()
        .add("poste", before.title(), title)
        .add("engage", before.committed(), amounts.committed())
        .add("depense", before.spent(), amounts.spent())
        .add("a_engager", before.toCommit(), amounts.toCommit())
        .phrase();
  }

  /** What was authorized moves only by an approved change (domain.md K23). */
  private static void checkAuthorized(BudgetLine before, Budget.Amounts amounts) {
    if (!before.authorized().equals(amounts.authorized()))
      throw new Refusal("budget.import.authorized", before.authorized(), amounts.authorized());
  }

  private Money amount(Row row, String head) {
    return TableImport.value(row, head, money).orElse(Money.ZERO);
  }
}
