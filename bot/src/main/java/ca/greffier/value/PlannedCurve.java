package ca.greffier.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Planned value over time, from nothing at the start. It tells when the work done should have been
 * done (domain.md K5, K7).
 *
 * @param points by time, the planned value cumulative
 * @param whole whether the last point is the end of the plan
 */
record PlannedCurve(List<Point> points, boolean whole) {
  private static final Point START = new Point(BigDecimal.ZERO, BigDecimal.ZERO);

  record Point(BigDecimal time, BigDecimal planned) {}

  /**
   * The curve through some points, until the plan ends: where all of the budget is planned, or
   * failing that at the planned duration. After it the planned value says nothing more.
   */
  static PlannedCurve of(List<Point> given, @Nullable BigDecimal bac, @Nullable BigDecimal pd) {
    List<Point> points = new ArrayList<>(List.of(START));
    for (Point each : given.stream().sorted(Comparator.comparing(Point::time)).toList()) {
      points.add(each);
      if (isEnd(each, bac, pd)) return new PlannedCurve(points, true);
    }
    return new PlannedCurve(points, false);
  }

  /**
   * The time at which this much was to be earned; of a flat stretch, its end. Null when the curve
   * goes down, or stops before.
   */
  @Nullable BigDecimal timeOf(BigDecimal earned) {
    if (earned.signum() < 0 || !isCumulative()) return null;
    int at = points.size() - 1;
    while (points.get(at).planned().compareTo(earned) > 0) at--;
    Point before = points.get(at);
    if (at < points.size() - 1) return between(before, points.get(at + 1), earned);
    return whole || before.planned().compareTo(earned) == 0 ? before.time() : null;
  }

  private boolean isCumulative() {
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point point = points.get(i);
      if (point.time().compareTo(before.time()) < 0) return false;
      if (point.planned().compareTo(before.planned()) < 0) return false;
    }
    return true;
  }

  private static BigDecimal between(Point before, Point after, BigDecimal earned) {
    BigDecimal step = after.time().subtract(before.time());
    BigDecimal share =
        requireNonNull(
            Figures.ratio(
                earned.subtract(before.planned()), after.planned().subtract(before.planned())));
    return before.time().add(share.multiply(step));
  }

  private static boolean isEnd(Point point, @Nullable BigDecimal bac, @Nullable BigDecimal pd) {
    if (bac != null) return point.planned().compareTo(bac) >= 0;
    return pd != null && point.time().compareTo(pd) >= 0;
  }
}
