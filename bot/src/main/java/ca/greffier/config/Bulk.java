package ca.greffier.config;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How newsletters leave.
 *
 * @param connections to the SMTP server at once, from 1 to 50
 * @param perHour letters in an hour at most; 0 for no limit
 * @param perHost letters in an hour at most for a host of mailboxes ({@code gmail.com}), or for
 *     each of the others ({@code *})
 * @param warmUpFrom the first day of a sender that no server knows yet; null when it is known
 * @param from the time of day at which they begin to leave, where their reader is
 * @param to when they cease; the same as {@code from} for the whole day
 */
public record Bulk(
    int connections,
    int perHour,
    Map<String, Integer> perHost,
    @Nullable LocalDate warmUpFrom,
    LocalTime from,
    LocalTime to) {
  static final Bulk USUAL = new Bulk(4, 0, Map.of(), null, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  static Bulk read(Section section) {
    Bulk bulk =
        new Bulk(
            section.wholeNumber("connections", 1, 50, USUAL.connections),
            section.wholeNumber("perHour", 0, 10_000_000, USUAL.perHour),
            section.wholeNumbers("perHost", 1, 10_000_000),
            section.date("warmUpFrom"),
            section.time("from", USUAL.from),
            section.time("to", USUAL.to));
    section.end();
    return bulk;
  }
}
