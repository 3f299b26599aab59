package ca.greffier.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How fast campaigns may leave.
 *
 * @param perHour letters in an hour, all nodes together; 0 for no limit
 * @param perHost letters in an hour for a host that readers have their mailboxes at ({@code
 *     gmail.com}), all nodes together; {@link #ANY_OTHER} for each of the others
 * @param warmUpFrom the first day of a sender that nobody knows yet: {@link #FIRST_DAY} letters on
 *     it, twice as many each day after; null when it is known
 * @param from the time of day at which letters begin to leave, where their reader is
 * @param to when they cease; the same as {@code from} for the whole day
 * @param zone where readers are of whom nothing else is known; the days of a warm-up are its days
 */
public record Limits(
    int perHour,
    Map<String, Integer> perHost,
    @Nullable LocalDate warmUpFrom,
    LocalTime from,
    LocalTime to,
    ZoneId zone) {
  public static final String ANY_OTHER = "*";

  static final int FIRST_DAY = 500;

  public static Limits none(ZoneId zone) {
    return new Limits(0, Map.of(), null, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone);
  }

  /** Letters in an hour for a host; null for no limit. */
  @Nullable Integer inAnHour(String host) {
    return perHost.getOrDefault(host, perHost.get(ANY_OTHER));
  }

  /** Letters on a day; {@link Integer#MAX_VALUE} for no limit. */
  int onDay(LocalDate day) {
    if (warmUpFrom == null) return Integer.MAX_VALUE;
    long days = Math.max(0, day.toEpochDay() - warmUpFrom.toEpochDay());
    return days >= 20 ? Integer.MAX_VALUE : FIRST_DAY << days;
  }

  /** The first instant from one on at which letters leave for readers in a zone. */
  Instant opening(Instant now, @Nullable ZoneId there) {
    if (isWholeDay()) return now;
    ZonedDateTime at = now.atZone(there == null ? zone : there);
    if (isOpen(at.toLocalTime())) return now;
    LocalDate day = at.toLocalDate();
    LocalDate next = at.toLocalTime().isBefore(from) ? day : day.plusDays(1);
    return next.atTime(from).atZone(at.getZone()).toInstant();
  }

  private boolean isWholeDay() {
    return from.equals(to);
  }

  boolean isOpen(LocalTime time) {
    if (isWholeDay()) return true;
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}
