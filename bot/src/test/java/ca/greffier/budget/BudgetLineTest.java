package ca.greffier.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.text.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetLineTest {
  @ParameterizedTest
  @CsvSource({
    // authorized, committed, spent, outside, to commit: forecast, available, overrun, percent
    "10000, 6000, 2500, 0, 4000, 10000, 4000, 0, 0",
    "10000, 6000, 2500, 0, 3000, 9000, 4000, -1000, 0",
    "10000, 6000, 2500, 500, 4000, 10500, 3500, 500, 5",
    "10000, 6000, 6000, 0, 4400, 10400, 4000, 400, 4",
    "10000, 0, 300, 300, 0, 300, 9700, -9700, 0",
    "10000, 12000, 100, 0, 0, 12000, -2000, 2000, 20",
    "0, 0, 0, 0, 0, 0, 0, 0, 0",
    "0, 100, 0, 0, 0, 100, -100, 100, Infinity"
  })
  void foresees_what_it_will_have_cost(
      long authorized,
      long committed,
      long spent,
      long outside,
      long toCommit,
      long forecast,
      long available,
      long overrun,
      double percent) {
    BudgetLine line =
        new BudgetLine(
            new BudgetLineId(1),
            "B-01",
            "Traduction",
            new Money(authorized),
            new Money(committed),
            new Money(spent),
            new Money(outside),
            new Money(toCommit),
            false);
    assertThat(line.forecast()).isEqualTo(new Money(forecast));
    assertThat(line.available()).isEqualTo(new Money(available));
    assertThat(line.overrun()).isEqualTo(new Money(overrun));
    assertThat(line.overrunPercent()).isEqualTo(percent);
  }

  @Test
  void what_has_no_papers_is_the_rest() {
    Budget.Amounts whole = amounts(1000, 600, 300);
    assertThat(whole.without(new Budget.Papers(new Money(500), new Money(250))))
        .isEqualTo(amounts(1000, 100, 50));
    assertThatThrownBy(() -> whole.without(new Budget.Papers(new Money(601), Money.ZERO)))
        .hasMessageContaining("budget.papers.committed");
    assertThatThrownBy(() -> whole.without(new Budget.Papers(Money.ZERO, new Money(301))))
        .hasMessageContaining("budget.papers.spent");
    assertThatThrownBy(() -> amounts(9, 5, 6).without(new Budget.Papers(Money.ZERO, Money.ZERO)))
        .hasMessageContaining("budget.spent.over");
    assertThatThrownBy(() -> amounts(9, 5, -1)).hasMessageContaining("budget.negative");
  }

  @ParameterizedTest
  @CsvSource({
    // typed, how: net, TPS, TVQ
    "100.00, ADDED, 100.00, 5.00, 9.98",
    "114.98, INCLUDED, 100.00, 5.00, 9.98",
    "1149.75, INCLUDED, 1000.00, 50.00, 99.75",
    "0.01, INCLUDED, 0.01, 0.00, 0.00",
    "0.02, INCLUDED, 0.02, 0.00, 0.00",
    "19.99, ADDED, 19.99, 1.00, 1.99",
    "100.00, NONE, 100.00, 0.00, 0.00"
  })
  void both_taxes_are_of_the_net_amount(
      BigDecimal typed, Taxes how, BigDecimal net, BigDecimal tps, BigDecimal tvq) {
    Taxes.Taxed taxed = how.of(money(typed));
    assertThat(taxed).isEqualTo(new Taxes.Taxed(money(net), money(tps), money(tvq)));
  }

  @Test
  void what_is_included_adds_up_to_the_cent() {
    for (long cents = 1; cents < 30_000; cents++)
      assertThat(Taxes.INCLUDED.of(new Money(cents)).total()).isEqualTo(new Money(cents));
  }

  private static Budget.Amounts amounts(long authorized, long committed, long spent) {
    return new Budget.Amounts(
        new Money(authorized), new Money(committed), new Money(spent), Money.ZERO);
  }

  private static Money money(BigDecimal dollars) {
    return new Money(dollars.movePointRight(2).longValueExact());
  }
}
