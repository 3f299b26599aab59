package ca.greffier.progress;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.house.TestProject;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
  private final QuebecCalendar calendar = new QuebecCalendar();

  @ParameterizedTest
  @CsvSource({
    // opened, days: reminder, close, end
    "2026-03-16, 1, 2026-03-17, 2026-03-17, 2026-03-24",
    "2026-03-16, 2, 2026-03-17, 2026-03-18, 2026-03-25",
    "2026-03-16, 3, 2026-03-18, 2026-03-19, 2026-03-26",
    "2026-03-16, 4, 2026-03-18, 2026-03-20, 2026-03-27",
    "2026-03-16, 5, 2026-03-19, 2026-03-23, 2026-03-30",
    // over Easter
    "2026-04-01, 5, 2026-04-08, 2026-04-10, 2026-04-17"
  })
  void reminds_two_working_days_before_the_end_or_halfway(
      LocalDate opened, int days, LocalDate remind, LocalDate close, LocalDate end) {
    assertThat(Window.of(opened, days, calendar)).isEqualTo(new Window(remind, close, end));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-16T07:59, false",
    "2026-03-16T08:00, true",
    "2026-03-16T17:59, true",
    "2026-03-16T18:00, false",
    "2026-03-21T10:00, false",
    "2026-04-03T10:00, false",
    "2026-06-24T10:00, false"
  })
  void nobody_is_nudged_at_night_or_on_holidays(String now, boolean open) {
    OfficeHours hours = new OfficeHours(calendar, TestProject.ZONE);
    assertThat(hours.isOpen(TestProject.instant(now))).isEqualTo(open);
  }
}
