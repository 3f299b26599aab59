package ca.greffier.budget;

import ca.greffier.text.Money;

/**
 * A line of the budget (domain.md K15). All amounts hold their taxes.
 *
 * @param code short and stable: {@code B-03}
 * @param authorized what may be spent
 * @param committed signed contracts and purchase orders
 * @param spent invoiced, on commitments and outside of them
 * @param outside the part of what is spent that no commitment announced
 * @param toCommit still to be signed
 * @param reserve whether it is kept for the unforeseen
 */
public record BudgetLine(
    BudgetLineId id,
    String code,
    String title,
    Money authorized,
    Money committed,
    Money spent,
    Money outside,
    Money toCommit,
    boolean reserve) {

  /** What it will have cost: what is committed or spent outside of it, and still to commit. */
  public Money forecast() {
    return committed.plus(outside).plus(toCommit);
  }

  /** What may still be committed; negative when too much is. */
  public Money available() {
    return authorized.minus(committed).minus(outside);
  }

  /** How far the forecast goes over what is authorized; negative when it stays under. */
  public Money overrun() {
    return forecast().minus(authorized);
  }

  /** The overrun as a percentage of what is authorized; infinite when nothing is. */
  public double overrunPercent() {
    if (overrun().compareTo(Money.ZERO) <= 0) return 0;
    return 100.0 * overrun().cents() / authorized.cents();
  }
}
