package ca.greffier.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a search shows of a text. */
class ExcerptTest {
  private static final String FILLER = "mot ".repeat(100);

  @Test
  void the_words_are_marked_whatever_their_accents_and_endings() {
    assertThat(new Excerpt(List.of("bibliothequ", "numeris")).of("La bibliothèque numérisée."))
        .isEqualTo("La «\u00a0bibliothèque\u00a0» «\u00a0numérisée\u00a0».");
    assertThat(new Excerpt(List.of("art")).of("Les arts de l’article"))
        .isEqualTo("Les «\u00a0arts\u00a0» de l’article");
    assertThat(new Excerpt(List.of("numéris")).of("à numériser"))
        .as("a stem with its accents")
        .isEqualTo("à «\u00a0numériser\u00a0»");
  }

  @Test
  void the_place_is_shown_and_another_one_for_a_word_that_is_not_there() {
    String text = FILLER + "une bibliothèque " + FILLER + "un budget " + FILLER;
    assertThat(new Excerpt(List.of("bibliothequ", "budget")).of(text))
        .startsWith("… mot ")
        .contains("mot une «\u00a0bibliothèque\u00a0» mot")
        .contains("un «\u00a0budget\u00a0» mot")
        .endsWith("mot …")
        .hasSizeLessThan(420);
  }

  @Test
  void without_a_word_to_show_it_is_the_beginning() {
    assertThat(new Excerpt(List.of("absent")).of(FILLER)).hasSize(181).endsWith("mot …");
    assertThat(new Excerpt(List.of()).of("")).isEmpty();
    assertThat(new Excerpt(List.of("a")).of("x".repeat(500))).startsWith("xxx").endsWith(" …");
  }
}
