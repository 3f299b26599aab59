package ca.greffier.change;

import ca.greffier.budget.BudgetLineId;
import ca.greffier.command.PersonId;
import ca.greffier.plan.DeliverableId;
import ca.greffier.text.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request to change what was approved.
 *
 * @param number within its year, never used again
 * @param reason absent as long as nobody has said why
 * @param fromDate what was approved when it was asked; absent when nothing was
 * @param minutes where the decision is written
 */
public record Change(
    ChangeId id,
    int year,
    int number,
    String title,
    @Nullable String reason,
    @Nullable PersonId requester,
    LocalDate requestedOn,
    @Nullable DeliverableId deliverable,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @Nullable BudgetLineId budgetLine,
    @Nullable Money fromAmount,
    @Nullable Money toAmount,
    Impacts impacts,
    String options,
    String recommendation,
    ChangeState state,
    @Nullable LocalDate decidedOn,
    @Nullable PersonId decidedBy,
    String minutes,
    String decision) {

  /** {@code DC-2026-003}. */
  public String code() {
    return "DC-%d-%03d".formatted(year, number);
  }

  /** By how much an amount would change, in percent of what was approved; infinite from nothing. */
  double percent() {
    if (fromAmount == null || toAmount == null) return 0;
    return 100.0 * toAmount.minus(fromAmount).cents() / fromAmount.cents();
  }
}
