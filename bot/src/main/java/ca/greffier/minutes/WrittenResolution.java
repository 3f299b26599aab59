package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a body decides without meeting: it has the value of a decision when all who could have voted
 * have signed it (Civil Code of Québec, article 354; domain.md M15). One refusal, or one silence,
 * is enough for it to need a meeting.
 *
 * @param until the last day to sign
 * @param number in the series of the body's decisions; null until it is adopted
 */
public record WrittenResolution(
    long id,
    BodyId body,
    String text,
    PersonId proposedBy,
    Instant proposedAt,
    LocalDate until,
    State state,
    @Nullable String number,
    @Nullable Instant endedAt) {

  /** Where it is. */
  public enum State {
    OPEN,
    ADOPTED,
    REFUSED,
    EXPIRED;

    Phrase phrase() {
      return Phrase.of("written.state." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** As people call it while it has no number. */
  String code() {
    return "RE-" + id;
  }

  boolean isOpen() {
    return state == State.OPEN;
  }
}
