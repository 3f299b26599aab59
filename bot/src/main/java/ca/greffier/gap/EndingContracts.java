package ca.greffier.gap;

import ca.greffier.budget.Commitment;
import ca.greffier.budget.Commitments;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A contract or purchase order that ends soon, or is past its end and still open. */
final class EndingContracts implements GapRule {
  private final Commitments commitments;

  EndingContracts(Commitments commitments) {
    this.commitments = commitments;
  }

  @Override
  public String code() {
    return "contrat";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    LocalDate horizon = today.plusDays(limits.of(Threshold.CONTRACT_AHEAD));
    List<Finding> found = new ArrayList<>();
    for (Commitment each : commitments.open()) {
      LocalDate end = each.endsOn();
      if (end != null && !end.isAfter(horizon)) found.add(finding(each, end, today));
    }
    return found;
  }

  private static Finding finding(Commitment contract, LocalDate end, LocalDate today) {
    boolean isPast = end.isBefore(today);
    boolean isLeft = contract.remaining().compareTo(Money.ZERO) > 0;
    return new Finding(
        "commitment:" + contract.id().value(),
        isPast && isLeft ? Severity.CRITICAL : Severity.WATCH,
        Phrase.of("gap.contract.title", contract.code(), contract.title()),
        List.of(
            Phrase.of("gap.contract.supplier", contract.supplier()),
            Phrase.of("gap.contract.ends", end),
            Phrase.of("gap.contract.left", contract.remaining()),
            Phrase.of("gap.source.contract", contract.code())),
        Phrase.of(isPast ? "gap.contract.cause.past" : "gap.contract.cause.soon"),
        isPast && isLeft ? Situation.SUPPLIER_IN_DEFAULT : Situation.SLOW_PROCUREMENT,
        ChronoUnit.DAYS.between(end, today));
  }
}
