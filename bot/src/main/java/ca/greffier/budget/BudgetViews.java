package ca.greffier.budget;

import ca.greffier.command.Reply;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/** The lines of the budget as they are shown. */
final class BudgetViews {
  private final Commitments commitments;
  private final Expenses expenses;
  private final PaperViews papers;

  BudgetViews(Commitments commitments, Expenses expenses, PaperViews papers) {
    this.commitments = commitments;
    this.expenses = expenses;
    this.papers = papers;
  }

  Reply table(List<BudgetLine> lines) {
    List<List<Object>> rows = new ArrayList<>();
    for (BudgetLine each : lines)
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

  Reply card(BudgetLine line) {
    return new Reply.Card(
        line.reserve() ? "budget.line.card.reserve" : "budget.line.card",
        List.of(line.code(), line.title()),
        List.of(
            new Reply.Field("budget.authorized", line.authorized()),
            new Reply.Field("budget.committed", line.committed()),
            new Reply.Field("budget.spent", line.spent()),
            new Reply.Field("budget.outside", line.outside()),
            new Reply.Field("budget.tocommit", line.toCommit()),
            new Reply.Field("budget.final", line.forecast()),
            new Reply.Field("budget.overrun", line.overrun()),
            new Reply.Field("budget.available", line.available())));
  }

  /** The figures of a line and every paper behind them; what has none is said to have none. */
  Reply papers(BudgetLine line) {
    List<Commitment> signed =
        commitments.all().stream().filter(each -> each.budgetLine().equals(line.id())).toList();
    List<Expense> entered =
        expenses.all().stream().filter(each -> each.budgetLine().equals(line.id())).toList();
    Money committed = sum(signed.stream().map(Commitment::amount).toList());
    Money spent = sum(entered.stream().map(Expense::total).toList());
    List<Reply> parts = new ArrayList<>(List.of(card(line)));
    if (!signed.isEmpty()) parts.add(papers.commitments(signed));
    if (!entered.isEmpty()) parts.add(papers.expenses(entered));
    Money committedBare = line.committed().minus(committed);
    Money spentBare = line.spent().minus(spent);
    if (!committedBare.equals(Money.ZERO) || !spentBare.equals(Money.ZERO))
      parts.add(Reply.said("budget.papers.none", committedBare, spentBare));
    return new Reply.Together(parts);
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }
}
