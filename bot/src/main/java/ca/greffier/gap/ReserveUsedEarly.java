package ca.greffier.gap;

import ca.greffier.budget.Budget;
import ca.greffier.budget.BudgetLine;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.text.Money;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A line kept for the unforeseen of which a good part is used before the middle of the plan
 * (domain.md K18).
 */
final class ReserveUsedEarly implements GapRule {
  private final Budget budget;
  private final Plan plan;

  ReserveUsedEarly(Budget budget, Plan plan) {
    this.budget = budget;
    this.plan = plan;
  }

  @Override
  public String code() {
    return "reserve";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    List<BudgetLine> reserves = budget.all().stream().filter(BudgetLine::reserve).toList();
    List<LocalDate> dates =
        reserves.isEmpty()
            ? List.of()
            : plan.all().stream()
                .map(Deliverable::baseline)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    if (dates.isEmpty()) return List.of();
    LocalDate first = dates.getFirst();
    LocalDate middle = first.plusDays(ChronoUnit.DAYS.between(first, dates.getLast()) / 2);
    if (!today.isBefore(middle)) return List.of();
    List<Finding> found = new ArrayList<>();
    for (BudgetLine line : reserves) {
      Money used = line.committed().plus(line.outside());
      if (line.authorized().cents() == 0) continue;
      double share = 100.0 * used.cents() / line.authorized().cents();
      if (share > limits.of(Threshold.RESERVE_USED)) found.add(finding(line, used, share, middle));
    }
    return found;
  }

  private static Finding finding(BudgetLine line, Money used, double share, LocalDate middle) {
    return new Finding(
        "budget:" + line.id().value(),
        Severity.WATCH,
        Phrase.of("gap.reserve.title", line.code(), line.title()),
        List.of(
            Phrase.of("gap.budget.authorized", line.authorized()),
            Phrase.of("gap.reserve.used", used, new Percent(Math.rint(share))),
            Phrase.of("gap.source.budget", line.code())),
        Phrase.of("gap.reserve.cause", middle),
        Situation.CONTINGENCY_USED_EARLY,
        used.cents());
  }
}
