package ca.greffier.value;

import static ca.greffier.value.EarnedValueTest.plain;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarnedScheduleTest {
  /** domain.md K6. */
  @Test
  void the_delay_is_told_in_time() {
    BigDecimal es = curve("10 25 45 70 100", "100").timeOf(new BigDecimal(55));
    EarnedSchedule schedule = new EarnedSchedule(new BigDecimal(4), new BigDecimal(5), es);
    assertThat(plain(es, schedule.sv(), schedule.spi())).containsExactly("3.4", "-0.6", "0.85");
    assertThat(plain(schedule.estimate(), schedule.estimate(BigDecimal.ONE), schedule.toComplete()))
        .containsExactly("5.8824", "5.6", "1.6");
  }

  @ParameterizedTest(name = "PV {0}, EV {2}")
  @CsvSource({
    "10 25 45 70 100, 100, 0, 0",
    "10 25 45 70 100, 100, 5, 0.5",
    "10 25 45 70 100, 100, 10, 1",
    "10 25 45 70 100, 100, 100, 5",
    "10 25 45 70 100, 100, 120, 5", // more than everything
    "10 25 45 70 100, 100, -1, n/d",
    "10 30 30 30 60, 60, 30, 4", // the end of a flat stretch
    "0 0 40, 40, 0, 2",
    "10 60 60 60, 60, 60, 2", // after its end the plan says nothing
    "10 25 45, 100, 45, 3", // the curve is known until now only
    "10 25 45, 100, 50, n/d",
    "10 45 25, 100, 30, n/d", // not cumulative
    "0 0 0, , 0, 3",
    "10 25, , 30, n/d", // nobody knows where it ends
  })
  void the_planned_curve_tells_when_it_was_due(
      String planned, @Nullable String bac, String earned, String es) {
    assertThat(plain(curve(planned, bac).timeOf(new BigDecimal(earned)))).containsExactly(es);
  }

  @Test
  void periods_need_not_be_equal() {
    PlannedCurve curve =
        PlannedCurve.of(
            List.of(point("12", "100"), point("4", "20"), point("8", "60")),
            null,
            new BigDecimal(12));
    assertThat(plain(curve.timeOf(new BigDecimal(30)), curve.timeOf(new BigDecimal(110))))
        .containsExactly("5", "12");
  }

  @Test
  void nothing_is_foretold_from_nothing() {
    EarnedSchedule start = new EarnedSchedule(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ZERO);
    assertThat(plain(start.spi(), start.estimate(), start.toComplete()))
        .containsExactly("n/d", "n/d", "1");
    EarnedSchedule over = new EarnedSchedule(BigDecimal.TEN, BigDecimal.TEN, new BigDecimal(8));
    assertThat(plain(over.toComplete(), over.estimate(BigDecimal.ZERO))).containsOnly("n/d");
    EarnedSchedule unknown = new EarnedSchedule(BigDecimal.TEN, null, null);
    assertThat(plain(unknown.sv(), unknown.spi(), unknown.estimate())).containsOnly("n/d");
  }

  private static PlannedCurve curve(String planned, @Nullable String bac) {
    List<PlannedCurve.Point> points = new ArrayList<>();
    for (String each : planned.split(" "))
      points.add(point(String.valueOf(points.size() + 1), each));
    return PlannedCurve.of(points, bac == null ? null : new BigDecimal(bac), null);
  }

  private static PlannedCurve.Point point(String time, String planned) {
    return new PlannedCurve.Point(new BigDecimal(time), new BigDecimal(planned));
  }
}
