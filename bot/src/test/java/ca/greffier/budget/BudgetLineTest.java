package ca.greffier.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.text.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetLineTest {
  @ParameterizedTest
  @CsvSource({
    // authorized, committed, spent, to commit: forecast, available, overrun, percent
    "10000, 6000, 2500, 4000, 10000, 4000, 0, 0",
    "10000, 6000, 2500, 3000, 9000, 4000, -1000, 0",
    "10000, 6000, 6000, 4400, 10400, 4000, 400, 4",
    "10000, 12000, 100, 0, 12000, -2000, 2000, 20",
    "0, 0, 0, 0, 0, 0, 0, 0",
    "0, 100, 0, 0, 100, -100, 100, Infinity"
  })
  void foresees_what_it_will_have_cost(
      long authorized,
      long committed,
      long spent,
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
            new Money(toCommit));
    assertThat(line.forecast()).isEqualTo(new Money(forecast));
    assertThat(line.available()).isEqualTo(new Money(available));
    assertThat(line.overrun()).isEqualTo(new Money(overrun));
    assertThat(line.overrunPercent()).isEqualTo(percent);
  }

  @Test
  void what_is_spent_was_committed_first() {
    assertThatThrownBy(
            () -> new Budget.Amounts(new Money(9), new Money(5), new Money(6), Money.ZERO))
        .hasMessageContaining("budget.spent.over");
    assertThatThrownBy(
            () -> new Budget.Amounts(new Money(9), new Money(5), new Money(5), new Money(-1)))
        .hasMessageContaining("budget.negative");
  }
}
