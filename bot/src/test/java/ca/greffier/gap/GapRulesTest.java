package ca.greffier.gap;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.budget.BudgetLine;
import ca.greffier.budget.BudgetLineId;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.directory.BodyKind;
import ca.greffier.house.TestProject;
import ca.greffier.plan.Dates;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.DeliverableId;
import ca.greffier.plan.DeliverableKind;
import ca.greffier.plan.Slip;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Money;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers of the rules. The day is Monday, 16 March 2026. */
class GapRulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-16");
  private static final Thresholds USUAL = Thresholds.usual();

  private final Slip slip = new Slip(new QuebecCalendar());

  @ParameterizedTest
  @CsvSource({
    // baseline, forecast, reached, severity
    "2026-03-27, 2026-03-27,,",
    // 5, 6, 10 and 11 working days, over Easter
    "2026-03-27, 2026-04-07,,",
    "2026-03-27, 2026-04-08,, WATCH",
    "2026-03-27, 2026-04-14,, WATCH",
    "2026-03-27, 2026-04-15,, CRITICAL",
    // passed: one day is enough
    "2026-03-13, 2026-03-13,, WATCH",
    "2026-03-02, 2026-03-02,, WATCH",
    "2026-02-27, 2026-02-27,, CRITICAL",
    "2026-03-13, 2026-03-30,, CRITICAL",
    ", 2026-03-13,, WATCH",
    ",,,",
    "2026-02-02, 2026-02-02, 2026-03-13,"
  })
  void a_late_milestone(
      @Nullable LocalDate baseline,
      @Nullable LocalDate forecast,
      @Nullable LocalDate reached,
      @Nullable Severity expected) {
    Deliverable what = deliverable(baseline, forecast, reached, false);
    assertThat(LateMilestone.severity(what, TODAY, slip, USUAL).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-27, 2026-03-27,, ",
    "2026-03-27, 2026-03-30,, CRITICAL",
    "2026-03-27, 2026-03-26,, ",
    "2026-03-13, 2026-03-13,, CRITICAL",
    "2026-03-02, 2026-03-02, 2026-03-13, "
  })
  void where_the_date_is_set_from_outside_any_slip_is_critical(
      @Nullable LocalDate baseline,
      @Nullable LocalDate forecast,
      @Nullable LocalDate reached,
      @Nullable Severity expected) {
    Deliverable hard = deliverable(baseline, forecast, reached, true);
    assertThat(LateMilestone.severity(hard, TODAY, slip, USUAL).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // tolerated, critical, hard, forecast 6 working days after the baseline
    "5, 10, false, WATCH",
    "6, 10, false,",
    "2, 5, false, CRITICAL",
    "6, 10, true, CRITICAL"
  })
  void a_late_milestone_by_the_thresholds_of_the_project(
      int tolerated, int critical, boolean hard, @Nullable Severity expected) {
    Thresholds limits =
        USUAL.with(Threshold.LATE_TOLERATED, tolerated).with(Threshold.LATE_CRITICAL, critical);
    Deliverable what =
        deliverable(LocalDate.parse("2026-03-27"), LocalDate.parse("2026-04-08"), null, hard);
    assertThat(LateMilestone.severity(what, TODAY, slip, limits).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "WORKING_GROUP, false, false, LATE_BY_CAPACITY",
    "WORKING_GROUP, true, true, EXTERNAL_DEPENDENCY",
    "WORKING_GROUP, false, true, PUT_OFF_OFTEN",
    "SUPPLIER, true, true, SUPPLIER_IN_DEFAULT"
  })
  void a_late_milestone_has_measures_that_fit(
      BodyKind kind, boolean blocked, boolean often, Situation expected) {
    Body body = new Body(new BodyId(1), "B", "Corps", kind, null);
    assertThat(LateMilestone.situation(body, blocked, often)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // authorized, committed, to commit, severity
    "10000, 6000, 4000,",
    "10000, 6000, 4001, WATCH",
    "10000, 10500, 0, WATCH",
    "10000, 10501, 0, CRITICAL",
    "0, 0, 1, CRITICAL"
  })
  void a_forecast_over_budget(
      long authorized, long committed, long toCommit, @Nullable Severity expected) {
    BudgetLine line =
        new BudgetLine(
            new BudgetLineId(1),
            "B-01",
            "Traduction",
            new Money(authorized),
            new Money(committed),
            Money.ZERO,
            Money.ZERO,
            new Money(toCommit),
            false);
    assertThat(ForecastOverBudget.severity(line, USUAL).orElse(null)).isEqualTo(expected);
    Phrase overrun = ForecastOverBudget.overrun(line);
    assertThat(PhraseJson.read(PhraseJson.write(overrun))).isEqualTo(overrun);
  }

  @ParameterizedTest
  @CsvSource({"1, STALE, STALE_PROGRESS", "2, WATCH, QUIET_GROUP", "5, WATCH, QUIET_GROUP"})
  void a_silent_body(int rounds, Severity severity, Situation situation) {
    assertThat(SilentBody.severity(rounds, USUAL)).isEqualTo(severity);
    assertThat(SilentBody.situation(rounds, USUAL)).isEqualTo(situation);
  }

  @ParameterizedTest
  @EnumSource(Situation.class)
  void every_situation_has_two_measures_at_least_in_words(Situation situation) {
    Messages messages = Messages.load(TestProject.ZONE);
    assertThat(situation.measures()).hasSizeGreaterThanOrEqualTo(2).allMatch(messages::has);
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void a_severity_keeps_its_meaning_without_colour(Severity severity) {
    Messages messages = Messages.load(TestProject.ZONE);
    for (Language language : Language.values())
      assertThat(messages.say(language, severity.phrase()).replaceAll("[^\\p{L} ]", "").strip())
          .isNotEmpty();
  }

  @Test
  void what_was_found_is_kept_with_its_values() {
    Phrase phrase = Phrase.of("k", "« texte » \"x\"", 7, TODAY, new Money(-1234), new Percent(4.5));
    assertThat(PhraseJson.read(PhraseJson.write(phrase))).isEqualTo(phrase);
    assertThat(PhraseJson.readAll(PhraseJson.write(List.of(phrase, phrase)))).hasSize(2);
  }

  private static Deliverable deliverable(
      @Nullable LocalDate baseline,
      @Nullable LocalDate forecast,
      @Nullable LocalDate reached,
      boolean hard) {
    return new Deliverable(
        new DeliverableId(1),
        DeliverableKind.DELIVERABLE,
        "L-01",
        "Guide",
        new BodyId(1),
        null,
        1,
        hard,
        new Dates(baseline, baseline, forecast, reached, null, null),
        "PV",
        null,
        0);
  }
}
