package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who was there wants otherwise in the minutes.
 *
 * @param accepted null until it is decided
 */
record Correction(
    long id,
    MeetingId meeting,
    PersonId person,
    String text,
    Instant at,
    @Nullable Boolean accepted) {

  String code() {
    return "K-" + id;
  }

  boolean isOpen() {
    return accepted == null;
  }

  boolean isKept() {
    return Boolean.TRUE.equals(accepted);
  }
}
