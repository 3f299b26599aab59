package ca.greffier.progress;

import ca.greffier.command.PersonId;
import ca.greffier.plan.DeliverableId;
import ca.greffier.text.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered: words, or any of the rest.
 *
 * @param words empty when only the rest was given
 * @param deliverable the one that the rest is about
 * @param spent so far, as declared: never booked in the budget
 * @param repeats when the answer was given that this one repeats, as nothing has changed
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
    @Nullable Money spent,
    @Nullable String blocker,
    @Nullable Instant repeats) {

  Answer withoutForecast() {
    return new Answer(
        round, person, at, words, state, deliverable, percent, null, spent, blocker, repeats);
  }

  public boolean isBlocked() {
    return state == ProgressState.BLOCKED || blocker != null;
  }
}
