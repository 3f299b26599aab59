package ca.greffier.text;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.text.Typography.Fault;
import ca.greffier.text.Typography.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In these texts a no-break space is written {@code ~}. */
class TypographyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "À retenir~: la séance est levée, merci! Des questions? Oui; une.",
        "Il a dit «~oui~» (deux fois).",
        "66~% de 1~234,56~$ et de 2~M$",
        "Le vendredi 20 février 2026, à 16~h~30, puis à 9~h",
        "Écrivez 16:30 ou `1h30 : oui` sur https://exemple.org/a?b=c%20d:8080",
        "L’ordre du jour — et rien d’autre —",
        "Fichiers acceptés~: .csv, .pdf ...",
        "- [ ] à faire (voir [1])",
        "{0}~: {1}"
      })
  void a_good_text_has_no_fault(String text) {
    assertThat(Typography.faults(text.replace('~', '\u00a0'))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Vraiment ? | SPACE_BEFORE_POINT | 8",
        "Bravo~! | SPACE_BEFORE_POINT | 5",
        "Un , deux | SPACE_BEFORE_POINT | 2",
        "Fini . | SPACE_BEFORE_POINT | 4",
        "Note: oui | NO_BREAK_SPACE_BEFORE_COLON | 4",
        "Note : oui | NO_BREAK_SPACE_BEFORE_COLON | 5",
        "« oui~» | NO_BREAK_SPACE_IN_GUILLEMETS | 0",
        "«~oui» | NO_BREAK_SPACE_IN_GUILLEMETS | 5",
        "66% | NO_BREAK_SPACE_BEFORE_SYMBOL | 2",
        "12 $ | NO_BREAK_SPACE_BEFORE_SYMBOL | 3",
        "2 M$ | NO_BREAK_SPACE_BEFORE_SYMBOL | 3",
        "( oui) | SPACE_IN_BRACKETS | 1",
        "(oui ) | SPACE_IN_BRACKETS | 4",
        "l\u0027ordre | STRAIGHT_APOSTROPHE | 1",
        "mot—mot | SPACES_AROUND_DASH | 3",
        "à 16h30 | NO_BREAK_SPACES_AROUND_HOUR | 4",
        "à 16 h 30 | NO_BREAK_SPACES_AROUND_HOUR | 4",
        "à 16~h 30 | NO_BREAK_SPACES_AROUND_HOUR | 5",
      },
      quoteCharacter = '#')
  void a_fault_is_found_where_it_is(String text, Rule rule, int at) {
    assertThat(Typography.faults(text.replace('~', '\u00a0'))).containsExactly(new Fault(rule, at));
  }

  @Test
  void straight_quotes_are_a_fault() {
    assertThat(Typography.faults("dit \"oui")).containsExactly(new Fault(Rule.STRAIGHT_QUOTES, 4));
  }
}
