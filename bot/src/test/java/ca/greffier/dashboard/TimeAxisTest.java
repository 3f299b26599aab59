package ca.greffier.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 16);

  @Test
  void days_go_from_the_left_edge_to_the_right_one() {
    TimeAxis axis = TimeAxis.over(List.of(DAY.plusDays(80), DAY), 100, 300);
    assertThat(axis.first()).isEqualTo(DAY.minusDays(10));
    assertThat(axis.x(axis.first())).isEqualTo(100);
    assertThat(axis.x(DAY.plusDays(40))).isEqualTo(200);
    assertThat(axis.x(axis.last())).isEqualTo(300);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 90, 400, 1500, 9000, 36500})
  void there_are_never_more_months_than_there_is_room_for(int days) {
    TimeAxis axis = TimeAxis.over(List.of(DAY, DAY.plusDays(days)), 0, 100);
    assertThat(axis.ticks())
        .hasSizeLessThanOrEqualTo(10)
        .allSatisfy(tick -> assertThat(tick).isBetween(axis.first(), axis.last()));
  }

  @Test
  void a_text_is_cut_where_the_room_ends_and_never_inside_a_letter() {
    assertThat(Voice.cut("Guide", 5)).isEqualTo("Guide");
    assertThat(Voice.cut("Guide de numérisation", 9)).isEqualTo("Guide de…");
    assertThat(Voice.cut("📚📚📚📚", 3)).isEqualTo("📚📚…");
  }
}
