package ca.greffier.progress;

import ca.greffier.command.PersonId;
import ca.greffier.plan.DeliverableId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered; only the words are needed.
 *
 * @param deliverable the one that the percentage, the date and the blocker are about
 */
public record Answer(
    RoundId round,
    PersonId person,
    Instant at,
    String words,
    @Nullable ProgressState state,
    @Nullable DeliverableId deliverable,
    @Nullable Integer percent,
    @Nullable LocalDate forecast,
    @Nullable String blocker) {

  public boolean isBlocked() {
    return state == ProgressState.BLOCKED || blocker != null;
  }
}
