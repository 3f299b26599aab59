package ca.greffier.progress;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import ca.greffier.text.QuebecCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How often a body is asked by itself.
 *
 * @param weeks from one round to the next
 * @param starts the first day it asks
 * @param days working days given to answer
 * @param stopped true when it asks no more
 * @param reason why it was set so
 */
public record Cadence(
    BodyId body,
    int weeks,
    LocalDate starts,
    LocalTime hour,
    int days,
    boolean stopped,
    PersonId setBy,
    Instant setAt,
    String reason) {
  private static final int DAYS_IN_WEEK = 7;

  /** From one round to the next, in calendar days: the c of domain.md K19. */
  public int period() {
    return weeks * DAYS_IN_WEEK;
  }

  /**
   * The last of its days whose hour has come, a holiday being kept on the next working day.
   *
   * @return the day as the cadence counts it, which names the round; empty before the first
   */
  Optional<LocalDate> due(LocalDateTime now, QuebecCalendar calendar) {
    if (stopped) return Optional.empty();
    LocalDate day = starts.plusDays(before(now.toLocalDate()) * period());
    while (!day.isBefore(starts)) {
      if (!moment(day, calendar).isAfter(now)) return Optional.of(day);
      day = day.minusDays(period());
    }
    return Optional.empty();
  }

  /** When it asks next. */
  LocalDateTime next(LocalDateTime now, QuebecCalendar calendar) {
    LocalDate day = starts.plusDays(Math.max(0, before(now.toLocalDate())) * period());
    while (day.isAfter(starts) && moment(day, calendar).isAfter(now)) day = day.minusDays(period());
    while (!moment(day, calendar).isAfter(now)) day = day.plusDays(period());
    return moment(day, calendar);
  }

  /** When a round of one of its days is opened. */
  LocalDateTime moment(LocalDate day, QuebecCalendar calendar) {
    LocalDate worked = calendar.isWorkingDay(day) ? day : calendar.plusWorkingDays(day, 1);
    return worked.atTime(hour);
  }

  private long before(LocalDate today) {
    return Math.floorDiv(ChronoUnit.DAYS.between(starts, today), (long) period());
  }
}
