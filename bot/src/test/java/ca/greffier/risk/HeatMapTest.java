package ca.greffier.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scale, the map and what is no longer known (domain.md K22). */
class HeatMapTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @ParameterizedTest
  @CsvSource({
    "1, LOW",
    "4, LOW",
    "5, MODERATE",
    "9, MODERATE",
    "10, HIGH",
    "14, HIGH",
    "15, CRITICAL",
    "25, CRITICAL"
  })
  void a_score_has_a_level(int score, Level level) {
    assertThat(Level.of(score)).isEqualTo(level);
  }

  @Test
  void there_is_no_score_outside_the_scale() {
    assertThatThrownBy(() -> Level.of(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Level.of(26)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void open_risks_of_one_kind_stand_in_their_squares() {
    HeatMap map =
        HeatMap.of(
            RiskKind.THREAT,
            List.of(
                risk(RiskKind.THREAT, 7, 4, 5, RiskState.OPEN),
                risk(RiskKind.THREAT, 2, 4, 5, RiskState.OPEN),
                risk(RiskKind.THREAT, 3, 1, 2, RiskState.OPEN),
                risk(RiskKind.THREAT, 4, 5, 5, RiskState.CLOSED),
                risk(RiskKind.OPPORTUNITY, 1, 5, 5, RiskState.OPEN)));
    assertThat(map.cells()).hasSize(25);
    assertThat(map.cells().getFirst()).isEqualTo(new HeatMap.Cell(5, 1, List.of()));
    assertThat(map.cell(4, 5).codes()).containsExactly("R-02", "R-07");
    assertThat(map.cell(4, 5).level()).isEqualTo(Level.CRITICAL);
    assertThat(map.cell(5, 5).count()).isZero();
    assertThat(map.count(Level.CRITICAL)).isEqualTo(2);
    assertThat(map.count(Level.LOW)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({", NEW", "20, DOWN", "12, STEADY", "6, UP"})
  void the_trend_is_against_the_review_before(@Nullable Integer previous, Trend trend) {
    assertThat(risk(3, 4, previous, null, DAY).trend()).isEqualTo(trend);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02,           , 2026-04-01, false",
    "2026-03-02,           , 2026-04-02, true",
    "2026-03-02, 2026-03-10, 2026-03-10, false",
    "2026-03-02, 2026-03-10, 2026-03-11, true",
    "2026-03-02, 2026-06-10, 2026-04-02, true"
  })
  void a_risk_is_unreviewed_after_its_date_or_thirty_days(
      LocalDate reviewed, @Nullable LocalDate reviewBy, LocalDate today, boolean expected) {
    assertThat(risk(3, 4, null, reviewBy, reviewed).isUnreviewed(today)).isEqualTo(expected);
  }

  private static Risk risk(
      RiskKind kind, int number, int probability, int impact, RiskState state) {
    return new Risk(
        new RiskId(number),
        kind,
        number,
        "c",
        "e",
        "k",
        null,
        null,
        state,
        DAY,
        state == RiskState.OPEN ? null : DAY,
        "",
        probability,
        impact,
        null,
        Response.ACCEPT,
        null,
        "",
        null,
        DAY);
  }

  private static Risk risk(
      int probability,
      int impact,
      @Nullable Integer previous,
      @Nullable LocalDate reviewBy,
      LocalDate reviewed) {
    return new Risk(
        new RiskId(1),
        RiskKind.THREAT,
        1,
        "c",
        "e",
        "k",
        null,
        null,
        RiskState.OPEN,
        DAY,
        null,
        "",
        probability,
        impact,
        previous,
        Response.ACCEPT,
        null,
        "",
        reviewBy,
        reviewed);
  }
}
