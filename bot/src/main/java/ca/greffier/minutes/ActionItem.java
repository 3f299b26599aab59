package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.meeting.MeetingId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one person promised to do by a day (domain.md M14).
 *
 * @param number by body and year, never used again: {@code CD-2026-A001}
 * @param doneAt null while it is open
 */
public record ActionItem(
    String number,
    MeetingId meeting,
    String text,
    PersonId responsible,
    LocalDate due,
    @Nullable Instant doneAt) {
  public boolean isDone() {
    return doneAt != null;
  }
}
