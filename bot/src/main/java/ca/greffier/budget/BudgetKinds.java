package ca.greffier.budget;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import java.util.List;

/** Parameters that name a line of the budget, by code. */
public final class BudgetKinds {
  private final Budget budget;

  public BudgetKinds(Budget budget) {
    this.budget = budget;
  }

  public Kind<BudgetLine> line() {
    return new LineKind();
  }

  private final class LineKind implements Kind<BudgetLine> {
    @Override
    public BudgetLine parse(String typed) {
      return budget.byCode(typed).orElseThrow(() -> new Refusal("budget.line.unknown", typed));
    }

    @Override
    public String write(BudgetLine value) {
      return value.code();
    }

    @Override
    public boolean suggests() {
      return true;
    }

    @Override
    public List<Suggestion> suggest(String typed) {
      return Suggestion.coded(typed, budget.all(), BudgetLine::code, BudgetLine::title);
    }
  }
}
