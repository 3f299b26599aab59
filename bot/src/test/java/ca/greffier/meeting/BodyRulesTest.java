package ca.greffier.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.directory.BodyKind;
import ca.greffier.meeting.BodyRules.Counted;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyRulesTest {
  private final QuebecCalendar calendar = new QuebecCalendar();

  @ParameterizedTest(name = "{1} on {0}: at the latest on {2}")
  @CsvSource({
    "2026-03-13, STEERING, 2026-03-04",
    "2026-03-13, WORKING_GROUP, 2026-03-06",
    // Good Friday and Easter Monday
    "2026-04-09, WORKING_GROUP, 2026-03-31",
    // the Monday before 25 May
    "2026-05-20, STEERING, 2026-05-08",
    "2026-03-16, PROJECT, 2026-03-09",
    "2026-03-16, SUPPLIER, 2026-03-09",
    "2026-03-13, BOARD, 2026-03-06",
    // ten clear days: neither the 8th nor the 19th counts
    "2026-06-19, ASSEMBLY, 2026-06-08"
  })
  void a_notice_leaves_so_many_days_before(LocalDate meeting, BodyKind kind, LocalDate latest) {
    assertThat(BodyRules.usual(kind).latestNotice(meeting, calendar)).isEqualTo(latest);
  }

  @ParameterizedTest(name = "{0} days, {1}: {2}")
  @CsvSource({"0, WORKING, 2026-03-13", "3, CALENDAR, 2026-03-10", "3, CLEAR, 2026-03-09"})
  void days_are_counted_as_the_by_laws_say(int days, Counted counted, LocalDate latest) {
    BodyRules rules =
        new BodyRules(
            days, counted, QuorumRule.MAJORITY, false, false, 10, DecisionRule.MAJORITY, 5, true);
    assertThat(rules.latestNotice(LocalDate.of(2026, 3, 13), calendar)).isEqualTo(latest);
  }
}
