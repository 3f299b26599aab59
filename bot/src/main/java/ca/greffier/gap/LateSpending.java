package ca.greffier.gap;

import ca.greffier.budget.Expenses;
import ca.greffier.budget.Grant;
import ca.greffier.budget.GrantShare;
import ca.greffier.budget.Grants;
import ca.greffier.text.Money;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Much of what an agreement pays is spent in the last quarter of its time: funders ask why
 * (domain.md K18).
 */
final class LateSpending implements GapRule {
  private static final int QUARTER = 4;
  private static final double ALL = 100;

  private final Grants grants;
  private final Expenses expenses;

  LateSpending(Grants grants, Expenses expenses) {
    this.grants = grants;
    this.expenses = expenses;
  }

  @Override
  public String code() {
    return "trimestre";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    List<Finding> found = new ArrayList<>();
    for (Grant grant : grants.all()) {
      long days = ChronoUnit.DAYS.between(grant.startsOn(), grant.endsOn());
      LocalDate from = grant.endsOn().minusDays(days / QUARTER);
      if (today.isBefore(from) || today.isAfter(grant.endsOn())) continue;
      Map<String, Money> late = expenses.spentSince(from);
      long spent = 0;
      long lately = 0;
      for (GrantShare share : grants.shares(grant)) {
        spent += share.line().spent().cents();
        lately += late.getOrDefault(share.line().code(), Money.ZERO).cents();
      }
      double part = spent <= 0 ? 0 : ALL * lately / spent;
      if (part > limits.of(Threshold.LATE_SHARE))
        found.add(finding(grant, from, new Money(lately), part));
    }
    return found;
  }

  private static Finding finding(Grant grant, LocalDate from, Money lately, double part) {
    return new Finding(
        "grant:" + grant.id().value(),
        Severity.WATCH,
        Phrase.of("gap.pace.title", grant.code(), grant.funder()),
        List.of(
            Phrase.of("gap.late.spent", lately, from), Phrase.of("gap.source.grant", grant.code())),
        Phrase.of("gap.late.cause", new Percent(Math.rint(part))),
        Situation.SMALL_OVERRUN,
        part);
  }
}
