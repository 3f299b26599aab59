package ca.greffier.minutes;

import static ca.greffier.house.Scene.CAMILLE;
import static ca.greffier.house.Scene.DAVID;
import static ca.greffier.house.Scene.LOUISE;
import static ca.greffier.house.Scene.MONTREAL;
import static ca.greffier.house.Scene.OMAR;
import static ca.greffier.house.Scene.ZOE;
import static ca.greffier.house.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.house.LetterSnapshots;
import ca.greffier.house.Scene;
import ca.greffier.outbox.Parcel;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A resolution that everybody signs, or that goes to a meeting. */
class WrittenStoryTest {
  private final Scene scene = new Scene(at("2026-03-02T09:00"));

  private final WrittenResolutions resolutions =
      new WrittenResolutions(
          scene.store.jdbi(),
          new WrittenResolutions.Parts(
              scene.bodies, scene.people, scene.asks, scene.outbox, MONTREAL));

  @BeforeEach
  void open() {
    scene.commands(
        new WrittenCommands(
                resolutions, scene.bodies, scene.people, scene.kinds, scene.directoryKinds)
            .all());
  }

  @Test
  void signed_by_all_it_takes_the_next_number_of_the_body() {
    assertThat(propose()).contains("Résolution écrite RE-1", "jusqu’au vendredi 6 mars 2026");
    List<Parcel> asked = scene.carry();
    LetterSnapshots.verify("minutes", Scene.to(LOUISE, asked));
    LetterSnapshots.verify("minutes", Scene.to(DAVID, asked));

    assertThat(scene.words(scene.answer(Scene.to(LOUISE, asked), "signature", "oui")))
        .contains("Merci!", "attendues encore\u00a0: 3");
    sign(OMAR, "oui");
    sign(DAVID, "oui");
    assertThat(scene.refusal(() -> sign(OMAR, "oui"))).contains("déjà répondu");
    assertThat(scene.refusal(() -> sign(CAMILLE, "oui"))).contains("pas parmi");
    assertThat(sign(ZOE, "oui")).contains("adoptée sous le numéro CD-2026-001");

    List<Parcel> told = scene.carry();
    assertThat(told).hasSize(4);
    LetterSnapshots.verify("minutes", Scene.to(LOUISE, told));
    assertThat(scene.words(scene.give(LOUISE, "resolution voir", "resolution", "RE-1")))
        .contains("État = adoptée", "Numéro = CD-2026-001", "Zoé Lavoie | signe");
    assertThat(scene.refusal(() -> sign(LOUISE, "non"))).contains("ne se signe plus");
  }

  @Test
  void one_refusal_sends_it_to_a_meeting() {
    propose();
    List<Parcel> asked = scene.carry();
    assertThat(scene.words(scene.answer(Scene.to(DAVID, asked), "signature", "no")))
        .contains("devra passer en réunion");
    List<Parcel> told = scene.carry();
    LetterSnapshots.verify("minutes", Scene.to(DAVID, told));
    assertThat(scene.words(scene.give(LOUISE, "resolution liste"))).contains("refusée par");
  }

  @Test
  void silence_is_no_signature() {
    propose();
    sign(OMAR, "oui");
    scene.carry();
    WrittenSweep sweep = new WrittenSweep(scene.store.jdbi(), resolutions);
    sweep.run(at("2026-03-06T23:00"));
    assertThat(scene.carry()).isEmpty();
    scene.clock.set(at("2026-03-07T07:05"));
    sweep.run(scene.clock.instant());
    sweep.run(scene.clock.instant());
    List<Parcel> told = scene.carry();
    assertThat(told).hasSize(4);
    assertThat(Scene.to(OMAR, told).data()).containsEntry("state", "EXPIRED");
    assertThat(scene.words(scene.give(CAMILLE, "resolution voir", "resolution", "1")))
        .contains("non signée à temps", "Omar Benali | signe");
  }

  @Test
  void it_needs_a_day_to_come_and_its_readers_are_those_who_sign() {
    assertThat(scene.refusal(() -> propose("2026-03-02"))).contains("trop tôt");
    scene.give(
        CAMILLE, "resolution ecrite", "corps", "GT-PRET", "texte", "Autre", "jusqua", "2026-03-06");
    assertThat(scene.refusal(() -> scene.give(LOUISE, "resolution voir", "resolution", "RE-2")))
        .contains("RE-2");
  }

  private String propose() {
    return propose("2026-03-06");
  }

  private String propose(String until) {
    return scene.words(
        scene.give(
            CAMILLE,
            "resolution ecrite",
            "corps",
            "CD",
            "texte",
            "Le plan de formation est adopté.",
            "jusqua",
            until));
  }

  private String sign(String who, String signs) {
    return scene.words(
        scene.give(who, "resolution signer", "resolution", "RE-1", "signature", signs));
  }
}
