package ca.greffier.newsletter;

import static ca.greffier.house.Scene.CAMILLE;
import static ca.greffier.house.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Attachment;
import ca.greffier.house.LetterSnapshots;
import ca.greffier.house.Scene;
import ca.greffier.outbox.Letter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The letter of the room, word for word: a title, a list, a table, a link, an image and a script.
 */
class NewsletterLettersTest {
  private static final String READERS =
      """
      courriel;prenom;nom;langue;base;date
      anne@alma.example;Anne;Allard;fr;exprès;2025-03-01
      henri@amos.example;Henri;Dufour;en;exprès;2025-03-01
      """;

  private final Scene scene = new Scene(at("2026-03-02T09:00"));

  @BeforeEach
  void open() {
    scene.commands(NewsletterRoom.commands(scene).all());
    Attachment file = new Attachment("abonnements.csv", READERS.getBytes(StandardCharsets.UTF_8));
    scene.give(
        CAMILLE,
        "infolettre importer",
        Map.of("fichier", file),
        "liste",
        "nouvelles",
        "titre",
        "Les nouvelles du réseau");
  }

  @Test
  void the_newsletter_in_the_language_of_its_reader() {
    send(
        """
        # Le catalogue prend forme

        Le modèle est **terminé**. [Voyez le prototype](https://exemple.ca/proto?a=1&b=2), puis\u00a0:

        - dites-nous ce qui manque;
        - proposez un essai.

        | Étape | Quand |
        | --- | --- |
        | Collecte | de mai à août |

        ![Une photo](https://exemple.ca/photo.png)<script>alert(1)</script>
        """);

    for (Letter letter : scene.letters()) LetterSnapshots.verify("newsletter", letter);
  }

  @Test
  void the_longest_newsletter_is_a_letter_that_nobody_cuts() throws Exception {
    String sentence = "Le modèle de données est terminé, et l’échange avec les systèmes commence. ";
    send(sentence.repeat(20_000 / sentence.length()));

    List<Letter> letters = scene.letters();
    assertThat(letters).hasSize(2);
    assertThat(LetterSnapshots.bytes(letters.getFirst())).isLessThan(100_000);
  }

  private void send(String words) {
    scene.give(
        CAMILLE,
        "infolettre rediger",
        "liste",
        "nouvelles",
        "titre",
        "Bilan d’hiver & projets",
        "texte",
        words);
    scene.give(CAMILLE, "infolettre envoyer", "numero", "1");
  }
}
