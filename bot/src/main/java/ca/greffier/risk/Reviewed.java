package ca.greffier.risk;

import ca.greffier.command.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One review of the history. */
record Reviewed(
    LocalDate day, @Nullable PersonId person, int probability, int impact, String words) {
  int score() {
    return probability * impact;
  }
}
