package ca.greffier.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Working days in Québec: Monday to Friday, but for the {@link Holiday}s and the days when the
 * organisation closes. Legal delays count calendar days and have no business here.
 */
public final class QuebecCalendar {
  private final Set<LocalDate> closed;

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
    return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
        && !closed.contains(date)
        && holiday(date).isEmpty();
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
    return Math.toIntExact(
        from.datesUntil(to).map(day -> day.plusDays(1)).filter(this::isWorkingDay).count());
  }
}
