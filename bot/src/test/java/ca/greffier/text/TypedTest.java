package ca.greffier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type; today is Wednesday, February 18, 2026. */
class TypedTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 18);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-20 | 2026-03-20",
        "2026/3/20 | 2026-03-20",
        "20/03/2026 | 2026-03-20",
        "03/20/2026 | 2026-03-20",
        "20.03.2026 | 2026-03-20",
        "05-05-2026 | 2026-05-05",
        "20 févr. | 2026-02-20",
        "20 FÉVRIER | 2026-02-20",
        "20 février 2026 | 2026-02-20",
        "18 février | 2026-02-18",
        "17 février | 2027-02-17",
        "le 1er mars | 2026-03-01",
        "vendredi 20 mars | 2026-03-20",
        "le vendredi 20 mars 2026 | 2026-03-20",
        "3 AOÛT | 2026-08-03",
        "March 3 | 2026-03-03",
        "March 3rd, 2027 | 2027-03-03",
        "Friday, March 20, 2026 | 2026-03-20",
        "the 3rd of March | 2026-03-03",
        "mar 3 | 2026-03-03",
        "29 février | 2028-02-29",
        "aujourd’hui | 2026-02-18",
        "demain | 2026-02-19",
        "Tomorrow | 2026-02-19",
        "après-demain | 2026-02-20",
        "hier | 2026-02-17",
        "vendredi | 2026-02-20",
        "ven. | 2026-02-20",
        "vendredi prochain | 2026-02-20",
        "next friday | 2026-02-20",
        "vendredi en huit | 2026-02-27",
        "mercredi | 2026-02-25",
        "ce mercredi | 2026-02-18",
        "dans 3 jours | 2026-02-21",
        "in 2 weeks | 2026-03-04",
      })
  void a_date_is_understood(String typed, LocalDate date) {
    assertThat(TypedDate.read(typed, TODAY)).isEqualTo(new Typed.Value<>(date));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "03/04/2026 | refusal.date.ambiguous",
        "3-4-2026 | refusal.date.ambiguous",
        "31 avril | refusal.date.none",
        "2026-02-29 | refusal.date.none",
        "45/45/2026 | refusal.date.none",
        "lundi 20 février 2026 | refusal.date.none",
        "20260 mars 3 | refusal.date",
        "2126-03-20 | refusal.date",
        "20 brumaire | refusal.date",
        "bientôt | refusal.date",
        "'' | refusal.date",
        "20/03/26 | refusal.date",
      })
  void a_date_that_is_not_clear_is_refused(String typed, String reason) {
    assertThat(TypedDate.read(typed, TODAY)).isEqualTo(Typed.unclear(reason, typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14 h | 14:00",
        "14h30 | 14:30",
        "à 14 h 30 | 14:30",
        "14 H 30 | 14:30",
        "14:30 | 14:30",
        "9 heures | 09:00",
        "2:30 pm | 14:30",
        "2:30 p.m. | 14:30",
        "2 P. M. | 14:00",
        "12 am | 00:00",
        "12:15 pm | 12:15",
        "midi | 12:00",
        "Minuit | 00:00",
        "0 h 05 | 00:05",
      })
  void a_time_is_understood(String typed, LocalTime time) {
    assertThat(TypedTime.read(typed)).isEqualTo(new Typed.Value<>(time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9", "24 h", "14 h 60", "14:5", "13 pm", "0 am", "tantôt"})
  void a_time_that_is_not_clear_is_refused(String typed) {
    assertThat(TypedTime.read(typed)).isEqualTo(Typed.unclear("refusal.time", typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234,56 | 123456",
        "1234.5 | 123450",
        "1 234,56 $ | 123456",
        "1\u00a0234,56\u00a0$ | 123456",
        "1\u202f234 | 123400",
        "12 000 | 1200000",
        "$12 | 1200",
        "-$12.34 | -1234",
        "-1 234,56 $ | -123456",
        "\u221212 | -1200",
        "0 | 0",
        "45 $ CA | 4500",
        "12 dollars | 1200",
      })
  void an_amount_is_understood(String typed, long cents) {
    assertThat(TypedMoney.read(typed)).isEqualTo(new Typed.Value<>(new Money(cents)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234.56 | refusal.money.ambiguous",
        "1.234,56 | refusal.money.ambiguous",
        "1,234 | refusal.money.ambiguous",
        "'' | refusal.money",
        "12 00 | refusal.money",
        "1 2345 | refusal.money",
        "12 € | refusal.money",
        "1e9 | refusal.money",
        "9999999999999 | refusal.money",
      })
  void an_amount_that_is_not_clear_is_refused(String typed, String reason) {
    assertThat(TypedMoney.read(typed)).isEqualTo(Typed.unclear(reason, typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1h30 | 90",
        "1 h 30 | 90",
        "1 h 30 min | 90",
        "1 h | 60",
        "90 min | 90",
        "90 minutes | 90",
        "'1,5 h' | 90",
        "1.25h | 75",
        "2 heures | 120",
        "1 hour | 60",
        "0 min | 0",
      })
  void a_duration_is_understood(String typed, long minutes) {
    assertThat(TypedDuration.read(typed)).isEqualTo(new Typed.Value<>(Duration.ofMinutes(minutes)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "90", "-30 min", "1 h 75", "longtemps"})
  void a_duration_that_is_not_clear_is_refused(String typed) {
    assertThat(TypedDuration.read(typed)).isEqualTo(Typed.unclear("refusal.duration", typed));
  }
}
