package ca.greffier.plan;

import ca.greffier.command.Attachment;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.People;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/** What can be asked of the budget. */
public final class BudgetCommands {
  private final Budget budget;
  private final PlanImport imports;

  private final Param<BudgetLine> line;
  private final Param<Money> authorized;
  private final Param<Money> committed;
  private final Param<Money> spent;
  private final Param<Money> toCommit;
  private final Param<Attachment> file;
  private final Param<Boolean> trial;

  public BudgetCommands(Plan plan, Budget budget, Bodies bodies, People people, Kinds kinds) {
    this.budget = budget;
    this.imports = new PlanImport(plan, budget, bodies, people, kinds);
    this.line = Param.required("poste", new PlanKinds(plan, budget).budgetLine());
    this.authorized = Param.optional("autorise", kinds.money());
    this.committed = Param.optional("engage", kinds.money());
    this.spent = Param.optional("depense", kinds.money());
    this.toCommit = Param.optional("a_engager", kinds.money());
    this.file = Param.required("fichier", kinds.file(PlanCommands.MOST_BYTES, "csv"));
    this.trial = Param.optional("essai", kinds.yesNo());
  }

  public List<Command> all() {
    return List.of(
        Command.of("budget liste", Role.SECRETARY, this::list),
        Command.of(
            "budget ajuster",
            Role.SECRETARY,
            this::adjust,
            line,
            authorized,
            committed,
            spent,
            toCommit),
        Command.of("budget importer", Role.SECRETARY, this::importTable, file, trial));
  }

  private Reply list(Call call) {
    List<BudgetLine> lines = budget.all();
    List<List<Object>> rows = new ArrayList<>();
    for (BudgetLine each : lines) {
      rows.add(
          List.of(
              each.code(),
              each.title(),
              each.authorized(),
              each.committed(),
              each.spent(),
              each.toCommit(),
              each.forecast(),
              each.overrun()));
    }
    if (!lines.isEmpty()) rows.add(totals(lines));
    return new Reply.Table(
        "plan.budget",
        List.of(lines.size()),
        List.of(
            "plan.code",
            "plan.line",
            "plan.authorized",
            "plan.committed",
            "plan.spent",
            "plan.tocommit",
            "plan.final",
            "plan.overrun"),
        rows);
  }

  private static List<Object> totals(List<BudgetLine> lines) {
    return List.of(
        "",
        Phrase.of("plan.total"),
        Budget.total(lines, BudgetLine::authorized),
        Budget.total(lines, BudgetLine::committed),
        Budget.total(lines, BudgetLine::spent),
        Budget.total(lines, BudgetLine::toCommit),
        Budget.total(lines, BudgetLine::forecast),
        Budget.total(lines, BudgetLine::overrun));
  }

  private Reply adjust(Call call) {
    BudgetLine before = call.get(line);
    Budget.Amounts amounts =
        new Budget.Amounts(
            call.find(authorized).orElse(before.authorized()),
            call.find(committed).orElse(before.committed()),
            call.find(spent).orElse(before.spent()),
            call.find(toCommit).orElse(before.toCommit()));
    if (amounts.equals(Budget.Amounts.of(before)))
      throw new Refusal("plan.budget.nothing", before.code());
    budget.put(before.code(), before.title(), amounts, call.actor().known(), call.at());
    return card(budget.byCode(before.code()).orElseThrow());
  }

  private static Reply card(BudgetLine line) {
    return new Reply.Card(
        "plan.budget.line",
        List.of(line.code(), line.title()),
        List.of(
            new Reply.Field("plan.authorized", line.authorized()),
            new Reply.Field("plan.committed", line.committed()),
            new Reply.Field("plan.spent", line.spent()),
            new Reply.Field("plan.tocommit", line.toCommit()),
            new Reply.Field("plan.final", line.forecast()),
            new Reply.Field("plan.overrun", line.overrun()),
            new Reply.Field("plan.available", line.available())));
  }

  private Reply importTable(Call call) {
    return imports
        .lines(call.get(file), call.actor().known(), call.at())
        .run(call.find(trial).orElse(false));
  }
}
