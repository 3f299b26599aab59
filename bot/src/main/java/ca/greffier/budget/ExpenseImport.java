package ca.greffier.budget;

import ca.greffier.budget.Taxes.Taxed;
import ca.greffier.command.Attachment;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.table.TableFile;
import ca.greffier.table.TableFile.Row;
import ca.greffier.table.TableImport;
import ca.greffier.table.TableImport.Planned;
import ca.greffier.text.Folded;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings invoices and credit notes in from a table; those that are entered already stay as they
 * are. One is known by its supplier and its number.
 */
final class ExpenseImport {
  private final Expenses expenses;
  private final Commitments commitments;
  private final Budget budget;
  private final Kind<BudgetLine> line;
  private final Kind<Commitment> commitment;
  private final Kind<Taxes> taxes;
  private final Kind<Money> money;
  private final Kind<LocalDate> date;

  ExpenseImport(BudgetCommands.Parts parts, BudgetKinds budgetKinds, Kinds kinds) {
    this.expenses = parts.expenses();
    this.commitments = parts.commitments();
    this.budget = parts.budget();
    this.line = budgetKinds.line();
    this.commitment = budgetKinds.commitment(commitments);
    this.taxes = budgetKinds.taxes();
    this.money = kinds.money();
    this.date = kinds.date();
  }

  TableImport lines(Attachment file, PersonId by, Instant at) {
    TableFile table = TableFile.read(file, "facture", "date", "montant");
    Taking taking = new Taking(by, at);
    return TableImport.of(table.rows(), Row::number, row -> row.cell("facture"), taking::planned);
  }

  /** One table on its way in. */
  private final class Taking {
    private final PersonId by;
    private final Instant at;
    private final Map<String, Integer> seen = new HashMap<>();

    /** What is left to invoice or to credit after the lines above. */
    private final Map<String, Money> left = new HashMap<>();

    private Taking(PersonId by, Instant at) {
      this.by = by;
      this.at = at;
    }

    private Planned planned(Row row) {
      Optional<Commitment> on = TableImport.value(row, "engagement", commitment);
      String supplier =
          row.cell("fournisseur").isEmpty() && on.isPresent()
              ? on.get().supplier()
              : TableImport.filled(row, "fournisseur");
      String number = TableImport.filled(row, "facture");
      Integer above = seen.putIfAbsent(paper(supplier, number), row.number());
      if (above != null) throw new Refusal("import.twice", number, above);
      Money amount = money.parse(TableImport.filled(row, "montant"));
      LocalDate dated = date.parse(TableImport.filled(row, "date"));
      expenses.checkDate(dated, at);
      boolean credit = !row.cell("credite").isEmpty();
      if (!credit) BudgetKinds.positive(amount);
      Taxed taxed = taxed(row, amount);
      Optional<Expense> before = expenses.same(supplier, number);
      if (before.isPresent()) return known(before.get(), credit ? amount : taxed.total());
      if (credit) return credit(row, supplier, number, amount, dated);
      Expenses.Draft draft =
          new Expenses.Draft(
              where(row, on).id(), on.map(Commitment::id).orElse(null), supplier, number, dated);
      on.ifPresentOrElse(
          which -> invoiced(which, taxed.total()),
          () -> taken(line.parse(row.cell("poste")), taxed.total()));
      left.put(paper(supplier, number), taxed.total());
      return new Planned(Phrase.of("import.new"), () -> expenses.enter(draft, taxed, by, at));
    }

    /** An invoice is entered once, and never changed. */
    private static Planned known(Expense before, Money amount) {
      if (!before.total().equals(amount))
        throw new Refusal(
            "budget.expense.kept", before.reference(), before.code(), before.total(), amount);
      return new Planned(
          Phrase.of("budget.import.known", before.code(), Phrase.of("import.same")), () -> {});
    }

    private Planned credit(Row row, String supplier, String number, Money amount, LocalDate dated) {
      String credited = TableImport.filled(row, "credite");
      Money taken = amount.cents() < 0 ? Money.ZERO.minus(amount) : amount;
      BudgetKinds.positive(taken);
      Optional<Expense> entered = expenses.same(supplier, credited);
      Money before =
          Optional.ofNullable(left.get(paper(supplier, credited)))
              .or(() -> entered.map(each -> each.total().minus(each.credited())))
              .orElseThrow(() -> new Refusal("budget.credit.unknown", credited, supplier));
      if (taken.compareTo(before) > 0) throw new Refusal("budget.credit.over", credited, before);
      left.put(paper(supplier, credited), before.minus(taken));
      return new Planned(
          Phrase.of("import.new"),
          () -> {
            Expense invoice = expenses.same(supplier, credited).orElseThrow();
            Expenses.Draft draft =
                new Expenses.Draft(
                    invoice.budgetLine(), invoice.commitment(), supplier, number, dated);
            expenses.credit(invoice, draft, taken, by, at);
          });
    }

    /** A commitment tells the line; without one it must be given. */
    private BudgetLine where(Row row, Optional<Commitment> on) {
      Optional<BudgetLine> from = TableImport.value(row, "poste", line);
      if (on.isEmpty()) return from.orElseThrow(() -> new Refusal("budget.expense.where"));
      Commitment which = on.get();
      from.filter(each -> !each.id().equals(which.budgetLine()))
          .ifPresent(
              other -> {
                throw new Refusal(
                    "budget.expense.otherline", which.code(), which.line(), other.code());
              });
      return budget.byCode(which.line()).orElseThrow();
    }

    private void invoiced(Commitment on, Money total) {
      Commitments.requireOpen(on);
      Money remaining = left.getOrDefault(on.code(), on.remaining());
      if (total.compareTo(remaining) > 0)
        throw new Refusal(
            "budget.expense.over", on.code(), remaining, total, total.minus(remaining));
      left.put(on.code(), remaining.minus(total));
    }

    private void taken(BudgetLine from, Money total) {
      Money available = left.getOrDefault(from.code(), from.available());
      if (total.compareTo(available) > 0)
        throw new Refusal(
            "budget.available.short", from.code(), available, total, total.minus(available));
      left.put(from.code(), available.minus(total));
    }

    /** What the paper says of its taxes, else what the column {@code taxes} makes of the amount. */
    private Taxed taxed(Row row, Money amount) {
      Optional<Money> tps = TableImport.value(row, "tps", money);
      Optional<Money> tvq = TableImport.value(row, "tvq", money);
      if (tps.isEmpty() && tvq.isEmpty())
        return TableImport.value(row, "taxes", taxes).orElse(Taxes.INCLUDED).of(amount);
      Money both = tps.orElse(Money.ZERO).plus(tvq.orElse(Money.ZERO));
      Money net = amount.minus(both);
      if (amount.cents() > 0 && (net.cents() <= 0 || both.cents() < 0))
        throw new Refusal("budget.expense.taxes", both, amount);
      return new Taxed(net, tps.orElse(Money.ZERO), tvq.orElse(Money.ZERO));
    }
  }

  private static String paper(String supplier, String number) {
    return Folded.of(supplier) + '\n' + Folded.of(number);
  }
}
