package ca.greffier.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionTextTest {

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "FRENCH, Transmettre le rapport, true",
    "FRENCH, Écrire au fournisseur, true",
    "FRENCH, « Finir » la grille, false",
    "FRENCH, Faire suivre, true",
    "FRENCH, Prévoir une salle, true",
    "FRENCH, S’assurer du quorum, true",
    "FRENCH, Se renseigner, true",
    "FRENCH, Ne pas oublier la clé, true",
    "FRENCH, Y revenir, true",
    "FRENCH, Le rapport, false",
    "FRENCH, Rapport à transmettre, false",
    "FRENCH, Dossier du fournisseur, false",
    "FRENCH, Votre avis, false",
    "FRENCH, Camille envoie le rapport, false",
    "FRENCH, 12 exemplaires à imprimer, false",
    "FRENCH, Send the report, false",
    "ENGLISH, Send the report, true",
    "ENGLISH, Transmettre le rapport, true",
    "ENGLISH, The report, false",
    "ENGLISH, We send the report, false",
    "ENGLISH, 12 copies, false"
  })
  void begins_with_its_verb(Language language, String text, boolean expected) {
    assertThat(ActionText.beginsWithVerb(text, language)).isEqualTo(expected);
  }
}
