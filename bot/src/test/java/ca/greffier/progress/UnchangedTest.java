package ca.greffier.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnchangedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rien de changé",
        "rien de changé.",
        "Rien n’a changé depuis la dernière fois.",
        "Bonjour Greffier,\n\nRien de changé!\n\nMerci,\nZoé",
        "Inchangé",
        "Aucun changement de mon côté",
        "Pas de changement",
        "Idem",
        "Nothing has changed",
        "Hello,\nNo change since last week.\nThanks,\nAnn",
        "Unchanged"
      })
  void these_words_say_that_nothing_has_changed(String words) {
    assertThat(Unchanged.isSaid(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Désolée du retard, rien de changé.",
        "Rien de changé, sauf la date.",
        "Rien de changé depuis lundi. Par contre, le contrat est signé.",
        "Rien de nouveau\nmais le budget est dépassé",
        "Nothing has changed except the date",
        "Tout a changé"
      })
  void these_say_more(String words) {
    assertThat(Unchanged.isSaid(words)).isFalse();
  }
}
