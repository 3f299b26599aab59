package ca.greffier.text;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Dates and times as they are read in a sentence, without their article (OQLF, Vitrine
 * linguistique: « Écriture de la date », « Écriture de l’heure »).
 */
public final class DateWords {
  private static final String NBSP = "\u00a0";

  private DateWords() {}

  /** {@code vendredi 20 février 2026}; {@code Friday, February 20, 2026}. */
  public static String date(Language language, LocalDate date) {
    String day = CalendarNames.day(language, date.getDayOfWeek());
    String month = CalendarNames.month(language, date.getMonth());
    int number = date.getDayOfMonth();
    if (language == Language.ENGLISH)
      return day + ", " + month + " " + number + ", " + date.getYear();
    return day + " " + number + (number == 1 ? "er " : " ") + month + " " + date.getYear();
  }

  /** {@code 16 h 30}, {@code 9 h}, {@code 17 h 05}; {@code 4:30 p.m.}. */
  public static String time(Language language, LocalTime time) {
    int hour = time.getHour();
    if (language == Language.FRENCH) return hours(hour, time.getMinute());
    int shown = hour % 12 == 0 ? 12 : hour % 12;
    return shown + ":" + twoDigits(time.getMinute()) + NBSP + (hour < 12 ? "a.m." : "p.m.");
  }

  /** {@code vendredi 20 février 2026, à 16 h 30}. */
  public static String moment(Language language, LocalDateTime moment) {
    return date(language, moment.toLocalDate())
        + (language == Language.FRENCH ? ", à" + NBSP : ", at" + NBSP)
        + time(language, moment.toLocalTime());
  }

  /** {@code 1 h 30}, {@code 2 h}, {@code 45 min}: the same in both languages. */
  public static String duration(Duration duration) {
    Duration length = duration.abs();
    String sign = duration.isNegative() ? "-" : "";
    if (length.toHours() == 0) return sign + length.toMinutes() + NBSP + "min";
    return sign + hours(length.toHours(), length.toMinutesPart());
  }

  private static String hours(long hours, int minutes) {
    return hours + NBSP + "h" + (minutes == 0 ? "" : NBSP + twoDigits(minutes));
  }

  private static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }
}
