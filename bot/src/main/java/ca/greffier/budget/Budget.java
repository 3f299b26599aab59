package ca.greffier.budget;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.text.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** The lines of the budget, each state of which is kept. */
public final class Budget {
  private final BudgetDao dao;

  public Budget(Jdbi jdbi) {
    this.dao = jdbi.onDemand(BudgetDao.class);
  }

  /** The amounts of a line. */
  record Amounts(Money authorized, Money committed, Money spent, Money toCommit) {
    /**
     * @throws Refusal when one is negative, or more is spent than committed (domain.md K15)
     */
    Amounts {
      for (Money amount : List.of(authorized, committed, spent, toCommit)) {
        if (amount.compareTo(Money.ZERO) < 0) throw new Refusal("budget.negative", amount);
      }
      if (spent.compareTo(committed) > 0) throw new Refusal("budget.spent.over", spent, committed);
    }

    static Amounts of(BudgetLine line) {
      return new Amounts(line.authorized(), line.committed(), line.spent(), line.toCommit());
    }
  }

  public Optional<BudgetLine> byCode(String code) {
    return dao.line(code.trim());
  }

  /** All of them, by code. */
  public List<BudgetLine> all() {
    return dao.lines();
  }

  /** Adds or corrects a line, and keeps the state it is left in. */
  void put(String code, String title, Amounts amounts, PersonId by, Instant at) {
    BudgetLineId id =
        dao.upsertLine(
            code,
            title,
            amounts.authorized(),
            amounts.committed(),
            amounts.spent(),
            amounts.toCommit());
    dao.keepLine(id, at, by);
  }

  /** The sum of an amount over all lines. */
  static Money total(List<BudgetLine> lines, Function<BudgetLine, Money> amount) {
    return lines.stream().map(amount).reduce(Money.ZERO, Money::plus);
  }
}
