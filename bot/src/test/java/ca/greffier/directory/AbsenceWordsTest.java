package ca.greffier.directory;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.directory.AbsenceWords.Span;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Own words in both languages. Monday, 2 March 2026. */
class AbsenceWordsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Je suis absente jusqu’au 12 mars. | 2026-03-02 | 2026-03-12",
        "je suis absent jusqu'au 12 mars | 2026-03-02 | 2026-03-12",
        "Absente jusqu’au 12 mars inclusivement | 2026-03-02 | 2026-03-12",
        "Je serai en vacances du 9 au 20 mars. | 2026-03-09 | 2026-03-20",
        "Je serai absente du 30 mars au 3 avril 2026 | 2026-03-30 | 2026-04-03",
        "Je suis en congé jusqu’à vendredi | 2026-03-02 | 2026-03-06",
        "Je suis en congé, de retour le 13 mars | 2026-03-02 | 2026-03-12",
        "De retour le lundi 9 mars! | 2026-03-02 | 2026-03-08",
        "I am away until March 12. | 2026-03-02 | 2026-03-12",
        "I'm on vacation from March 9 to March 20 | 2026-03-09 | 2026-03-20",
        "I’ll be out of the office through March 6 | 2026-03-02 | 2026-03-06",
        "I am on leave, back on March 13 | 2026-03-02 | 2026-03-12"
      })
  void a_sentence_that_says_so_is_an_absence(String words, LocalDate starts, LocalDate ends) {
    Span span = new Span(starts, ends);
    assertThat(AbsenceWords.read(words, TODAY)).contains(span);
    assertThat(AbsenceWords.read("Bonjour,\n\n" + words + "\n\nMerci,\nZoé", TODAY)).contains(span);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Je suis absente.",
        "Je suis absente jusqu’au 12 mars, mais tout avance.",
        "Je suis absente jusqu’à nouvel ordre",
        "Le fournisseur est absent jusqu’au 12 mars",
        "Zoé est absente jusqu’au 12 mars",
        "Je suis présente jusqu’au 12 mars",
        "Je suis absente du 20 au 9 mars 2026",
        "Je suis absente jusqu’au 12 mars 2025",
        "Le serveur est en panne jusqu’au 12 mars",
        "We are blocked until March 12",
        "I will be back",
        "I am away until the contract is signed"
      })
  void anything_else_is_an_answer_like_any_other(String words) {
    assertThat(AbsenceWords.read(words, TODAY)).isEmpty();
  }
}
