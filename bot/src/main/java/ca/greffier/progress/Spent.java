package ca.greffier.progress;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Shape;
import ca.greffier.text.Money;

/** An amount spent so far: never below zero. */
record Spent(Kind<Money> money) implements Kind<Money> {
  @Override
  public Money parse(String typed) {
    Money amount = money.parse(typed);
    if (amount.cents() < 0) throw new Refusal("progress.spent.negative");
    return amount;
  }

  @Override
  public String write(Money value) {
    return money.write(value);
  }

  @Override
  public Shape shape() {
    return Shape.MONEY;
  }
}
