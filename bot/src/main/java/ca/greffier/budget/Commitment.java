package ca.greffier.budget;

import ca.greffier.text.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A signed contract or a purchase order.
 *
 * @param line the code of the line it takes from
 * @param supplier as on the paper
 * @param reference its number on the paper; empty when it has none
 * @param closedOn from then on nothing more is invoiced on it
 * @param amount with taxes, as last amended
 * @param spent invoiced on it
 */
public record Commitment(
    CommitmentId id,
    BudgetLineId budgetLine,
    String line,
    CommitmentKind kind,
    String title,
    String supplier,
    String reference,
    LocalDate signedOn,
    @Nullable LocalDate endsOn,
    @Nullable LocalDate closedOn,
    Money amount,
    Money spent) {

  public String code() {
    return id.code();
  }

  /** What may still be invoiced. */
  public Money remaining() {
    return amount.minus(spent);
  }

  public boolean isOpen() {
    return closedOn == null;
  }
}
