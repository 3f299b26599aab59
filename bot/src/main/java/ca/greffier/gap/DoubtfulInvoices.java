package ca.greffier.gap;

import ca.greffier.budget.Expenses;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Invoices of some size that no contract or purchase order announced, or that bear no taxes
 * (domain.md K18), for a month: by then each is settled, or accepted, as that of a small supplier
 * without taxes may be.
 */
final class DoubtfulInvoices implements GapRule {
  private static final int CENTS = 100;
  private static final int DAYS = 30;

  private final String code;
  private final Threshold from;
  private final BiFunction<LocalDate, Money, List<Expenses.Doubtful>> found;
  private final Phrase cause;

  private DoubtfulInvoices(
      String code,
      Threshold from,
      BiFunction<LocalDate, Money, List<Expenses.Doubtful>> found,
      Phrase cause) {
    this.code = code;
    this.from = from;
    this.found = found;
    this.cause = cause;
  }

  static DoubtfulInvoices withoutOrder(Expenses expenses) {
    return new DoubtfulInvoices(
        "facture", Threshold.INVOICE_FROM, expenses::unannounced, Phrase.of("gap.invoice.cause"));
  }

  static DoubtfulInvoices withoutTaxes(Expenses expenses) {
    return new DoubtfulInvoices(
        "taxes", Threshold.UNTAXED_FROM, expenses::untaxed, Phrase.of("gap.invoice.untaxed"));
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    Money least = new Money((long) CENTS * limits.of(from));
    List<Finding> all = new ArrayList<>();
    for (Expenses.Doubtful each : found.apply(today.minusDays(DAYS), least)) all.add(finding(each));
    return all;
  }

  private Finding finding(Expenses.Doubtful invoice) {
    return new Finding(
        "expense:" + invoice.id().value(),
        Severity.WATCH,
        Phrase.of("gap.invoice.title", invoice.supplier(), invoice.reference()),
        List.of(
            Phrase.of("gap.invoice.total", invoice.total()),
            Phrase.of("gap.invoice.dated", invoice.dated()),
            Phrase.of("gap.source.budget", invoice.line())),
        cause,
        Situation.INVOICE_WITHOUT_ORDER,
        invoice.total().cents());
  }
}
