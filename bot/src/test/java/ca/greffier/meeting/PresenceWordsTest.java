package ca.greffier.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oui",
        "Oui !",
        "OUI, merci",
        "présente",
        "Présent",
        "Je serai présente.",
        "J’y serai",
        "Je serai là, avec plaisir",
        "Je viendrai",
        "D’accord",
        "Pas de problème, j’y serai",
        "Aucun problème",
        "Oui, mais je devrai partir à 15 h",
        "yes",
        "Yes please",
        "I'll be there",
        "I will attend",
        "No problem, I’ll be there",
        "Accepted",
        "ok"
      })
  void says_yes(String typed) {
    assertThat(PresenceWords.read(typed)).contains(Presence.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "non",
        "Non, désolée",
        "Je serai absente",
        "absent",
        "Je ne pourrai pas",
        "Je ne pourrai malheureusement pas être là.",
        "Je ne serai pas présent",
        "Je serai pas là",
        "Je n’y serai pas",
        "Je ne peux pas y assister",
        "Impossible pour moi",
        "no",
        "No, sorry",
        "I can't make it",
        "I won’t be there",
        "I will not be able to attend",
        "Declined"
      })
  void says_no(String typed) {
    assertThat(PresenceWords.read(typed)).contains(Presence.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "peut-être",
        "Peut-être, à confirmer",
        "Je ne sais pas encore",
        "Pas certaine",
        "maybe",
        "Not sure yet",
        "Tentative"
      })
  void says_maybe(String typed) {
    assertThat(PresenceWords.read(typed)).contains(Presence.MAYBE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bonjour",
        "Quelle salle ?",
        "Oui ou non ?",
        "Oui, peut-être",
        "Je ne dis pas oui",
        "Pouvez-vous changer l’heure ?",
        "le ouistiti est noir",
        "nonobstant"
      })
  void says_nothing_sure(String typed) {
    assertThat(PresenceWords.read(typed)).isEmpty();
  }
}
