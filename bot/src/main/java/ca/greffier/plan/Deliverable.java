package ca.greffier.plan;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something the project must hand over.
 *
 * @param code short and stable: {@code L-12}
 * @param person who answers for it
 * @param weight its share of the whole, relative to the sum of all weights
 * @param baseline the date first approved; it never moves
 * @param forecast the date now expected
 * @param reached the date it was handed over
 * @param declared the percentage its body declares: told, never counted as earned (domain.md K7)
 * @param moves how many times the forecast was put at another date
 */
public record Deliverable(
    DeliverableId id,
    String code,
    String title,
    BodyId body,
    @Nullable PersonId person,
    int weight,
    @Nullable LocalDate baseline,
    @Nullable LocalDate forecast,
    @Nullable LocalDate reached,
    @Nullable Integer declared,
    int moves) {

  public boolean isReached() {
    return reached != null;
  }

  /** The date now expected, or failing that the baseline. */
  public @Nullable LocalDate due() {
    return forecast != null ? forecast : baseline;
  }
}
