package ca.greffier.value;

import static ca.greffier.value.Figures.isPositive;
import static ca.greffier.value.Figures.minus;
import static ca.greffier.value.Figures.plus;
import static ca.greffier.value.Figures.ratio;
import static ca.greffier.value.Figures.times;

import ca.greffier.text.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Earned value at a date (domain.md K1 to K4). All amounts are in one unit; every metric is null
 * where it is undefined. An index that is zero or less foretells nothing.
 *
 * @param bac budget at completion
 * @param pv planned value: the budget of the work planned until then
 * @param ev earned value: the budget of the work done
 * @param ac actual cost of the work done
 */
public record EarnedValue(
    @Nullable BigDecimal bac,
    @Nullable BigDecimal pv,
    @Nullable BigDecimal ev,
    @Nullable BigDecimal ac) {

  /** From amounts of money, in dollars. */
  public static EarnedValue of(Money bac, Money pv, Money ev, @Nullable Money ac) {
    return new EarnedValue(dollars(bac), dollars(pv), dollars(ev), ac == null ? null : dollars(ac));
  }

  /** Cost variance: negative when the work cost more than it is worth. */
  public @Nullable BigDecimal cv() {
    return minus(ev, ac);
  }

  /** Schedule variance, in money. */
  public @Nullable BigDecimal sv() {
    return minus(ev, pv);
  }

  /** Cost performance index. */
  public @Nullable BigDecimal cpi() {
    return ratio(ev, ac);
  }

  /** Schedule performance index, in money; it returns to 1 at the end of a late project. */
  public @Nullable BigDecimal spi() {
    return ratio(ev, pv);
  }

  /** The share of the work that is done, from 0 to 1. */
  public @Nullable BigDecimal done() {
    return ratio(ev, bac);
  }

  /** Estimate at completion when the rest costs as the work done did: BAC / CPI. */
  public @Nullable BigDecimal eacTypical() {
    return isPositive(cpi()) ? ratio(times(bac, ac), ev) : null;
  }

  /** Estimate at completion when the rest costs what was planned: AC + (BAC − EV). */
  public @Nullable BigDecimal eacAtypical() {
    return plus(ac, remaining());
  }

  /** Estimate at completion when cost and delay both weigh: AC + (BAC − EV) / (CPI · SPI). */
  public @Nullable BigDecimal eacMixed() {
    if (!isPositive(cpi()) || !isPositive(spi())) return null;
    return plus(ac, ratio(times(times(remaining(), ac), pv), times(ev, ev)));
  }

  /** Estimate at completion with a new estimate of what remains: AC + ETC. */
  public @Nullable BigDecimal eacBottomUp(@Nullable BigDecimal estimate) {
    return plus(ac, estimate);
  }

  /** Estimate to complete, by the typical estimate. */
  public @Nullable BigDecimal etc() {
    return minus(eacTypical(), ac);
  }

  /** Variance at completion, by the typical estimate. */
  public @Nullable BigDecimal vac() {
    return minus(bac, eacTypical());
  }

  /** The cost performance the rest must have to end within the budget. */
  public @Nullable BigDecimal tcpiBudget() {
    return toComplete(minus(bac, ac));
  }

  /** The cost performance the rest must have to end at the typical estimate. */
  public @Nullable BigDecimal tcpiEstimate() {
    return toComplete(minus(eacTypical(), ac));
  }

  /** Work remains and no budget does: the budget is exhausted, no performance brings it back. */
  public boolean isExhausted() {
    BigDecimal budget = minus(bac, ac);
    return isPositive(remaining()) && budget != null && budget.signum() <= 0;
  }

  /** The budget of the work that remains. */
  private @Nullable BigDecimal remaining() {
    return minus(bac, ev);
  }

  private @Nullable BigDecimal toComplete(@Nullable BigDecimal money) {
    BigDecimal work = remaining();
    if (money == null || work == null || work.signum() < 0) return null;
    return money.signum() < 0 && work.signum() > 0 ? null : ratio(work, money);
  }

  static BigDecimal dollars(Money money) {
    return BigDecimal.valueOf(money.cents(), 2);
  }
}
