package ca.greffier.budget;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.table.TableParams;
import ca.greffier.text.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be asked of the invoices. */
final class ExpenseCommands {
  private final Expenses expenses;
  private final Commitments commitments;
  private final PaperViews views;

  private final Param<Expense> expense;
  private final Param<BudgetLine> line;
  private final Param<Commitment> commitment;
  private final Param<String> supplier;
  private final Param<String> invoice;
  private final Param<String> note;
  private final Param<Money> amount;
  private final Param<Taxes> taxes;
  private final Param<LocalDate> dated;
  private final ExpenseImport imports;
  private final TableParams tables;

  ExpenseCommands(
      BudgetCommands.Parts parts, PaperViews views, BudgetKinds budgetKinds, Kinds kinds) {
    this.expenses = parts.expenses();
    this.commitments = parts.commitments();
    this.views = views;
    this.expense = Param.required("piece", budgetKinds.expense(expenses));
    this.line = Param.optional("poste", budgetKinds.line());
    this.commitment = Param.optional("engagement", budgetKinds.commitment(commitments));
    this.supplier = Param.optional("fournisseur", kinds.text(120));
    this.invoice = Param.required("facture", kinds.text(60));
    this.note = Param.required("note_credit", kinds.text(60));
    this.amount = Param.required("montant", kinds.money());
    this.taxes = Param.optional("taxes", budgetKinds.taxes());
    this.dated = Param.optional("date", kinds.date());
    this.imports = new ExpenseImport(parts, budgetKinds, kinds);
    this.tables = TableParams.of(BudgetCommands.MOST_BYTES, kinds);
  }

  List<Command> all() {
    return List.of(
        Command.of(
            "depense ajouter",
            Role.SECRETARY,
            this::enter,
            amount,
            invoice,
            commitment,
            line,
            supplier,
            taxes,
            dated),
        Command.of("depense crediter", Role.SECRETARY, this::credit, expense, amount, note, dated),
        Command.of("depense liste", Role.SECRETARY, this::list, line, commitment),
        Command.of(
            "depense importer",
            Role.SECRETARY,
            this::importTable,
            tables.file(),
            tables.trial(),
            tables.partial()),
        Command.of("depense exporter", Role.SECRETARY, this::export, tables.format()));
  }

  private Reply enter(Call call) {
    Money typed = BudgetKinds.positive(call.get(amount));
    Taxes.Taxed taxed = call.find(taxes).orElse(Taxes.INCLUDED).of(typed);
    Expense entered = expenses.enter(draft(call), taxed, call.actor().known(), call.at());
    return views.entered(entered);
  }

  /** A commitment tells the line and the supplier; without one they must be given. */
  private Expenses.Draft draft(Call call) {
    Optional<Commitment> on = call.find(commitment);
    Optional<BudgetLine> from = call.find(line);
    if (on.isEmpty() && from.isEmpty()) throw new Refusal("budget.expense.where");
    if (on.isPresent() && from.isPresent() && !on.get().budgetLine().equals(from.get().id()))
      throw new Refusal(
          "budget.expense.otherline", on.get().code(), on.get().line(), from.get().code());
    String who =
        call.find(supplier)
            .or(() -> on.map(Commitment::supplier))
            .orElseThrow(() -> new Refusal("budget.expense.supplier"));
    return new Expenses.Draft(
        on.map(Commitment::budgetLine).orElseGet(() -> from.orElseThrow().id()),
        on.map(Commitment::id).orElse(null),
        who,
        call.get(invoice),
        date(call));
  }

  private Reply credit(Call call) {
    Expense invoiced = call.get(expense);
    Expenses.Draft draft =
        new Expenses.Draft(
            invoiced.budgetLine(),
            invoiced.commitment(),
            invoiced.supplier(),
            call.get(note),
            date(call));
    Money taken = BudgetKinds.positive(call.get(amount));
    return views.entered(expenses.credit(invoiced, draft, taken, call.actor().known(), call.at()));
  }

  private Reply list(Call call) {
    Optional<BudgetLine> one = call.find(line);
    Optional<Commitment> on = call.find(commitment);
    return views.expenses(
        expenses.all().stream()
            .filter(each -> one.isEmpty() || one.get().id().equals(each.budgetLine()))
            .filter(each -> on.isEmpty() || on.get().id().equals(each.commitment()))
            .toList());
  }

  private Reply importTable(Call call) {
    return imports
        .lines(call.get(tables.file()), call.actor().known(), call.at())
        .run(tables.run(call));
  }

  private Reply export(Call call) {
    return BudgetExport.expenses(expenses.all(), commitments.today(call.at()), tables.format(call));
  }

  private LocalDate date(Call call) {
    return call.find(dated).orElseGet(() -> commitments.today(call.at()));
  }
}
