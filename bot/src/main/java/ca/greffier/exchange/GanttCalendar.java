package ca.greffier.exchange;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The working days of a file of GanttProject, by which it counts how long a task takes. */
final class GanttCalendar {
  private static final Map<String, DayOfWeek> DAYS =
      Map.of(
          "mon", DayOfWeek.MONDAY,
          "tue", DayOfWeek.TUESDAY,
          "wed", DayOfWeek.WEDNESDAY,
          "thu", DayOfWeek.THURSDAY,
          "fri", DayOfWeek.FRIDAY,
          "sat", DayOfWeek.SATURDAY,
          "sun", DayOfWeek.SUNDAY);

  private static final int MOST_RESTS = 366;

  private final Set<DayOfWeek> rest = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private final Map<LocalDate, Rest> once = new HashMap<>();
  private final Map<MonthDay, Rest> yearly = new HashMap<>();
  private boolean weekendsWorked;

  /** What a day is that the file names. */
  enum Rest {
    HOLIDAY,
    WORKED,
    AS_USUAL
  }

  /**
   * @param isRest of the file's names of the days, {@code mon} to {@code sun}; a week without one
   *     day of work is no week
   */
  void week(Predicate<String> isRest) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    DAYS.forEach(
        (name, day) -> {
          if (isRest.test(name)) days.add(day);
        });
    if (days.size() == DAYS.size()) return;
    rest.clear();
    rest.addAll(days);
  }

  /** Whether weekends are drawn as such, yet worked. */
  void showWeekends(boolean worked) {
    weekendsWorked = worked;
  }

  /**
   * @param year empty for every year
   */
  void except(String year, int month, int day, Rest what) {
    try {
      if (year.isEmpty()) yearly.put(MonthDay.of(month, day), what);
      else once.put(LocalDate.of(Integer.parseInt(year), month, day), what);
    } catch (DateTimeException | NumberFormatException none) {
      // no such day: nobody works on it, nobody rests
    }
  }

  /** The last day of a task; the first one when it takes no day, or nobody ever works. */
  LocalDate last(LocalDate first, int days) {
    LocalDate day = first;
    int worked = isWorked(day) ? 1 : 0;
    for (int rests = 0; worked < days; ) {
      day = day.plusDays(1);
      rests = isWorked(day) ? 0 : rests + 1;
      if (rests > MOST_RESTS) return first;
      if (rests == 0) worked++;
    }
    return day;
  }

  private boolean isWorked(LocalDate day) {
    Rest named = once.getOrDefault(day, yearly.getOrDefault(MonthDay.from(day), Rest.AS_USUAL));
    return switch (named) {
      case HOLIDAY -> false;
      case WORKED -> true;
      case AS_USUAL -> weekendsWorked || !rest.contains(day.getDayOfWeek());
    };
  }
}
