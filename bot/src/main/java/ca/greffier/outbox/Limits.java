package ca.greffier.outbox;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How fast campaigns may leave.
 *
 * @param perHour letters in an hour, all nodes together; 0 for no limit
 * @param warmUpFrom the first day of a sender that nobody knows yet: {@link #FIRST_DAY} letters on
 *     it, twice as many each day after; null when it is known
 * @param from the time of day at which letters begin to leave, in the zone
 * @param to when they cease; the same as {@code from} for the whole day
 */
public record Limits(
    int perHour, @Nullable LocalDate warmUpFrom, LocalTime from, LocalTime to, ZoneId zone) {
  static final int FIRST_DAY = 500;

  public static Limits none(ZoneId zone) {
    return new Limits(0, null, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone);
  }

  boolean areNone() {
    return perHour == 0 && warmUpFrom == null && from.equals(to);
  }

  /** Letters on a day; {@link Integer#MAX_VALUE} for no limit. */
  int onDay(LocalDate day) {
    if (warmUpFrom == null) return Integer.MAX_VALUE;
    long days = Math.max(0, day.toEpochDay() - warmUpFrom.toEpochDay());
    return days >= 20 ? Integer.MAX_VALUE : FIRST_DAY << days;
  }

  boolean isOpen(LocalTime time) {
    if (from.equals(to)) return true;
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}
