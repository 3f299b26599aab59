package ca.greffier.gap;

import ca.greffier.budget.Grant;
import ca.greffier.budget.GrantShare;
import ca.greffier.budget.Grants;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of an agreement that will cost more than it gives them (domain.md K17): the funder is told,
 * and what other lines of the agreement will leave may be offered, as far as it lets money move.
 */
final class FundedOverrun implements GapRule {
  private final Grants grants;

  FundedOverrun(Grants grants) {
    this.grants = grants;
  }

  @Override
  public String code() {
    return "bailleur";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    List<Finding> found = new ArrayList<>();
    for (Grant grant : grants.all()) {
      List<GrantShare> shares = grants.shares(grant);
      Money over = sum(shares.stream().map(FundedOverrun::over).toList());
      if (over.cents() > 0) found.add(finding(grant, shares, over));
    }
    return found;
  }

  private static Finding finding(Grant grant, List<GrantShare> shares, Money over) {
    List<Phrase> facts = new ArrayList<>();
    for (GrantShare each : shares) {
      if (over(each).cents() > 0)
        facts.add(
            Phrase.of(
                "gap.funded.line",
                each.line().code(),
                each.line().title(),
                each.forecast(),
                each.amount()));
    }
    Money left = sum(shares.stream().map(FundedOverrun::left).toList());
    Money offered = least(over, least(left, grant.mayMove()));
    facts.add(
        offered.cents() > 0
            ? Phrase.of("gap.funded.offer", offered, left, grant.mayMove())
            : Phrase.of("gap.funded.offer.none", left, grant.mayMove()));
    facts.add(Phrase.of("gap.source.grant", grant.code()));
    return new Finding(
        "grant:" + grant.id().value(),
        offered.equals(over) ? Severity.WATCH : Severity.CRITICAL,
        Phrase.of("gap.funded.title", grant.code(), grant.funder()),
        facts,
        Phrase.of("gap.funded.cause", over),
        Situation.FUNDED_OVERRUN,
        over.cents());
  }

  private static Money over(GrantShare share) {
    return new Money(Math.max(0, share.forecast().minus(share.amount()).cents()));
  }

  private static Money left(GrantShare share) {
    return new Money(Math.max(0, share.amount().minus(share.forecast()).cents()));
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }

  private static Money least(Money one, Money other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
