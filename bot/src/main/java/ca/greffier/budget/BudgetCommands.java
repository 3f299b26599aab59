package ca.greffier.budget;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.People;
import ca.greffier.table.TableParams;
import ca.greffier.text.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What can be asked of the budget, and of the papers it is made of. */
public final class BudgetCommands {
  static final int MOST_BYTES = 2_000_000;

  private final Budget budget;
  private final BudgetViews views;
  private final CommitmentCommands ofCommitments;
  private final ExpenseCommands ofExpenses;
  private final GrantCommands ofGrants;
  private final BudgetImport imports;

  private final Param<BudgetLine> line;
  private final Param<LocalDate> day;
  private final Param<Money> committed;
  private final Param<Money> spent;
  private final Param<Money> toCommit;
  private final Param<Boolean> reserve;
  private final TableParams tables;

  /** What the budget is made of, and who wrote it. */
  public record Parts(
      Budget budget, Commitments commitments, Expenses expenses, Grants grants, People people) {}

  public BudgetCommands(Parts parts, Kinds kinds) {
    this.budget = parts.budget();
    BudgetKinds budgetKinds = new BudgetKinds(budget, kinds);
    PaperViews papers = new PaperViews(budget, parts.commitments(), parts.people());
    this.views = new BudgetViews(parts.commitments(), parts.expenses(), papers);
    this.ofCommitments = new CommitmentCommands(parts.commitments(), papers, budgetKinds, kinds);
    this.ofExpenses = new ExpenseCommands(parts, papers, budgetKinds, kinds);
    this.ofGrants = new GrantCommands(parts.grants(), budgetKinds, kinds);
    this.imports = new BudgetImport(budget, kinds);
    this.line = Param.required("poste", budgetKinds.line());
    this.day = Param.optional("au", kinds.date());
    this.committed = Param.optional("engage", kinds.money());
    this.spent = Param.optional("depense", kinds.money());
    this.toCommit = Param.optional("a_engager", kinds.money());
    this.reserve = Param.required("reserve", kinds.yesNo());
    this.tables = TableParams.of(MOST_BYTES, kinds);
  }

  public List<Command> all() {
    List<Command> all = new ArrayList<>(own());
    all.addAll(ofCommitments.all());
    all.addAll(ofExpenses.all());
    all.addAll(ofGrants.all());
    return all;
  }

  private List<Command> own() {
    return List.of(
        Command.of("budget liste", Role.SECRETARY, this::list, day),
        Command.of("budget voir", Role.SECRETARY, call -> views.papers(call.get(line)), line),
        Command.of(
            "budget ajuster", Role.SECRETARY, this::adjust, line, committed, spent, toCommit),
        Command.of("budget reserver", Role.SECRETARY, this::reserve, line, reserve),
        Command.of(
            "budget importer",
            Role.SECRETARY,
            this::importTable,
            tables.file(),
            tables.trial(),
            tables.partial()),
        Command.of("budget exporter", Role.SECRETARY, this::export, tables.format()));
  }

  private Reply list(Call call) {
    return views.table(call.find(day).map(budget::asOf).orElseGet(budget::all));
  }

  private Reply export(Call call) {
    return BudgetExport.table(budget.all(), budget.today(call.at()), tables.format(call));
  }

  private Reply adjust(Call call) {
    BudgetLine before = call.get(line);
    Budget.Amounts amounts =
        new Budget.Amounts(
            before.authorized(),
            call.find(committed).orElse(before.committed()),
            call.find(spent).orElse(before.spent()),
            call.find(toCommit).orElse(before.toCommit()));
    if (amounts.equals(Budget.Amounts.of(before)))
      throw new Refusal("budget.nothing", before.code());
    budget.put(before.code(), before.title(), amounts, call.actor().known(), call.at());
    return views.card(budget.byCode(before.code()).orElseThrow());
  }

  private Reply reserve(Call call) {
    BudgetLine which = call.get(line);
    budget.reserve(which, call.get(reserve));
    return Reply.said(
        call.get(reserve) ? "budget.reserve.kept" : "budget.reserve.freed", which.code());
  }

  private Reply importTable(Call call) {
    return imports
        .lines(call.get(tables.file()), call.actor().known(), call.at())
        .run(tables.run(call));
  }
}
