package ca.greffier.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {
  /** The thresholds of domain.md K23, and the first step past each. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, MANAGER",
    "5, 5, MANAGER",
    "-5, -5, MANAGER",
    "6, 0, DIRECTOR",
    "0, 5.01, DIRECTOR",
    "20, 10, DIRECTOR",
    "-20, 0, DIRECTOR",
    "21, 0, COMMITTEE",
    "0, 10.01, COMMITTEE",
    "0, -10.01, COMMITTEE",
    "0, Infinity, COMMITTEE"
  })
  void who_decides_depends_on_how_far_it_goes(int days, double percent, Authority expected) {
    assertThat(Authority.of(days, percent)).isEqualTo(expected);
  }
}
