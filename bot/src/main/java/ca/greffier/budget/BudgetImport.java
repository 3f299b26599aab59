package ca.greffier.budget;

import ca.greffier.command.Attachment;
import ca.greffier.command.CsvFile;
import ca.greffier.command.CsvFile.Row;
import ca.greffier.command.CsvImport;
import ca.greffier.command.CsvImport.Planned;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.Optional;

/** Brings the lines of the budget in from a table; the same table again changes nothing. */
final class BudgetImport {
  private final Budget budget;
  private final Kind<Money> money;

  BudgetImport(Budget budget, Kinds kinds) {
    this.budget = budget;
    this.money = kinds.money();
  }

  CsvImport lines(Attachment file, PersonId by, Instant at) {
    CsvFile table =
        CsvFile.read(file, "code", "poste", "autorise", "engage", "depense", "a_engager");
    return CsvImport.read(table, "code", row -> line(row, by, at));
  }

  private Planned line(Row row, PersonId by, Instant at) {
    String code = CsvImport.code(row);
    String title = CsvImport.filled(row, "poste");
    Budget.Amounts amounts =
        new Budget.Amounts(
            amount(row, "autorise"),
            amount(row, "engage"),
            amount(row, "depense"),
            amount(row, "a_engager"));
    budget.check(code, amounts);
    Optional<BudgetLine> known = budget.byCode(code);
    known.ifPresent(before -> checkAuthorized(before, amounts));
    Phrase what = Phrase.of(known.isPresent() ? "import.corrected" : "import.new");
    return new Planned(what, () -> budget.put(code, title, amounts, by, at));
  }

  /** What was authorized moves only by an approved change (domain.md K23). */
  private static void checkAuthorized(BudgetLine before, Budget.Amounts amounts) {
    if (!before.authorized().equals(amounts.authorized()))
      throw new Refusal("budget.import.authorized", before.authorized(), amounts.authorized());
  }

  private Money amount(Row row, String head) {
    return CsvImport.value(row, head, money).orElse(Money.ZERO);
  }
}
