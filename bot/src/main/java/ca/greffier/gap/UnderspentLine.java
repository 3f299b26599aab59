package ca.greffier.gap;

import ca.greffier.budget.Budget;
import ca.greffier.budget.BudgetLine;
import ca.greffier.text.Money;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A budget line of which a good part will not be used, as it is forecast (domain.md K18): an
 * opportunity. A reserve, or a line of which nothing is forecast, is left alone.
 */
final class UnderspentLine implements GapRule {
  private final Budget budget;

  UnderspentLine(Budget budget) {
    this.budget = budget;
  }

  @Override
  public String code() {
    return "sousdepense";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    List<Finding> found = new ArrayList<>();
    for (BudgetLine line : budget.all()) {
      Money left = line.authorized().minus(line.forecast());
      if (line.reserve() || line.forecast().equals(Money.ZERO)) continue;
      if (left.compareTo(Money.ZERO) <= 0) continue;
      double share = 100.0 * left.cents() / line.authorized().cents();
      if (share >= limits.of(Threshold.UNDER_LEFT)) found.add(finding(line, left, share));
    }
    return found;
  }

  private static Finding finding(BudgetLine line, Money left, double share) {
    return new Finding(
        "budget:" + line.id().value(),
        Severity.OPPORTUNITY,
        Phrase.of("gap.under.title", line.code(), line.title()),
        List.of(
            Phrase.of("gap.budget.authorized", line.authorized()),
            Phrase.of("gap.budget.forecast", line.forecast()),
            Phrase.of("gap.source.budget", line.code())),
        Phrase.of("gap.under.cause", left, new Percent(share)),
        Situation.UNDERSPENT_GRANT,
        left.cents());
  }
}
