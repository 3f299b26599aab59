package ca.greffier.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.function.IntFunction;

/**
 * The 13 days on which offices of Québec are closed (Règlement sur les conditions de travail, R.
 * J-3, r. 3, a. 3); eight are statutory (Loi sur les normes du travail, a. 60, and Loi sur la fête
 * nationale, a. 2). Of Good Friday and Easter Monday the employer chooses one as statutory: here,
 * Good Friday.
 */
public enum Holiday {
  NEW_YEAR(true, year -> LocalDate.of(year, Month.JANUARY, 1)),
  NEW_YEAR_MORROW(false, year -> LocalDate.of(year, Month.JANUARY, 2)),
  GOOD_FRIDAY(true, year -> easter(year).minusDays(2)),
  EASTER_MONDAY(false, year -> easter(year).plusDays(1)),
  PATRIOTS(
      true,
      year -> LocalDate.of(year, Month.MAY, 25).with(TemporalAdjusters.previous(DayOfWeek.MONDAY))),
  NATIONAL_HOLIDAY(true, year -> notSunday(LocalDate.of(year, Month.JUNE, 24))),
  CANADA_DAY(true, year -> notSunday(LocalDate.of(year, Month.JULY, 1))),
  LABOUR_DAY(true, year -> monday(1, year, Month.SEPTEMBER)),
  THANKSGIVING(true, year -> monday(2, year, Month.OCTOBER)),
  CHRISTMAS_EVE(false, year -> LocalDate.of(year, Month.DECEMBER, 24)),
  CHRISTMAS(true, year -> LocalDate.of(year, Month.DECEMBER, 25)),
  CHRISTMAS_MORROW(false, year -> LocalDate.of(year, Month.DECEMBER, 26)),
  NEW_YEAR_EVE(false, year -> LocalDate.of(year, Month.DECEMBER, 31));

  private final boolean statutory;
  private final IntFunction<LocalDate> day;

  Holiday(boolean statutory, IntFunction<LocalDate> day) {
    this.statutory = statutory;
    this.day = day;
  }

  public boolean isStatutory() {
    return statutory;
  }

  /** The day on which it is taken that year. */
  public LocalDate in(int year) {
    return day.apply(year);
  }

  private static LocalDate monday(int nth, int year, Month month) {
    return LocalDate.of(year, month, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.MONDAY));
  }

  private static LocalDate notSunday(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.plusDays(1) : date;
  }

  /** Easter Sunday, by the Gregorian computus in the form of Meeus, Jones and Butcher. */
  private static LocalDate easter(int year) {
    int century = year / 100;
    int golden = year % 19;
    int correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    int moon = correction - correction / 28 * (1 - 29 / (correction + 1) * ((21 - golden) / 11));
    int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    return LocalDate.of(year, Month.MARCH, 28).plusDays(moon - weekday);
  }
}
