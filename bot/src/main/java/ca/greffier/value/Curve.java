package ca.greffier.value;

import ca.greffier.text.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The S-curve: what was planned, earned and spent, over time.
 *
 * @param bac what all the work is worth
 * @param points by date, from the start to the later of the end of the plan and the day
 */
public record Curve(Money bac, List<Point> points) {
  public Curve {
    points = List.copyOf(points);
  }

  /**
   * Cumulative amounts at the end of a day.
   *
   * @param earned absent after the day that is looked at, as is {@code actual}
   */
  public record Point(
      LocalDate day, Money planned, @Nullable Money earned, @Nullable Money actual) {}
}
