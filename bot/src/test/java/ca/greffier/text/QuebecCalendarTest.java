package ca.greffier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuebecCalendarTest {
  private final QuebecCalendar calendar = new QuebecCalendar();

  @ParameterizedTest
  @CsvSource({
    "2026, 04-03, 04-06, 05-18, 06-24, 07-01, 09-07, 10-12",
    "2027, 03-26, 03-29, 05-24, 06-24, 07-01, 09-06, 10-11",
    "2028, 04-14, 04-17, 05-22, 06-24, 07-01, 09-04, 10-09",
    "2029, 03-30, 04-02, 05-21, 06-25, 07-02, 09-03, 10-08",
  })
  void moving_holidays_fall_on_their_day(
      int year,
      String friday,
      String monday,
      String patriots,
      String national,
      String canada,
      String labour,
      String thanksgiving) {
    assertThat(Holiday.GOOD_FRIDAY.in(year)).hasToString(year + "-" + friday);
    assertThat(Holiday.EASTER_MONDAY.in(year)).hasToString(year + "-" + monday);
    assertThat(Holiday.PATRIOTS.in(year)).hasToString(year + "-" + patriots);
    assertThat(Holiday.NATIONAL_HOLIDAY.in(year)).hasToString(year + "-" + national);
    assertThat(Holiday.CANADA_DAY.in(year)).hasToString(year + "-" + canada);
    assertThat(Holiday.LABOUR_DAY.in(year)).hasToString(year + "-" + labour);
    assertThat(Holiday.THANKSGIVING.in(year)).hasToString(year + "-" + thanksgiving);
  }

  /** Published dates of Easter at the edges of its range and around a leap year. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2008-03-24",
        "2011-04-25",
        "2016-03-28",
        "2024-04-01",
        "2035-03-26",
        "2038-04-26"
      })
  void easter_monday_is_as_published(LocalDate monday) {
    assertThat(Holiday.EASTER_MONDAY.in(monday.getYear())).isEqualTo(monday);
  }

  @Test
  void there_are_thirteen_holidays_of_which_eight_are_statutory() {
    assertThat(Holiday.values()).hasSize(13);
    assertThat(Arrays.stream(Holiday.values()).filter(Holiday::isStatutory)).hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "2026-01-02",
        "2026-12-24",
        "2026-12-25",
        "2026-12-31",
        "2026-04-03",
        "2026-05-18",
        "2026-02-21",
        "2026-02-22",
        "2029-07-02"
      })
  void holidays_and_weekends_are_not_worked(LocalDate date) {
    assertThat(calendar.isWorkingDay(date)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-20",
        "2026-05-25",
        "2026-09-30",
        "2026-11-11",
        "2026-12-29",
        "2026-12-28"
      })
  void other_days_are_worked(LocalDate date) {
    assertThat(calendar.isWorkingDay(date)).isTrue();
  }

  @Test
  void a_closed_day_is_not_worked() {
    LocalDate closed = LocalDate.of(2026, 12, 29);
    assertThat(new QuebecCalendar(Set.of(closed)).isWorkingDay(closed)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-20, 1, 2026-02-23",
    "2026-02-21, 1, 2026-02-23",
    "2026-02-20, 0, 2026-02-20",
    "2026-04-02, 1, 2026-04-07",
    "2026-04-07, -1, 2026-04-02",
    "2026-12-23, 1, 2026-12-28",
    "2026-02-02, 10, 2026-02-16",
  })
  void working_days_are_added_over_what_is_closed(LocalDate from, int n, LocalDate to) {
    assertThat(calendar.plusWorkingDays(from, n)).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-20, 2026-02-20, 0",
    "2026-02-20, 2026-02-23, 1",
    "2026-02-20, 2026-02-22, 0",
    "2026-04-02, 2026-04-07, 1",
    "2026-04-07, 2026-04-02, -1",
    "2026-02-02, 2026-02-16, 10",
    "2026-01-01, 2026-12-31, 249",
  })
  void a_slip_counts_working_days(LocalDate baseline, LocalDate forecast, int slip) {
    assertThat(calendar.workingDaysBetween(baseline, forecast)).isEqualTo(slip);
  }

  @Test
  void a_slip_of_any_length_is_the_working_days_counted_one_by_one() {
    QuebecCalendar closing =
        new QuebecCalendar(Set.of(LocalDate.of(2026, 12, 29), LocalDate.of(2027, 1, 1)));
    for (int start = 0; start < 400; start += 13) {
      for (int length = 0; length < 1500; length += 37) {
        LocalDate from = LocalDate.of(2025, 12, 20).plusDays(start);
        LocalDate to = from.plusDays(length);
        long counted =
            from.datesUntil(to).map(day -> day.plusDays(1)).filter(closing::isWorkingDay).count();
        assertThat(closing.workingDaysBetween(from, to)).as(from + " " + to).isEqualTo(counted);
      }
    }
  }
}
