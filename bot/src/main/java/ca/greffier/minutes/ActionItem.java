package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.meeting.MeetingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one person promised to do by a day (domain.md M14).
 *
 * @param number by body and year, never used again: {@code CD-2026-A001}
 * @param origin where it comes from when it was not promised at a meeting: {@code E-7}
 * @param doneAt null while it is open
 */
public record ActionItem(
    String number,
    @Nullable MeetingId meeting,
    @Nullable String origin,
    String text,
    PersonId responsible,
    LocalDate due,
    @Nullable Instant doneAt) {
  static final String SERIES = "ACTION";

  static String number(String body, int year, int rank) {
    return String.format(Locale.ROOT, "%s-%d-A%03d", body, year, rank);
  }

  public boolean isDone() {
    return doneAt != null;
  }
}
