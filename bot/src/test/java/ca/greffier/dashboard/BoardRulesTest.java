package ca.greffier.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.budget.BudgetLine;
import ca.greffier.budget.BudgetLineId;
import ca.greffier.command.Role;
import ca.greffier.directory.BodyId;
import ca.greffier.gap.Thresholds;
import ca.greffier.progress.Freshness;
import ca.greffier.progress.Freshness.Reading;
import ca.greffier.progress.Freshness.State;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a colour is come by (domain.md K8, K9, K18, K19). */
class BoardRulesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 16);
  private static final Thresholds USUAL = Thresholds.usual();

  @Test
  void the_worst_decides_and_what_is_unknown_says_nothing_beside_the_others() {
    assertThat(Standing.worst(List.of(Standing.GOOD, Standing.CRITICAL, Standing.WATCH)))
        .isEqualTo(Standing.CRITICAL);
    assertThat(Standing.worst(List.of(Standing.UNKNOWN, Standing.GOOD))).isEqualTo(Standing.GOOD);
    assertThat(Standing.worst(List.of())).isEqualTo(Standing.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  void old_data_hides_what_is_good_and_never_what_is_bad(Standing standing) {
    assertThat(standing.aged(false)).isEqualTo(standing);
    assertThat(standing.aged(true))
        .isEqualTo(standing == Standing.GOOD ? Standing.STALE : standing);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 0, 1000, GOOD",
    "1000, 0, 1001, WATCH",
    "1000, 0, 1050, WATCH",
    "1000, 0, 1051, CRITICAL",
    "0, 0, 1, CRITICAL",
    "0, 0, 0, GOOD",
    "1000, 900, 50, GOOD",
  })
  void a_line_over_what_is_authorized_is_to_watch_and_beyond_5_percent_critical(
      long authorized, long committed, long toCommit, Standing standing) {
    assertThat(RegisterRules.of(line(authorized, committed, toCommit), USUAL)).isEqualTo(standing);
  }

  @Test
  void the_budget_without_a_line_is_not_judged() {
    assertThat(RegisterRules.budget(List.of(), USUAL).standing()).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void a_body_that_said_nothing_in_time_makes_the_word_of_all_stale() {
    assertThat(RegisterRules.participation(Map.of()).standing()).isEqualTo(Standing.UNKNOWN);
    Map<BodyId, Reading> readings = new LinkedHashMap<>();
    readings.put(new BodyId(1), new Reading(State.UNASKED, null, null));
    readings.put(new BodyId(2), new Reading(State.FRESH, null, null));
    assertThat(RegisterRules.participation(readings).standing()).isEqualTo(Standing.UNKNOWN);
    readings.put(new BodyId(3), new Reading(State.FRESH, DAY, null));
    assertThat(RegisterRules.participation(readings).standing()).isEqualTo(Standing.GOOD);
    readings.put(new BodyId(4), new Reading(State.VERY_STALE, DAY.minusDays(99), DAY));
    assertThat(RegisterRules.participation(readings).standing()).isEqualTo(Standing.STALE);
    assertThat(RegisterRules.participation(readings).reasons())
        .extracting(Phrase::key)
        .containsExactly(
            "dashboard.participation.stale",
            "dashboard.participation.good",
            "dashboard.participation.waiting");
  }

  @Test
  void a_share_of_stale_weight_over_a_fifth_is_said() {
    Timetable empty = new Timetable(DAY, List.of());
    assertThat(PlanRules.schedule(empty, new Freshness.Share(0, 0), USUAL).reasons())
        .extracting(Phrase::key)
        .containsExactly("dashboard.schedule.none");
    assertThat(PlanRules.schedule(empty, new Freshness.Share(21, 100), USUAL).reasons())
        .extracting(Phrase::key)
        .contains("dashboard.stale");
  }

  @Test
  void amounts_and_gaps_are_for_those_who_run_the_project() {
    assertThat(Sight.of(Role.MEMBER)).isEqualTo(Sight.MEMBER);
    assertThat(Sight.of(Role.SECRETARY)).isEqualTo(Sight.WHOLE);
    assertThat(Sight.of(Role.ADMIN)).isEqualTo(Sight.WHOLE);
  }

  private static BudgetLine line(long authorized, long committed, long toCommit) {
    return new BudgetLine(
        new BudgetLineId(1),
        "B-01",
        "Traduction",
        new Money(authorized),
        new Money(committed),
        Money.ZERO,
        Money.ZERO,
        new Money(toCommit),
        false);
  }
}
