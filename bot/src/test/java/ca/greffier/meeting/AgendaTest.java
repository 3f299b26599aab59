package ca.greffier.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaTest {
  @Test
  void plain_lines_become_numbered_items() {
    assertThat(Agenda.markdown("Ouverture\n\nBudget 2026\nLevée\n"))
        .isEqualTo("1. Ouverture\n1. Budget 2026\n1. Levée");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Un seul point",
        "1. Ouverture\n2. Levée",
        "- Ouverture\n- Levée",
        "Ouverture\n  - quorum\nLevée",
        "## Matin\nOuverture"
      })
  void what_is_already_marked_stays_as_it_is(String typed) {
    assertThat(Agenda.markdown(typed)).isEqualTo(typed);
  }
}
