package ca.greffier.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.BodyId;
import ca.greffier.text.QuebecCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
  private final QuebecCalendar calendar = new QuebecCalendar();

  @ParameterizedTest
  @CsvSource({
    // weeks, starts, now: the day that is due, when it asks next
    "2, 2026-03-16, 2026-03-16T08:59, , 2026-03-16T09:00",
    "2, 2026-03-16, 2026-03-16T09:00, 2026-03-16, 2026-03-30T09:00",
    "2, 2026-03-16, 2026-03-27T12:00, 2026-03-16, 2026-03-30T09:00",
    "2, 2026-03-16, 2026-03-30T09:00, 2026-03-30, 2026-04-13T09:00",
    // Easter Monday is a holiday: on Tuesday, in the name of Monday
    "1, 2026-03-30, 2026-04-06T12:00, 2026-03-30, 2026-04-07T09:00",
    "1, 2026-03-30, 2026-04-07T09:00, 2026-04-06, 2026-04-13T09:00",
    // not begun yet
    "1, 2026-05-04, 2026-03-16T09:00, , 2026-05-04T09:00"
  })
  void a_cadence_falls_on_its_days_or_on_the_working_day_after(
      int weeks, LocalDate starts, LocalDateTime now, LocalDate due, LocalDateTime next) {
    Cadence cadence = cadence(weeks, starts, false);
    assertThat(cadence.due(now, calendar).orElse(null)).isEqualTo(due);
    assertThat(cadence.next(now, calendar)).isEqualTo(next);
  }

  @Test
  void a_stopped_cadence_is_never_due() {
    Cadence stopped = cadence(1, LocalDate.of(2026, 3, 16), true);
    assertThat(stopped.due(LocalDateTime.of(2026, 3, 16, 9, 0), calendar)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2 semaines, 2",
    "2, 2",
    "une semaine, 1",
    "semaine, 1",
    "chaque semaine, 1",
    "toutes les deux semaines, 2",
    "14 jours, 2",
    "every 3 weeks, 3"
  })
  void weeks_are_read_as_people_type_them(String typed, int weeks) {
    assertThat(CadenceKinds.weeks(26).parse(typed)).isEqualTo(weeks);
  }

  @ParameterizedTest
  @CsvSource({"3 jours, 3", "3, 3", "1 jour ouvrable, 1", "two days, 2", "une semaine, 5"})
  void days_are_read_as_people_type_them(String typed, int days) {
    assertThat(CadenceKinds.days(20).parse(typed)).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({"0", "27 semaines", "10 jours", "souvent", "trente semaines"})
  void what_is_no_number_of_weeks_is_refused(String typed) {
    assertThatThrownBy(() -> CadenceKinds.weeks(26).parse(typed)).isInstanceOf(Refusal.class);
  }

  private static Cadence cadence(int weeks, LocalDate starts, boolean stopped) {
    return new Cadence(
        new BodyId(1),
        weeks,
        starts,
        LocalTime.of(9, 0),
        3,
        stopped,
        new PersonId(1),
        Instant.EPOCH,
        "");
  }
}
