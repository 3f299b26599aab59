package ca.greffier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> VERBS = List.of("demo", "run", "console", "check");

  @ParameterizedTest
  @CsvSource({"'','',0", "a,'',1", "run,rnu,1", "demo,dmeo,1", "chat,chien,3", "check,check,0"})
  void counts_letters_added_taken_changed_or_swapped(String from, String to, int distance) {
    assertThat(Nearest.distance(from, to)).isEqualTo(distance);
    assertThat(Nearest.distance(to, from)).isEqualTo(distance);
  }

  @ParameterizedTest
  @CsvSource({"rnu,run", "dem,demo", "cons,console", "chekc,check"})
  void finds_what_was_meant(String typed, String meant) {
    assertThat(Nearest.to(typed, VERBS).getFirst()).isEqualTo(meant);
  }

  @Test
  void says_nothing_when_nothing_is_near() {
    assertThat(Nearest.to("frobnicate", VERBS)).isEmpty();
    assertThat(Nearest.to("", VERBS)).isEmpty();
  }
}
