package ca.greffier.sweep;

import ca.greffier.text.QuebecCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When people may be nudged: from 8 h to 18 h on working days (domain.md M5). */
public final class OfficeHours {
  private static final int FROM = 8;
  private static final int TO = 18;

  private final QuebecCalendar calendar;
  private final ZoneId zone;

  public OfficeHours(QuebecCalendar calendar, ZoneId zone) {
    this.calendar = calendar;
    this.zone = zone;
  }

  public ZoneId zone() {
    return zone;
  }

  /** The day it is there. */
  public LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  public boolean isOpen(Instant now) {
    ZonedDateTime here = now.atZone(zone);
    return calendar.isWorkingDay(here.toLocalDate())
        && here.getHour() >= FROM
        && here.getHour() < TO;
  }
}
