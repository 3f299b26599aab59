package ca.greffier.plan;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Folded;
import java.util.List;
import java.util.function.Function;

/** Parameters that name a deliverable or a budget line, by code. */
public final class PlanKinds {
  private static final int MOST = 25;

  private final Plan plan;
  private final Budget budget;

  public PlanKinds(Plan plan, Budget budget) {
    this.plan = plan;
    this.budget = budget;
  }

  public Kind<Deliverable> deliverable() {
    return new DeliverableKind();
  }

  public Kind<BudgetLine> budgetLine() {
    return new BudgetLineKind();
  }

  private static <T> List<Suggestion> fitting(
      String typed, List<T> all, Function<T, String> code, Function<T, String> title) {
    String wanted = Folded.of(typed);
    return all.stream()
        .map(each -> new Suggestion(code.apply(each), code.apply(each) + " · " + title.apply(each)))
        .filter(each -> Folded.of(each.label()).contains(wanted))
        .limit(MOST)
        .toList();
  }

  private final class DeliverableKind implements Kind<Deliverable> {
    @Override
    public Deliverable parse(String typed) {
      return plan.byCode(typed).orElseThrow(() -> new Refusal("plan.deliverable.unknown", typed));
    }

    @Override
    public String write(Deliverable value) {
      return value.code();
    }

    @Override
    public boolean suggests() {
      return true;
    }

    @Override
    public List<Suggestion> suggest(String typed) {
      return fitting(typed, plan.all(), Deliverable::code, Deliverable::title);
    }
  }

  private final class BudgetLineKind implements Kind<BudgetLine> {
    @Override
    public BudgetLine parse(String typed) {
      return budget.byCode(typed).orElseThrow(() -> new Refusal("plan.line.unknown", typed));
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
      return fitting(typed, budget.all(), BudgetLine::code, BudgetLine::title);
    }
  }
}
