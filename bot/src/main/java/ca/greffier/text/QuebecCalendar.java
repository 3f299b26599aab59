package ca.greffier.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Working days in Québec: Monday to Friday, but for the {@link Holiday}s and the days when the
 * organisation closes. Legal delays count calendar days and have no business here.
 */
public final class QuebecCalendar {
  private static final int DAYS_IN_WEEK = 7;
  private static final int WORKED_IN_WEEK = 5;

  /** 1 January 1970 was a Thursday. */
  private static final int FROM_MONDAY = 3;

  private final Set<LocalDate> closed;
  private final Map<Integer, Set<LocalDate>> offByYear = new ConcurrentHashMap<>();

  /** Closed on holidays only. */
  public QuebecCalendar() {
    this(Set.of());
  }

  /**
   * @param closed other days without work: the week of the Fêtes, a moving day
   */
  public QuebecCalendar(Set<LocalDate> closed) {
    this.closed = Set.copyOf(closed);
  }

  public Optional<Holiday> holiday(LocalDate date) {
    for (Holiday holiday : Holiday.values()) {
      if (holiday.in(date.getYear()).equals(date)) return Optional.of(holiday);
    }
    return Optional.empty();
  }

  public boolean isWorkingDay(LocalDate date) {
    return isWeekday(date) && !off(date.getYear()).contains(date);
  }

  /** The nth working day after a date, or before it when n is negative; 0 is the date itself. */
  public LocalDate plusWorkingDays(LocalDate date, int n) {
    int step = Integer.signum(n);
    LocalDate day = date;
    for (int left = Math.abs(n); left > 0; ) {
      day = day.plusDays(step);
      if (isWorkingDay(day)) left--;
    }
    return day;
  }

  /**
   * How many working days later the second date is: those after the first, up to and with the
   * second; negative when it is earlier. From a baseline to a forecast, this is the slip.
   */
  public int workingDaysBetween(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) return -workingDaysBetween(to, from);
    long weekdays = weekdaysUntil(to) - weekdaysUntil(from);
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      for (LocalDate off : off(year)) if (off.isAfter(from) && !off.isAfter(to)) weekdays--;
    }
    return Math.toIntExact(weekdays);
  }

  /** The weekdays of a year without work; a plan of thousands of dates asks it again and again. */
  private Set<LocalDate> off(int year) {
    return offByYear.computeIfAbsent(
        year,
        asked ->
            Stream.concat(
                    Arrays.stream(Holiday.values()).map(holiday -> holiday.in(asked)),
                    closed.stream().filter(day -> day.getYear() == asked))
                .filter(QuebecCalendar::isWeekday)
                .collect(Collectors.toUnmodifiableSet()));
  }

  private static boolean isWeekday(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  /** How many weekdays there are up to and with a day, from one that does not matter. */
  private static long weekdaysUntil(LocalDate day) {
    long days = day.toEpochDay() + FROM_MONDAY;
    long ofWeek = Math.floorMod(days, DAYS_IN_WEEK) + 1;
    return Math.floorDiv(days, DAYS_IN_WEEK) * WORKED_IN_WEEK + Math.min(ofWeek, WORKED_IN_WEEK);
  }
}
