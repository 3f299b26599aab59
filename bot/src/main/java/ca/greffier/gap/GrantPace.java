package ca.greffier.gap;

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
import java.util.Optional;

/**
 * An agreement that is spent much faster than its time goes by, or so slowly that what is left will
 * be lost at its end (domain.md K18).
 */
final class GrantPace implements GapRule {
  private static final double ALL = 100;

  private final Grants grants;

  GrantPace(Grants grants) {
    this.grants = grants;
  }

  @Override
  public String code() {
    return "rythme";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    List<Finding> found = new ArrayList<>();
    for (Grant grant : grants.all()) {
      if (today.isBefore(grant.startsOn()) || grant.shared().equals(Money.ZERO)) continue;
      finding(Pace.of(grant, grants.shares(grant), today), limits).ifPresent(found::add);
    }
    return found;
  }

  /**
   * How far an agreement is, in percent.
   *
   * @param spent of what it gives to lines
   * @param elapsed of its time; 100 once it is over
   */
  private record Pace(Grant grant, Money left, double spent, double elapsed) {
    static Pace of(Grant grant, List<GrantShare> shares, LocalDate today) {
      long spent = shares.stream().mapToLong(each -> each.spent().cents()).sum();
      long days = ChronoUnit.DAYS.between(grant.startsOn(), grant.endsOn());
      long gone = Math.min(days, ChronoUnit.DAYS.between(grant.startsOn(), today));
      return new Pace(
          grant,
          new Money(Math.max(0, grant.shared().cents() - spent)),
          ALL * spent / grant.shared().cents(),
          ALL * gone / days);
    }
  }

  private static Optional<Finding> finding(Pace pace, Thresholds limits) {
    double ahead = pace.spent() - pace.elapsed();
    int points = limits.of(Threshold.PACE_POINTS);
    if (ahead > points)
      return Optional.of(finding(pace, ahead, Phrase.of("gap.pace.fast"), Situation.SMALL_OVERRUN));
    boolean ending = pace.elapsed() > ALL - limits.of(Threshold.PACE_ENDING);
    if (-ahead > points && ending)
      return Optional.of(
          finding(
              pace,
              -ahead,
              Phrase.of("gap.pace.slow", pace.left(), pace.grant().endsOn()),
              Situation.UNDERSPENT_GRANT));
    return Optional.empty();
  }

  private static Finding finding(Pace pace, double size, Phrase cause, Situation situation) {
    return new Finding(
        "grant:" + pace.grant().id().value(),
        Severity.WATCH,
        Phrase.of("gap.pace.title", pace.grant().code(), pace.grant().funder()),
        List.of(
            Phrase.of("gap.pace.spent", rounded(pace.spent())),
            Phrase.of("gap.pace.elapsed", rounded(pace.elapsed())),
            Phrase.of("gap.source.grant", pace.grant().code())),
        cause,
        situation,
        size);
  }

  private static Percent rounded(double share) {
    return new Percent(Math.rint(share));
  }
}
