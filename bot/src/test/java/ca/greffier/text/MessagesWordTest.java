package ca.greffier.text;

import static ca.greffier.text.Language.ENGLISH;
import static ca.greffier.text.Language.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors of OQLF typography; in the tables a no-break space is written {@code ~}. */
class MessagesWordTest {
  private final Messages messages = Messages.load(ZoneId.of("America/Toronto"));

  static Stream<Arguments> words() {
    return Stream.of(
        words(LocalDate.of(2026, 2, 20), "vendredi 20 février 2026", "Friday, February 20, 2026"),
        words(LocalDate.of(2026, 3, 1), "dimanche 1er mars 2026", "Sunday, March 1, 2026"),
        words(LocalDate.of(2026, 8, 31), "lundi 31 août 2026", "Monday, August 31, 2026"),
        words(LocalTime.of(16, 30), "16~h~30", "4:30~p.m."),
        words(LocalTime.of(9, 0), "9~h", "9:00~a.m."),
        words(LocalTime.of(17, 5), "17~h~05", "5:05~p.m."),
        words(LocalTime.MIDNIGHT, "0~h", "12:00~a.m."),
        words(LocalTime.NOON, "12~h", "12:00~p.m."),
        words(
            Instant.parse("2026-02-20T21:30:00Z"),
            "vendredi 20 février 2026, à~16~h~30",
            "Friday, February 20, 2026, at~4:30~p.m."),
        words(
            Instant.parse("2026-07-01T03:59:00Z"),
            "mardi 30 juin 2026, à~23~h~59",
            "Tuesday, June 30, 2026, at~11:59~p.m."),
        words(Duration.ofMinutes(90), "1~h~30", "1~h~30"),
        words(Duration.ofMinutes(65), "1~h~05", "1~h~05"),
        words(Duration.ofHours(26), "26~h", "26~h"),
        words(Duration.ofMinutes(45), "45~min", "45~min"),
        words(new Money(123456), "1~234,56~$", "$1,234.56"),
        words(new Money(-123456), "-1~234,56~$", "-$1,234.56"),
        words(new Money(1200), "12,00~$", "$12.00"),
        words(new Money(-5), "-0,05~$", "-$0.05"),
        words(new Money(123456789012L), "1~234~567~890,12~$", "$1,234,567,890.12"),
        words(0, "0", "0"),
        words(999, "999", "999"),
        words(12000, "12~000", "12,000"),
        words(-1234567L, "-1~234~567", "-1,234,567"),
        words(Year.of(2026), "2026", "2026"),
        words(0.5, "0,5", "0.5"),
        words(0.9249, "0,92", "0.92"),
        words(3.0, "3", "3"),
        words(100.0, "100", "100"),
        words(Double.NaN, "—", "—"),
        words(new BigDecimal("1234.50"), "1~234,50", "1,234.50"),
        words(new Percent(66), "66~%", "66%"),
        words(new Percent(-12.34), "-12,3~%", "-12.3%"),
        words(true, "oui", "yes"),
        words(false, "non", "no"),
        words(Optional.empty(), "—", "—"),
        words(Optional.of(LocalTime.of(9, 0)), "9~h", "9:00~a.m."),
        words(Phrase.of("text.yes"), "oui", "yes"),
        words(List.of(true, 12000), "oui, 12~000", "yes, 12,000"),
        words("Sept-Îles", "Sept-Îles", "Sept-Îles"));
  }

  private static Arguments words(Object value, String french, String english) {
    return Arguments.of(value, french.replace('~', '\u00a0'), english.replace('~', '\u00a0'));
  }

  @ParameterizedTest
  @MethodSource("words")
  void a_value_becomes_words(Object value, String french, String english) {
    assertThat(messages.word(FRENCH, value)).isEqualTo(french);
    assertThat(messages.word(ENGLISH, value)).isEqualTo(english);
  }

  @Test
  void a_time_at_the_end_of_a_sentence_brings_its_own_point() {
    assertThat(messages.say(ENGLISH, "progress.change.date", "L-01", LocalTime.of(17, 0)))
        .isEqualTo("L-01: expected on 5:00\u00a0p.m.");
  }
}
