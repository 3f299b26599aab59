package ca.greffier.gap;

import ca.greffier.budget.Expenses;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An invoice of some size that bears no taxes (domain.md K18), for a month: by then it is settled,
 * or accepted, as that of a small supplier may be.
 */
final class InvoiceWithoutTaxes implements GapRule {
  private static final int CENTS = 100;
  private static final int DAYS = 30;

  private final Expenses expenses;

  InvoiceWithoutTaxes(Expenses expenses) {
    this.expenses = expenses;
  }

  @Override
  public String code() {
    return "taxes";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    Money least = new Money((long) CENTS * limits.of(Threshold.UNTAXED_FROM));
    List<Finding> found = new ArrayList<>();
    for (Expenses.Doubtful each : expenses.untaxed(today.minusDays(DAYS), least))
      found.add(finding(each));
    return found;
  }

  private static Finding finding(Expenses.Doubtful invoice) {
    return new Finding(
        "expense:" + invoice.id().value(),
        Severity.WATCH,
        Phrase.of("gap.invoice.title", invoice.supplier(), invoice.reference()),
        List.of(
            Phrase.of("gap.invoice.total", invoice.total()),
            Phrase.of("gap.invoice.dated", invoice.dated()),
            Phrase.of("gap.source.budget", invoice.line())),
        Phrase.of("gap.invoice.untaxed"),
        Situation.INVOICE_WITHOUT_ORDER,
        invoice.total().cents());
  }
}
