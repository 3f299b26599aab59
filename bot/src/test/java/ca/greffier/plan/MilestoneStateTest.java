package ca.greffier.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.directory.BodyId;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where deliverables stand on Monday, 16 March 2026; Easter is 3 to 6 April. */
class MilestoneStateTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-16");

  private final Slip slip = new Slip(new QuebecCalendar());

  @ParameterizedTest
  @CsvSource({
    // baseline, forecast, reached, state, slip
    ",,, UNDATED, 0",
    "2026-06-01, 2026-06-01,, COMING, 0",
    "2026-06-01,,, COMING, 0",
    ", 2026-06-01,, COMING, 0",
    // the tenth working day, then the eleventh
    "2026-03-30, 2026-03-30,, NEAR, 0",
    "2026-03-31, 2026-03-31,, COMING, 0",
    "2026-03-16, 2026-03-16,, NEAR, 0",
    "2026-06-01, 2026-06-02,, SLIPPED, 1",
    // from a Saturday to its Monday is one working day; Friday to Sunday is none
    "2026-05-30, 2026-06-01,, SLIPPED, 1",
    "2026-05-29, 2026-05-31,, COMING, 0",
    "2026-06-02, 2026-06-01,, COMING, -1",
    // two holidays between
    "2026-04-02, 2026-04-07,, SLIPPED, 1",
    // the baseline is past, the forecast is not: late all the same
    "2026-03-13, 2026-03-20,, LATE, 5",
    "2026-03-13, 2026-03-13,, LATE, 1",
    "2026-03-02,,, LATE, 10",
    // the forecast is past, the baseline is not: nobody has said a new date
    "2026-03-27, 2026-03-13,, LATE, -9",
    "2026-03-13, 2026-03-20, 2026-03-13, REACHED, 0",
    "2026-03-13, 2026-03-20, 2026-03-12, REACHED, -1",
    "2026-03-13, 2026-03-13, 2026-03-16, REACHED_LATE, 1",
    ",, 2026-03-16, REACHED, 0"
  })
  void tells_the_worst_that_is_true(
      @Nullable LocalDate baseline,
      @Nullable LocalDate forecast,
      @Nullable LocalDate reached,
      MilestoneState expected,
      int days) {
    Deliverable what =
        new Deliverable(
            new DeliverableId(1),
            DeliverableKind.DELIVERABLE,
            "L-01",
            "Guide",
            new BodyId(1),
            null,
            1,
            false,
            new Dates(baseline, baseline, forecast, reached, null, null),
            "PV",
            null,
            0);
    assertThat(MilestoneState.of(what, TODAY, slip)).isEqualTo(expected);
    assertThat(slip.of(what, TODAY)).isEqualTo(days);
  }
}
