package ca.greffier.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.meeting.Quorum.Forecast;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumTest {

  @ParameterizedTest(name = "{0} members: {1}")
  @CsvSource({"0, 1", "1, 1", "2, 2", "3, 2", "4, 3", "7, 4", "8, 5"})
  void is_the_majority_of_the_members(int members, int needed) {
    assertThat(new Quorum(members).needed()).isEqualTo(needed);
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
    assertThat(new Quorum(members).forecast(yes, undecided)).isEqualTo(expected);
  }
}
