package ca.greffier.progress;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.directory.BodyId;
import ca.greffier.progress.Freshness.Reading;
import ca.greffier.progress.Freshness.Share;
import ca.greffier.progress.Freshness.State;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** domain.md K19: stale after the cadence and five working days, very stale after twice it. */
class FreshnessTest {
  private final QuebecCalendar calendar = new QuebecCalendar();

  @ParameterizedTest
  @CsvSource({
    // last, asked, weeks, day: state, since
    ", , 2, 2026-03-16, UNASKED, ",
    ", 2026-03-02, 2, 2026-03-16, FRESH, ",
    "2026-03-02, , 2, 2026-03-16, FRESH, ",
    // 14 days, then five working days: the last fresh one is Monday, 23 March
    "2026-03-02, , 2, 2026-03-23, FRESH, ",
    "2026-03-02, , 2, 2026-03-24, STALE, 2026-03-24",
    "2026-03-02, , 2, 2026-03-30, STALE, 2026-03-24",
    "2026-03-02, , 2, 2026-03-31, VERY_STALE, 2026-03-24",
    // never answered: it counts from when it was asked first
    ", 2026-03-02, 2, 2026-03-24, STALE, 2026-03-24",
    // Good Friday and Easter Monday are no working days
    "2026-03-23, , 1, 2026-04-08, FRESH, ",
    "2026-03-23, , 1, 2026-04-09, VERY_STALE, 2026-04-09",
    "2026-03-02, , 4, 2026-04-08, FRESH, ",
    "2026-03-02, , 4, 2026-04-09, STALE, 2026-04-09"
  })
  void the_word_of_a_body_ages_with_its_cadence(
      @Nullable LocalDate last,
      @Nullable LocalDate asked,
      int weeks,
      LocalDate day,
      State state,
      @Nullable LocalDate since) {
    Reading reading = Freshness.read(last, asked, weeks, day, calendar);
    assertThat(reading).isEqualTo(new Reading(state, last, since));
    assertThat(reading.isStale()).isEqualTo(since != null);
  }

  @ParameterizedTest
  @CsvSource({"20, 80, false", "21, 79, true", "0, 100, false", "0, 0, false", "5, 0, true"})
  void a_whole_says_when_more_than_a_fifth_of_it_is_stale(int stale, int fresh, boolean said) {
    LocalDate day = LocalDate.of(2026, 3, 2);
    Map<BodyId, Reading> readings =
        Map.of(
            new BodyId(1), new Reading(State.VERY_STALE, day, day),
            new BodyId(2), new Reading(State.FRESH, day, null));
    Share share = Freshness.share(readings, Map.of(new BodyId(1), stale, new BodyId(2), fresh));
    assertThat(share).isEqualTo(new Share(stale, stale + fresh));
    assertThat(share.mustBeSaid()).isEqualTo(said);
  }
}
