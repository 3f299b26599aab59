package ca.greffier.budget;

import ca.greffier.command.Attachment;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/** What can be asked of the budget. */
public final class BudgetCommands {
  private static final int MOST_BYTES = 2_000_000;

  private final Budget budget;
  private final BudgetImport imports;

  private final Param<BudgetLine> line;
  private final Param<Money> authorized;
  private final Param<Money> committed;
  private final Param<Money> spent;
  private final Param<Money> toCommit;
  private final Param<Attachment> file;
  private final Param<Boolean> trial;

  public BudgetCommands(Budget budget, Kinds kinds) {
    this.budget = budget;
    this.imports = new BudgetImport(budget, kinds);
    this.line = Param.required("poste", new BudgetKinds(budget).line());
    this.authorized = Param.optional("autorise", kinds.money());
    this.committed = Param.optional("engage", kinds.money());
    this.spent = Param.optional("depense", kinds.money());
    this.toCommit = Param.optional("a_engager", kinds.money());
    this.file = Param.required("fichier", kinds.file(MOST_BYTES, "csv"));
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
        "budget.lines",
        List.of(lines.size()),
        List.of(
            "budget.code",
            "budget.title",
            "budget.authorized",
            "budget.committed",
            "budget.spent",
            "budget.tocommit",
            "budget.final",
            "budget.overrun"),
        rows);
  }

  private static List<Object> totals(List<BudgetLine> lines) {
    return List.of(
        "",
        Phrase.of("budget.total"),
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
      throw new Refusal("budget.nothing", before.code());
    budget.put(before.code(), before.title(), amounts, call.actor().known(), call.at());
    return card(budget.byCode(before.code()).orElseThrow());
  }

  private static Reply card(BudgetLine line) {
    return new Reply.Card(
        "budget.line.card",
        List.of(line.code(), line.title()),
        List.of(
            new Reply.Field("budget.authorized", line.authorized()),
            new Reply.Field("budget.committed", line.committed()),
            new Reply.Field("budget.spent", line.spent()),
            new Reply.Field("budget.tocommit", line.toCommit()),
            new Reply.Field("budget.final", line.forecast()),
            new Reply.Field("budget.overrun", line.overrun()),
            new Reply.Field("budget.available", line.available())));
  }

  private Reply importTable(Call call) {
    return imports
        .lines(call.get(file), call.actor().known(), call.at())
        .run(call.find(trial).orElse(false));
  }
}
