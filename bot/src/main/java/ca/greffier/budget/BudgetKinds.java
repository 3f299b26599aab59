package ca.greffier.budget;

import ca.greffier.command.Coded;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Numbered;
import ca.greffier.command.Refusal;
import ca.greffier.text.Money;

/** Parameters that name what the budget is made of, and amounts that are more than nothing. */
public final class BudgetKinds {
  private final Budget budget;
  private final Kinds kinds;

  public BudgetKinds(Budget budget, Kinds kinds) {
    this.budget = budget;
    this.kinds = kinds;
  }

  public Kind<BudgetLine> line() {
    return new Coded<>(
        "budget.line.unknown", budget::byCode, budget::all, BudgetLine::code, BudgetLine::title);
  }

  /** The open ones are suggested. */
  Kind<Commitment> commitment(Commitments commitments) {
    return new Numbered<>(
        Numbered.after("C"),
        "budget.commitment.unknown",
        commitments::byNumber,
        commitments::open,
        Commitment::code,
        Commitment::title);
  }

  Kind<Expense> expense(Expenses expenses) {
    return new Numbered<>(
        Numbered.after("F"),
        "budget.expense.unknown",
        expenses::byNumber,
        expenses::all,
        Expense::code,
        each -> each.supplier() + " " + each.reference());
  }

  Kind<Taxes> taxes() {
    return kinds.choice("taxes", Taxes.words());
  }

  Kind<CommitmentKind> commitmentKind() {
    return kinds.choice("engagement", CommitmentKind.words());
  }

  /**
   * @throws Refusal when it is zero or less
   */
  static Money positive(Money amount) {
    if (amount.compareTo(Money.ZERO) <= 0) throw new Refusal("budget.amount", amount);
    return amount;
  }
}
