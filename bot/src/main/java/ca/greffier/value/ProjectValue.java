package ca.greffier.value;

import ca.greffier.budget.Budget;
import ca.greffier.budget.BudgetLine;
import ca.greffier.directory.BodyId;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.text.Money;
import ca.greffier.value.PlannedCurve.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Earned value of the project and of its bodies. A deliverable is worth its share of what is
 * authorized, by weight; all of it is planned at its baseline and earned when it is reached,
 * nothing before (domain.md K7).
 */
public final class ProjectValue {
  private static final int DAYS_IN_WEEK = 7;
  private static final int MOST_POINTS = 24;

  private final Plan plan;
  private final Budget budget;

  public ProjectValue(Plan plan, Budget budget) {
    this.plan = plan;
    this.budget = budget;
  }

  /** The project at the end of a day, as it was then known; nothing when it cannot be told. */
  public Optional<Appraisal> on(LocalDate day) {
    List<Deliverable> all = weighted(plan.asOf(day));
    if (all.isEmpty()) return Optional.empty();
    List<BudgetLine> lines = budget.asOf(day);
    return appraise(
        all,
        start(all),
        day,
        new Worth(
            Budget.total(lines, BudgetLine::authorized), Budget.total(lines, BudgetLine::spent)));
  }

  /** A body at the end of a day. What it spends is not known apart. */
  public Optional<Appraisal> of(BodyId body, LocalDate day) {
    List<Deliverable> all = weighted(plan.asOf(day));
    List<Deliverable> own = all.stream().filter(each -> each.body().equals(body)).toList();
    if (own.isEmpty()) return Optional.empty();
    Money whole = Budget.total(budget.asOf(day), BudgetLine::authorized);
    return appraise(own, start(all), day, new Worth(share(whole, weight(own), weight(all)), null));
  }

  /** The curve as it was known at the end of a day; nothing when it cannot be told. */
  public Optional<Curve> curve(LocalDate day) {
    return curve(plan.asOf(day), day);
  }

  /** The same, of a plan that was asked already. */
  public Optional<Curve> curve(List<Deliverable> known, LocalDate day) {
    List<Deliverable> all = weighted(known);
    Money bac = Budget.total(budget.asOf(day), BudgetLine::authorized);
    if (all.isEmpty() || bac.compareTo(Money.ZERO) <= 0) return Optional.empty();
    LocalDate start = start(all);
    LocalDate end = end(all);
    LocalDate last = end.isAfter(day) ? end : day;
    int whole = weight(all);
    List<LocalDate> days = days(start, last, day);
    Map<LocalDate, Money> spent =
        budget.spentBy(days.stream().filter(at -> !at.isAfter(day)).toList());
    List<Curve.Point> points = new ArrayList<>();
    for (LocalDate at : days) {
      boolean past = !at.isAfter(day);
      points.add(
          new Curve.Point(
              at,
              share(bac, planned(all, at), whole),
              past ? share(bac, earned(all, at), whole) : null,
              past ? spent.get(at) : null));
    }
    return Optional.of(new Curve(bac, points));
  }

  /** When the project would end, as far as its past tells; see {@link Forecast}. */
  public Optional<Forecast> forecast(LocalDate day) {
    List<Deliverable> all = weighted(plan.asOf(day));
    if (all.isEmpty()) return Optional.empty();
    List<Forecast.Kept> kept = new ArrayList<>();
    for (Deliverable each : all) {
      LocalDate baseline = each.baseline();
      LocalDate reached = each.reached();
      if (baseline == null) continue;
      if (reached != null) kept.add(new Forecast.Kept(baseline, reached, true));
      else if (baseline.isBefore(day)) kept.add(new Forecast.Kept(baseline, day, false));
    }
    return Forecast.of(start(all), end(all), day, kept);
  }

  /** What the work is worth, and what it cost when that is known. */
  private record Worth(Money bac, @Nullable Money actual) {}

  private static Optional<Appraisal> appraise(
      List<Deliverable> all, LocalDate start, LocalDate day, Worth worth) {
    if (worth.bac().compareTo(Money.ZERO) <= 0) return Optional.empty();
    if (!day.isAfter(start)) return Optional.empty();
    int whole = weight(all);
    Money earned = share(worth.bac(), earned(all, day), whole);
    EarnedValue value =
        EarnedValue.of(
            worth.bac(), share(worth.bac(), planned(all, day), whole), earned, worth.actual());
    BigDecimal pd = weeks(start, end(all));
    PlannedCurve curve =
        PlannedCurve.of(
            all.stream()
                .map(Deliverable::baseline)
                .distinct()
                .map(
                    at ->
                        new Point(
                            weeks(start, at),
                            EarnedValue.dollars(share(worth.bac(), planned(all, at), whole))))
                .toList(),
            EarnedValue.dollars(worth.bac()),
            pd);
    EarnedSchedule schedule =
        new EarnedSchedule(weeks(start, day), pd, curve.timeOf(EarnedValue.dollars(earned)));
    int reached = (int) all.stream().filter(each -> isReached(each, day)).count();
    return Optional.of(new Appraisal(day, start, end(all), value, schedule, reached, all.size()));
  }

  /** Those that count: with a weight and a baseline, and not given up. */
  private static List<Deliverable> weighted(List<Deliverable> all) {
    return all.stream()
        .filter(each -> each.weight() > 0 && each.baseline() != null && !each.isCancelled())
        .toList();
  }

  private static LocalDate start(List<Deliverable> all) {
    return baselines(all).getFirst().minusDays(1);
  }

  private static LocalDate end(List<Deliverable> all) {
    return baselines(all).getLast();
  }

  private static List<LocalDate> baselines(List<Deliverable> all) {
    return all.stream()
        .map(Deliverable::baseline)
        .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
        .toList();
  }

  private static int planned(List<Deliverable> all, LocalDate at) {
    return weight(all, each -> isUntil(each.baseline(), at));
  }

  private static int earned(List<Deliverable> all, LocalDate at) {
    return weight(all, each -> isReached(each, at));
  }

  private static boolean isReached(Deliverable each, LocalDate at) {
    return isUntil(each.reached(), at);
  }

  private static boolean isUntil(@Nullable LocalDate date, LocalDate at) {
    return date != null && !date.isAfter(at);
  }

  private static int weight(List<Deliverable> all) {
    return weight(all, _ -> true);
  }

  private static int weight(List<Deliverable> all, Predicate<Deliverable> which) {
    int weight = 0;
    for (Deliverable each : all) if (which.test(each)) weight += each.weight();
    return weight;
  }

  private static Money share(Money whole, int part, int all) {
    return new Money(Math.round((double) whole.cents() * part / all));
  }

  private static BigDecimal weeks(LocalDate from, LocalDate to) {
    return BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to))
        .divide(BigDecimal.valueOf(DAYS_IN_WEEK), MathContext.DECIMAL128);
  }

  /** Evenly from the first to the last, with the day that is looked at. */
  private static List<LocalDate> days(LocalDate first, LocalDate last, LocalDate day) {
    long length = ChronoUnit.DAYS.between(first, last);
    long steps = Math.clamp(length / DAYS_IN_WEEK, 1, MOST_POINTS);
    List<LocalDate> all = new ArrayList<>();
    for (long i = 0; i <= steps; i++) all.add(first.plusDays(length * i / steps));
    if (!day.isBefore(first) && !all.contains(day)) all.add(day);
    all.sort(Comparator.naturalOrder());
    return all;
  }
}
