package ca.greffier.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

  @ParameterizedTest(name = "{1} from {0}: {2}")
  @CsvSource({
    "2026-03-03, semaine, 2026-03-03 2026-03-10 2026-03-17 2026-03-24 2026-03-31 2026-04-07",
    "2026-03-03, aux 2 semaines, 2026-03-03 2026-03-17 2026-03-31",
    "2026-03-03, every 3 weeks, 2026-03-03 2026-03-24",
    // the second Tuesday
    "2026-02-10, mois, 2026-02-10 2026-03-10",
    // the fifth Thursday is the last
    "2026-01-29, mensuelle, 2026-01-29 2026-02-26 2026-03-26",
    "2025-12-09, tous les 2 mois, 2025-12-09 2026-02-10"
  })
  void comes_back(LocalDate first, String typed, String days) {
    assertThat(new Rhythm.Typed().parse(typed).days(first, LocalDate.of(2026, 4, 8)))
        .extracting(LocalDate::toString)
        .containsExactly(days.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jour", "0 semaines", "27 semaines", "souvent", "-2 mois"})
  void is_nothing_else(String typed) {
    assertThatThrownBy(() -> new Rhythm.Typed().parse(typed)).hasMessageContaining("rhythm");
  }

  @Test
  void in_ten_years_no_meeting_is_lost_doubled_or_shifted_by_a_clock_change() {
    LocalTime half = LocalTime.of(9, 30);
    for (String typed : List.of("semaine", "2 semaines", "mois")) {
      Rhythm rhythm = new Rhythm.Typed().parse(typed);
      LocalDate first = LocalDate.of(2026, 1, 13);
      List<LocalDate> days = rhythm.days(first, LocalDate.of(2035, 12, 31));
      assertThat(days).doesNotHaveDuplicates().isSorted();
      assertThat(days).hasSize(rhythm.unit() == Rhythm.Unit.MONTHS ? 120 : 520 / rhythm.every());
      assertThat(days)
          .allMatch(day -> day.getDayOfWeek() == DayOfWeek.TUESDAY)
          .allMatch(
              day ->
                  LocalTime.ofInstant(day.atTime(half).atZone(MONTREAL).toInstant(), MONTREAL)
                      .equals(half));
    }
  }
}
