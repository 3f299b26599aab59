package ca.greffier.value;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The work of the project, or of a body, at the end of a day.
 *
 * @param start the day before the first deliverable of the project was due
 * @param end when the last one was to be reached, by the baselines
 * @param value in dollars; the actual cost is unknown for a body
 * @param schedule in weeks since the start
 * @param reached how many deliverables were reached
 * @param weighted how many have a weight and a baseline: the others count for nothing
 */
public record Appraisal(
    LocalDate day,
    LocalDate start,
    LocalDate end,
    EarnedValue value,
    EarnedSchedule schedule,
    int reached,
    int weighted) {
  private static final int FEWEST_POINTS = 3;
  private static final double LEAST_DONE = 0.15;
  private static final int DAYS_IN_WEEK = 7;

  /**
   * Whether an index says anything yet: three deliverables are reached and 15 % of the work is done
   * (features.md 12).
   */
  public boolean isTelling() {
    return reached >= FEWEST_POINTS
        && value.done() != null
        && value.done().doubleValue() >= LEAST_DONE;
  }

  /** When it would end at the pace kept so far: one figure, which a forecast puts in a range. */
  public @Nullable LocalDate estimatedEnd() {
    if (!isTelling() || schedule.estimate() == null) return null;
    return start.plusDays(Math.round(schedule.estimate().doubleValue() * DAYS_IN_WEEK));
  }
}
