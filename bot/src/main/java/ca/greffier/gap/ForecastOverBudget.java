package ca.greffier.gap;

import ca.greffier.budget.Budget;
import ca.greffier.budget.BudgetLine;
import ca.greffier.text.Money;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A budget line that will cost more than what is authorized (domain.md K15, K18): any overrun is to
 * watch, more than 5 % is critical, unless the project set other thresholds.
 */
public final class ForecastOverBudget implements GapRule {
  private final Budget budget;

  ForecastOverBudget(Budget budget) {
    this.budget = budget;
  }

  @Override
  public String code() {
    return "budget";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    List<Finding> found = new ArrayList<>();
    for (BudgetLine line : budget.all())
      severity(line, limits).ifPresent(severity -> found.add(finding(line, severity, limits)));
    return found;
  }

  /** How bad its overrun is; nothing when it is tolerated. */
  public static Optional<Severity> severity(BudgetLine line, Thresholds limits) {
    double percent = line.overrunPercent();
    if (percent > limits.of(Threshold.OVER_CRITICAL)) return Optional.of(Severity.CRITICAL);
    return percent > limits.of(Threshold.OVER_TOLERATED)
        ? Optional.of(Severity.WATCH)
        : Optional.empty();
  }

  private static Finding finding(BudgetLine line, Severity severity, Thresholds limits) {
    List<Phrase> facts = new ArrayList<>();
    facts.add(Phrase.of("gap.budget.authorized", line.authorized()));
    facts.add(Phrase.of("gap.budget.forecast", line.forecast()));
    facts.add(overrun(line));
    facts.add(Phrase.of("gap.source.budget", line.code()));
    return new Finding(
        "budget:" + line.id().value(),
        severity,
        Phrase.of("gap.budget.title", line.code(), line.title()),
        facts,
        cause(line),
        line.overrunPercent() > limits.of(Threshold.OVER_LARGE)
            ? Situation.LARGE_OVERRUN
            : Situation.SMALL_OVERRUN,
        line.overrun().cents());
  }

  /** As a share too, unless nothing is authorized: infinity can neither be kept nor read. */
  static Phrase overrun(BudgetLine line) {
    if (line.authorized().equals(Money.ZERO))
      return Phrase.of("gap.budget.overrun.whole", line.overrun());
    return Phrase.of("gap.budget.overrun", line.overrun(), new Percent(line.overrunPercent()));
  }

  /** What is signed is too much by itself, or what remains to sign makes it so. */
  static Phrase cause(BudgetLine line) {
    return line.available().compareTo(Money.ZERO) < 0
        ? Phrase.of("gap.budget.cause.committed", line.committed())
        : Phrase.of("gap.budget.cause.tocommit", line.toCommit(), line.available());
  }
}
