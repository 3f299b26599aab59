package ca.greffier.text;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.text.Readability.Fault;
import ca.greffier.text.Readability.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadabilityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "![](cid:carte)                                      | PICTURE_WITHOUT_WORDS",
        "![Carte](https://exemple.ca/carte.png)              | PICTURE_STAYS",
        "[](https://exemple.ca)                              | LINK_WITHOUT_WORDS",
        "Pour le rapport, [cliquez ici](https://exemple.ca). | LINK_SAYS_NOTHING",
        "[Lire la suite…](https://exemple.ca)                | LINK_SAYS_NOTHING",
        "[https://exemple.ca/a](https://exemple.ca/a)        | LINK_IS_ADDRESS",
        "[Le plan](https://a.ca) et [le plan](https://b.ca)  | LINK_WORDS_TWICE",
        "### Trop bas                                        | HEADING_SKIPPED",
        "##                                                  | HEADING_EMPTY",
        "INSCRIVEZ-VOUS MAINTENANT                           | CAPITALS",
        "Venez tous!!                                        | EXCLAMATION"
      })
  void each_fault_is_found(String text, Rule rule) {
    assertThat(Readability.faults(text)).extracting(Fault::rule).containsExactly(rule);
  }

  @Test
  void a_text_that_everybody_can_read_has_none() {
    String text =
        """
        ## Le prêt numérique avance

        Lisez [le cahier des charges](https://exemple.ca/cahier), puis
        [le cahier des charges](https://exemple.ca/cahier) encore. Bienvenue!

        ### Dates

        ![Carte des bibliothèques pilotes](cid:carte)

        La BANQ et l’ABPQ y seront. `CODE EN MAJUSCULES ICI`
        """;
    assertThat(Readability.faults(text)).isEmpty();
  }
}
