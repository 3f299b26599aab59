package ca.greffier.plan;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something the project must hand over, or a moment that it must reach.
 *
 * @param code short and stable: {@code L-12}, {@code J-03}
 * @param person who answers for it
 * @param weight its share of the whole, relative to the sum of all weights
 * @param hard whether its date is set from outside the project
 * @param proof a link or words that show that it was handed over
 * @param declared the percentage its body declares: told, never counted as earned (domain.md K7)
 * @param moves how many times the forecast was put at another date
 */
public record Deliverable(
    DeliverableId id,
    DeliverableKind kind,
    String code,
    String title,
    BodyId body,
    @Nullable PersonId person,
    int weight,
    boolean hard,
    Dates dates,
    @Nullable String proof,
    @Nullable Integer declared,
    int moves) {

  /** The date last approved. */
  public @Nullable LocalDate baseline() {
    return dates.baseline();
  }

  /** The date now expected. */
  public @Nullable LocalDate forecast() {
    return dates.forecast();
  }

  /** The date it was handed over. */
  public @Nullable LocalDate reached() {
    return dates.reached();
  }

  public boolean isReached() {
    return dates.reached() != null;
  }

  public boolean isCancelled() {
    return dates.cancelled() != null;
  }

  /** Whether there is still work to do. */
  public boolean isOpen() {
    return !isReached() && !isCancelled();
  }

  /** Whether something shows that it was handed over: words, a link, or its acceptance. */
  public boolean isProved() {
    return proof != null || dates.accepted() != null;
  }

  /** The date now expected, or failing that the baseline. */
  public @Nullable LocalDate due() {
    return forecast() != null ? forecast() : baseline();
  }
}
