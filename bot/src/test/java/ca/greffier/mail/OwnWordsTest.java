package ca.greffier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {
  private static final String OWN = "Oui, j’y serai.\n\nMarie";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Le mar. 24 nov. 2026 à 10:05, Greffier <greffier+abc@exemple.ca> a écrit :\n\n> Bonjour",
        "Le mar. 24 nov. 2026, à 10 h 05, Greffier <\n"
            + "greffier+abc@exemple.ca> a écrit\u00a0:\n\n"
            + "> Bonjour",
        "Le 24/11/2026 à 10:05, Greffier a écrit :\n> Bonjour\n> suite",
        "> Le 24 nov. 2026 à 10:05, Greffier <greffier@exemple.ca> a écrit :\n> \n> Bonjour",
        "On Tue, Nov 24, 2026 at 10:05 AM Greffier <greffier@exemple.ca> wrote:\n\n> Bonjour",
        "De : Greffier <greffier@exemple.ca>\n"
            + "Envoyé : 24 novembre 2026 10:05\n"
            + "À : Marie <marie@exemple.ca>\n"
            + "Objet : Convocation\n\n"
            + "Bonjour",
        "________________________________\n"
            + "De : Greffier\n"
            + "Envoyé : mardi\n"
            + "À : Marie\n"
            + "Objet : Convocation\n\n"
            + "Bonjour",
        "-----Message d'origine-----\nDe : Greffier\n\nBonjour",
        "-------- Message original --------\nSujet : Convocation\n\nBonjour",
        "From: Greffier <greffier@exemple.ca>\n"
            + "Sent: Tuesday, November 24, 2026 10:05 AM\n"
            + "To: Marie\n"
            + "Subject: Convocation\n\n"
            + "Bonjour",
        "*De :* Greffier\n*Envoyé :* 24 novembre\n*À :* Marie\n\nBonjour",
        "2026-11-24 10:05 GMT-05:00 Greffier <greffier@exemple.ca>:\n\n> Bonjour",
        "-- \nMarie Tremblay\nDirectrice",
        "Envoyé de mon iPhone",
        "Envoyé de mon iPhone\n\n"
            + "Le 24 nov. 2026 à 10:05, Greffier <g@exemple.ca> a écrit :\n\n"
            + "> Bonjour",
        "Obtenir Outlook pour Android<https://exemple.ca>",
        "Sent from my Galaxy",
        "Provenance : Courrier pour Windows",
        "____________\nMarie Tremblay\n418 555-0123",
      })
  void what_the_program_added_is_cut(String added) {
    assertThat(OwnWords.of(OWN + "\n\n" + added)).isEqualTo(OWN);
    assertThat(OwnWords.of((OWN + "\n\n" + added + "\n").replace("\n", "\r\n"))).isEqualTo(OWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Le rapport de 2026 que Marie a écrit",
        "Le budget : 10 000 $\nÀ : revoir",
        "À : Québec",
        "Le 3 novembre, à confirmer",
        "De : 10 h\nà : 11 h",
        "On verra.",
        "J’ai envoyé le document de mon côté",
        "Avant\n\n---\n\nAprès\n1\n2\n3\n4\n5\n6\n7\n8\n9",
        "Rencontre le 24 à 10:30 avec Marie <marie@exemple.ca>",
        "État : conforme\nAvancement : 60 %",
      })
  void what_the_person_said_is_kept(String own) {
    assertThat(OwnWords.of(own)).isEqualTo(own);
  }

  @Test
  void answers_between_and_below_marked_quotes_are_kept() {
    String mail =
        "Bonjour,\n\n"
            + "Le 24 nov. 2026 à 10:05, Greffier <g@exemple.ca> a écrit :\n"
            + "> Viendrez-vous?\n"
            + "Oui\n"
            + "> Avec qui?\n"
            + "Seule";
    assertThat(OwnWords.of(mail)).isEqualTo("Bonjour,\n\nOui\nSeule");
  }

  @Test
  void nothing_but_a_quote_is_nothing() {
    assertThat(OwnWords.of("> Viendrez-vous?\n> Oui ou non")).isEmpty();
    assertThat(OwnWords.of("")).isEmpty();
  }

  @Test
  @Timeout(10)
  void a_hostile_text_takes_no_time() {
    String line = "Le 24 à 10:05 <a@b " + "a écrit <a@b> ".repeat(28);
    assertThat(OwnWords.of((line + "\n").repeat(3_000))).isNotNull();
    assertThat(OwnWords.of((line + ":\n").repeat(3_000))).isNotNull();
    assertThat(OwnWords.of("(".repeat(1_000_000))).hasSizeLessThan(10_000);
  }
}
