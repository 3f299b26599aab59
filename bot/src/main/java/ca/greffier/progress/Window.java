package ca.greffier.progress;

import ca.greffier.text.QuebecCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a round reminds, closes and ends, in working days (domain.md M5): the one reminder comes two
 * working days before the end, or halfway through a window too short for that.
 */
record Window(LocalDate remind, LocalDate close, LocalDate end) {
  private static final int REMINDER = 2;
  private static final int GRACE = 5;
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime EVENING = LocalTime.of(17, 0);

  /**
   * @param days working days given to answer, 1 or more
   */
  static Window of(LocalDate opened, int days, QuebecCalendar calendar) {
    int reminder = days >= 2 * REMINDER ? days - REMINDER : (days + 1) / 2;
    LocalDate close = calendar.plusWorkingDays(opened, days);
    return new Window(
        calendar.plusWorkingDays(opened, reminder), close, calendar.plusWorkingDays(close, GRACE));
  }

  Instant remindAt(ZoneId zone) {
    return remind.atTime(MORNING).atZone(zone).toInstant();
  }

  Instant closesAt(ZoneId zone) {
    return close.atTime(EVENING).atZone(zone).toInstant();
  }

  Instant endsAt(ZoneId zone) {
    return end.atTime(EVENING).atZone(zone).toInstant();
  }
}
