package ca.greffier.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.meeting.Quorum.Forecast;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuorumTest {

  @ParameterizedTest(name = "{0} members: {1}")
  @CsvSource({"0, 1", "1, 1", "2, 2", "3, 2", "4, 3", "7, 4", "8, 5"})
  void is_the_majority_of_the_members(int members, int needed) {
    assertThat(Quorum.majority(members).needed()).isEqualTo(needed);
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({
    "majorité, 7, 4",
    "Majority, 8, 5",
    "5, 12, 5",
    "5 membres, 3, 5",
    "40 %, 12, 5",
    "10 %, 3, 1",
    "100 %, 9, 9",
    "2/3, 9, 7",
    "1/2, 8, 4"
  })
  void is_what_the_body_says(String typed, int members, int needed) {
    QuorumRule rule = new QuorumKind().parse(typed);
    assertThat(rule.of(members)).isEqualTo(new Quorum(members, needed));
    assertThat(new QuorumKind().parse(new QuorumKind().write(rule))).isEqualTo(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0 %", "101 %", "3/2", "1/0", "beaucoup", "-1", "1001"})
  void is_nothing_else(String typed) {
    assertThatThrownBy(() -> new QuorumKind().parse(typed)).hasMessageContaining("meeting.rule");
  }

  @ParameterizedTest(name = "{0} members, {1} yes, {2} undecided: {3}")
  @CsvSource({
    "8, 5, 0, REACHED",
    "8, 8, 0, REACHED",
    "8, 4, 4, POSSIBLE",
    "8, 4, 1, POSSIBLE",
    "8, 4, 0, OUT_OF_REACH",
    "8, 0, 8, POSSIBLE",
    "8, 2, 2, OUT_OF_REACH",
    "1, 1, 0, REACHED",
    "0, 0, 0, OUT_OF_REACH"
  })
  void is_forecast_from_the_answers(int members, int yes, int undecided, Forecast expected) {
    assertThat(Quorum.majority(members).forecast(yes, undecided)).isEqualTo(expected);
  }
}
