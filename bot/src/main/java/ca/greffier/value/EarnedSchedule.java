package ca.greffier.value;

import static ca.greffier.value.Figures.isPositive;
import static ca.greffier.value.Figures.minus;
import static ca.greffier.value.Figures.plus;
import static ca.greffier.value.Figures.ratio;
import static ca.greffier.value.Figures.times;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Earned schedule (domain.md K5, K6): the delay in time, which unlike the delay in money does not
 * fade away at the end of a late project. Every metric is null where it is undefined.
 *
 * @param at actual time, in periods since the start
 * @param pd planned duration, in periods
 * @param es earned schedule: when the work done was to be done, in periods
 */
public record EarnedSchedule(
    @Nullable BigDecimal at, @Nullable BigDecimal pd, @Nullable BigDecimal es) {

  /** Schedule variance, in periods; negative when late. */
  public @Nullable BigDecimal sv() {
    return minus(es, at);
  }

  /** Schedule performance index, in time. */
  public @Nullable BigDecimal spi() {
    return isPositive(at) ? ratio(es, at) : null;
  }

  /** Independent estimate of the duration: PD / SPI(t). */
  public @Nullable BigDecimal estimate() {
    return isPositive(spi()) && isPositive(pd) ? ratio(times(pd, at), es) : null;
  }

  /**
   * Estimate of the duration when the rest goes at a given pace: AT + (PD − ES) / PF.
   *
   * @param pace 1 as planned
   */
  public @Nullable BigDecimal estimate(BigDecimal pace) {
    return isPositive(pace) ? plus(at, ratio(minus(pd, es), pace)) : null;
  }

  /** The pace the rest must have to end on time; undefined once the planned duration is over. */
  public @Nullable BigDecimal toComplete() {
    BigDecimal left = minus(pd, at);
    return isPositive(left) ? ratio(minus(pd, es), left) : null;
  }
}
