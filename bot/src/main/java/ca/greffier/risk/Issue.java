package ca.greffier.risk;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import ca.greffier.plan.DeliverableId;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened and must be dealt with: an enjeu, never a risk.
 *
 * @param impact from 1 to 5, if somebody said
 * @param due when it must be settled
 * @param risk the one that came true
 */
public record Issue(
    IssueId id,
    int number,
    String title,
    String consequence,
    @Nullable Integer impact,
    @Nullable PersonId owner,
    @Nullable LocalDate due,
    @Nullable RiskId risk,
    @Nullable DeliverableId deliverable,
    @Nullable BodyId body,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    String outcome) {

  /** {@code EN-04}. */
  public String code() {
    return String.format(Locale.ROOT, "EN-%02d", number);
  }

  public boolean isOpen() {
    return closedOn == null;
  }

  public boolean isLate(LocalDate today) {
    return isOpen() && due != null && due.isBefore(today);
  }
}
