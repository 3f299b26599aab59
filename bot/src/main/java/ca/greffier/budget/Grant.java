package ca.greffier.budget;

import ca.greffier.text.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agreement with a funder.
 *
 * @param reference its number at the funder's; empty when it has none
 * @param endsOn what is not spent by then is lost, unless the funder agrees to more time
 * @param movable how much of it, in percent, may go from one line to another without asking; null
 *     when the agreement says nothing of it
 * @param shared what is given to lines so far
 */
public record Grant(
    GrantId id,
    String funder,
    String title,
    String reference,
    Money amount,
    LocalDate startsOn,
    LocalDate endsOn,
    @Nullable Integer movable,
    Money shared) {

  public String code() {
    return id.code();
  }

  /** What is not given to any line yet. */
  Money unshared() {
    return amount.minus(shared);
  }

  /** How much may go from one line to another; nothing when the agreement says nothing of it. */
  public Money mayMove() {
    return movable == null ? Money.ZERO : new Money(amount.cents() * movable / 100);
  }
}
