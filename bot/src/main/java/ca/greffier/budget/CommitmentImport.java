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
import ca.greffier.text.Folded;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings contracts and purchase orders in from a table; the same table again changes nothing. One
 * is known by its code, else by its supplier with its number on the paper or, without a number, its
 * title. Of a known one only the amount and the end move, as in {@code engagement modifier}.
 */
final class CommitmentImport {
  private final Commitments commitments;
  private final Kind<BudgetLine> line;
  private final Kind<Commitment> commitment;
  private final Kind<CommitmentKind> form;
  private final Kind<Taxes> taxes;
  private final Kind<Money> money;
  private final Kind<LocalDate> date;

  CommitmentImport(Commitments commitments, BudgetKinds budgetKinds, Kinds kinds) {
    this.commitments = commitments;
    this.line = budgetKinds.line();
    this.commitment = budgetKinds.commitment(commitments);
    this.form = budgetKinds.commitmentKind();
    this.taxes = budgetKinds.taxes();
    this.money = kinds.money();
    this.date = kinds.date();
  }

  TableImport lines(Attachment file, PersonId by, Instant at) {
    TableFile table = TableFile.read(file, "poste", "titre", "fournisseur", "montant");
    Taking taking = new Taking(by, at);
    return TableImport.of(table.rows(), Row::number, row -> row.cell("titre"), taking::planned);
  }

  private static String name(String supplier, String reference, String title) {
    return Folded.of(supplier) + '\n' + Folded.of(reference.isEmpty() ? title : reference);
  }

  /** One table on its way in. */
  private final class Taking {
    private final PersonId by;
    private final Instant at;
    private final Map<String, Commitment> known = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    /** What the lines above it would take, by line of the budget. */
    private final Map<BudgetLineId, Money> taken = new HashMap<>();

    private Taking(PersonId by, Instant at) {
      this.by = by;
      this.at = at;
      for (Commitment each : commitments.all())
        known.put(name(each.supplier(), each.reference(), each.title()), each);
    }

    private Planned planned(Row row) {
      BudgetLine from = line.parse(TableImport.filled(row, "poste"));
      String title = TableImport.filled(row, "titre");
      Commitments.Draft draft =
          new Commitments.Draft(
              from.id(),
              TableImport.value(row, "forme", form).orElse(CommitmentKind.CONTRACT),
              title,
              TableImport.filled(row, "fournisseur"),
              row.cell("reference").isEmpty() ? "" : TableImport.filled(row, "reference"),
              TableImport.value(row, "date", date).orElseGet(() -> commitments.today(at)),
              TableImport.value(row, "fin", date).orElse(null));
      Money total = total(row);
      String name = name(draft.supplier(), draft.reference(), draft.title());
      Optional<Commitment> before =
          TableImport.value(row, "code", commitment).or(() -> Optional.ofNullable(known.get(name)));
      Integer above = seen.putIfAbsent(before.map(Commitment::code).orElse(name), row.number());
      if (above != null) throw new Refusal("import.twice", title, above);
      return before
          .map(now -> correction(now, from, draft, total))
          .orElseGet(() -> addition(from, draft, total));
    }

    private Planned addition(BudgetLine from, Commitments.Draft draft, Money total) {
      commitments.check(draft, at);
      take(from, total);
      return new Planned(Phrase.of("import.new"), () -> commitments.sign(draft, total, by, at));
    }

    private Planned correction(
        Commitment now, BudgetLine from, Commitments.Draft draft, Money total) {
      keep(now, "poste", now.line(), from.code());
      keep(now, "titre", now.title(), draft.title());
      keep(now, "fournisseur", now.supplier(), draft.supplier());
      if (!now.isOpen())
        return new Planned(Phrase.of("budget.commitment.left", now.code()), () -> {});
      List<Runnable> writes = new ArrayList<>();
      Differences found = new Differences().add("montant", now.amount(), total);
      if (!now.amount().equals(total)) {
        commitments.checkAmount(now, total);
        take(from, total.minus(now.amount()));
        writes.add(() -> commitments.amend(now, total, "", by, at));
      }
      LocalDate end = draft.endsOn();
      found.add("fin", now.endsOn(), end);
      if (end != null && !end.equals(now.endsOn())) {
        Commitments.requireOrder(now.signedOn(), end);
        writes.add(() -> commitments.extend(now, end));
      }
      return new Planned(
          Phrase.of("budget.import.known", now.code(), found.phrase()),
          () -> writes.forEach(Runnable::run));
    }

    private static void keep(Commitment now, String head, String before, String after) {
      if (!Folded.of(before).equals(Folded.of(after)))
        throw new Refusal("budget.commitment.kept", now.code(), head, before, after);
    }

    /** The lines above are signed first. */
    private void take(BudgetLine from, Money more) {
      Money together = taken.merge(from.id(), more, Money::plus);
      Commitments.requireAvailable(from, together);
    }

    private Money total(Row row) {
      Money typed = BudgetKinds.positive(money.parse(TableImport.filled(row, "montant")));
      return TableImport.value(row, "taxes", taxes).orElse(Taxes.INCLUDED).of(typed).total();
    }
  }
}
