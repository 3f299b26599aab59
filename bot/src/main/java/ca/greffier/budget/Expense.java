package ca.greffier.budget;

import ca.greffier.text.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that is entered, or a credit note.
 *
 * @param line the code of the line it is charged to
 * @param commitment null when none announced it
 * @param reference the number on the paper
 * @param dated the date on the paper
 * @param net without taxes; negative for a credit note, and so are the taxes
 * @param credits what a credit note takes from
 * @param credited what credit notes have taken from it, as a positive amount
 */
record Expense(
    ExpenseId id,
    BudgetLineId budgetLine,
    String line,
    @Nullable CommitmentId commitment,
    String supplier,
    String reference,
    LocalDate dated,
    Money net,
    Money tps,
    Money tvq,
    @Nullable ExpenseId credits,
    Money credited) {

  String code() {
    return id.code();
  }

  Money total() {
    return net.plus(tps).plus(tvq);
  }
}
