package ca.greffier.budget;

import ca.greffier.text.Money;

/** What an agreement gives to a line of the budget. */
public record GrantShare(BudgetLine line, Money amount) {

  /** Its part of what the line has spent: as large as its part of what is authorized, or all. */
  public Money spent() {
    return part(line.spent());
  }

  /** Its part of what the line will have cost. */
  public Money forecast() {
    return part(line.forecast());
  }

  private Money part(Money whole) {
    long authorized = line.authorized().cents();
    if (authorized <= amount.cents()) return whole;
    return new Money(Math.round((double) whole.cents() * amount.cents() / authorized));
  }
}
