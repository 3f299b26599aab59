package ca.greffier.minutes;

import static ca.greffier.house.Scene.CAMILLE;
import static ca.greffier.house.Scene.DAVID;
import static ca.greffier.house.Scene.LOUISE;
import static ca.greffier.house.Scene.MONTREAL;
import static ca.greffier.house.Scene.OMAR;
import static ca.greffier.house.Scene.ZOE;
import static ca.greffier.house.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Command;
import ca.greffier.command.Reply;
import ca.greffier.house.LetterSnapshots;
import ca.greffier.house.Scene;
import ca.greffier.meeting.Agendas;
import ca.greffier.meeting.MeetingCommands;
import ca.greffier.meeting.MeetingKinds;
import ca.greffier.meeting.MeetingLetters;
import ca.greffier.meeting.Meetings;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Parcel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a meeting, through the Desk. */
class MinutesStoryTest {
  private final Scene scene = new Scene(at("2026-03-02T09:00"));
  private final Meetings meetings =
      new Meetings(scene.store.jdbi(), scene.bodies, scene.people, MONTREAL);
  private final Minutes minutes = new Minutes(scene.store.jdbi(), meetings, scene.people);
  private final Agendas agendas =
      new Agendas(scene.store.jdbi(), minutes, scene.people, scene.messages);
  private final MeetingLetters letters =
      new MeetingLetters(meetings, agendas, scene.people, scene.outbox, scene.messages);

  /** Four members convened; Louise and David said yes, Omar no, Zoé nothing; the day has come. */
  @BeforeEach
  void convened() {
    MeetingKinds meetingKinds = new MeetingKinds(meetings, scene.messages);
    List<Command> all = new ArrayList<>();
    all.addAll(
        new MeetingCommands(
                new MeetingCommands.Parts(
                    scene.store.jdbi(),
                    meetings,
                    agendas,
                    letters,
                    scene.asks,
                    scene.bodies,
                    scene.people,
                    scene.calendar,
                    MONTREAL,
                    "greffier.example.org"),
                scene.kinds,
                scene.directoryKinds,
                meetingKinds)
            .all());
    all.addAll(
        new MinutesCommands(
                new MinutesCommands.Parts(
                    scene.store.jdbi(),
                    minutes,
                    meetings,
                    letters,
                    scene.people,
                    scene.outbox,
                    scene.messages),
                scene.kinds,
                scene.directoryKinds,
                meetingKinds)
            .all());
    scene.commands(all);
    plan("CD");
    scene.give(CAMILLE, "rencontre convoquer", "rencontre", "1");
    scene.give(LOUISE, "rencontre repondre", "rencontre", "1", "presence", "oui");
    scene.give(DAVID, "rencontre repondre", "rencontre", "1", "presence", "oui");
    scene.give(OMAR, "rencontre repondre", "rencontre", "1", "presence", "non");
    scene.carry();
    scene.clock.set(at("2026-03-13T09:25"));
  }

  @Test
  void without_a_quorum_a_decision_is_only_an_opinion_and_says_so() {
    Reply reply = decide("Le cahier des charges est adopté.");

    assertThat(scene.words(reply))
        .contains("Sans quorum (2 membres présents, 3 requis)", "avis", "CD-2026-001");
    scene.give(
        CAMILLE, "pv presence", "rencontre", "1", "personne", "Zoé Lavoie", "statut", "présente");
    assertThat(scene.words(decide("Le calendrier est adopté.")))
        .isEqualTo("Décision CD-2026-002 notée.");
    assertThat(minutes.of(meetings.list(1).getFirst()).decisions())
        .extracting(Decision::quorate)
        .containsExactly(false, true);
  }

  @Test
  void a_guest_does_not_make_the_quorum() {
    scene.give(CAMILLE, "pv presence", "rencontre", "1", "personne", CAMILLE, "statut", "present");

    assertThat(scene.words(decide("Adopté."))).contains("2 membres présents");
    assertThat(show(CAMILLE)).contains("Camille Bérubé | personne invitée");
  }

  @Test
  void numbers_go_by_body_and_year_and_are_never_used_again() {
    decide("Une.");
    scene.give(
        CAMILLE,
        "rencontre planifier",
        "corps",
        "CD",
        "titre",
        "Budget 2027",
        "date",
        "2027-02-12",
        "heure",
        "9 h",
        "lieu",
        "Salle A",
        "ordre",
        "1. Budget");
    scene.give(CAMILLE, "rencontre convoquer", "rencontre", "2");
    scene.clock.set(at("2027-02-12T10:00"));

    assertThat(scene.words(decide(2, "Autre année."))).contains("CD-2027-001");
    assertThat(scene.words(decide(1, "Même année que la première."))).contains("CD-2026-002");
  }

  @Test
  void an_action_has_a_verb_one_person_and_a_date_to_come() {
    assertThat(scene.refusal(() -> promise("Le rapport", ZOE, "2026-03-20")))
        .contains("verbe à l’infinitif");
    assertThat(scene.refusal(() -> promise("Transmettre le rapport", ZOE, "2026-03-12")))
        .contains("précède la rencontre");
    assertThat(scene.words(promise("Transmettre le rapport", ZOE, "2026-03-20")))
        .isEqualTo(
            "Action CD-2026-A001 confiée à Zoé Lavoie, à faire d’ici le vendredi 20 mars 2026.");
  }

  @Test
  void its_person_or_the_secretary_declares_an_action_done() {
    promise("Transmettre le rapport", ZOE, "2026-03-20");
    promise("Réserver la salle", OMAR, "2026-03-18");

    assertThat(scene.words(scene.give(LOUISE, "action liste")))
        .startsWith("2 actions\nCD-2026-A002 | Réserver la salle | Omar Benali");
    assertThat(scene.refusal(() -> done(OMAR, "CD-2026-A001"))).contains("une autre personne");
    done(ZOE, "cd-2026-a001");
    done(CAMILLE, "CD-2026-A002");
    assertThat(scene.refusal(() -> done(CAMILLE, "CD-2026-A002"))).contains("déjà faite");
    assertThat(minutes.openActions()).isEmpty();
  }

  @Test
  void actions_of_a_group_are_not_shown_to_who_was_not_there() {
    plan("GT-PRET");
    scene.give(CAMILLE, "rencontre convoquer", "rencontre", "2", "dispense", "oui");
    scene.clock.set(at("2026-03-20T10:00"));
    scene.give(
        CAMILLE,
        "pv action",
        "rencontre",
        "2",
        "responsable",
        ZOE,
        "texte",
        "Écrire au fournisseur",
        "echeance",
        "2026-03-27");

    assertThat(scene.words(scene.give(LOUISE, "action liste"))).isEqualTo("0 action");
    assertThat(scene.words(scene.give(OMAR, "action liste", "responsable", ZOE)))
        .contains("GT-PRET-2026-A001");
    assertThat(scene.words(scene.give(CAMILLE, "action liste", "responsable", OMAR)))
        .isEqualTo("0 action");
  }

  @Test
  void nothing_is_written_down_before_the_day() {
    scene.clock.set(at("2026-03-12T18:00"));

    assertThat(scene.refusal(() -> decide("Trop tôt."))).contains("n’a lieu que le vendredi 13");
    assertThat(scene.refusal(this::close)).contains("n’a lieu que");
  }

  @Test
  void closing_sends_the_compte_rendu_to_all_and_ends_all_writing() {
    tellTheStory();
    scene.clock.set(at("2026-03-13T11:00"));

    assertThat(scene.words(close())).contains("envoyé à 5 personnes");
    List<Parcel> carried = scene.carry();
    assertThat(carried).hasSize(6);
    assertThat(Scene.to(OMAR, carried).letterClass()).isEqualTo(LetterClass.AVIS);
    assertThat(Scene.posts(carried).getFirst().text())
        .contains("Décisions ou avis\u00a0: 2. Actions\u00a0: 2.");
    LetterSnapshots.verify("minutes", Scene.to(ZOE, carried));
    LetterSnapshots.verify("minutes", Scene.to(DAVID, carried));

    assertThat(scene.refusal(() -> decide("Encore une."))).contains("est close");
    assertThat(scene.refusal(() -> promise("Écrire", ZOE, "2026-03-20"))).contains("est close");
    assertThat(
            scene.refusal(
                () -> scene.give(CAMILLE, "pv note", "rencontre", "1", "texte", "Encore.")))
        .contains("est close");
    assertThat(scene.refusal(this::close)).contains("est close");
    assertThat(scene.carry()).isEmpty();
    done(ZOE, "CD-2026-A001");
  }

  @Test
  void what_was_kept_is_shown_to_those_it_concerns() {
    tellTheStory();

    assertThat(show(OMAR))
        .contains("Quorum = atteint (3 membres présents, 3 requis)")
        .contains("Benali | absence motivée", "CD-2026-001 | avis (sans quorum)")
        .contains("Note = Le prototype sera montré en avril.");
    scene
        .store
        .jdbi()
        .useHandle(
            handle -> handle.execute("UPDATE mandate SET ends = '2026-01-01' WHERE body = 2"));
    plan("GT-PRET");
    assertThat(scene.refusal(() -> scene.give(LOUISE, "pv voir", "rencontre", "2")))
        .contains("réservé aux personnes convoquées");
  }

  private void tellTheStory() {
    decide("Le cahier des charges est adopté, sous réserve d’un | des montants.");
    scene.give(CAMILLE, "pv presence", "rencontre", "1", "personne", ZOE, "statut", "present");
    scene.give(CAMILLE, "pv presence", "rencontre", "1", "personne", CAMILLE, "statut", "present");
    decide("Le calendrier révisé est adopté.");
    scene.give(CAMILLE, "pv note", "rencontre", "1", "texte", "Le prototype sera montré en avril.");
    scene.give(
        CAMILLE, "pv note", "rencontre", "1", "texte", "Les bibliothèques pilotes sont trouvées.");
    promise("Transmettre le cahier des charges aux fournisseurs", ZOE, "2026-03-20");
    promise("Réserver la salle d’avril", OMAR, "2026-04-01");
  }

  private void plan(String body) {
    String date = body.equals("CD") ? "2026-03-13" : "2026-03-20";
    scene.give(
        CAMILLE,
        "rencontre planifier",
        "corps",
        body,
        "titre",
        "Suivi de la mutualisation",
        "date",
        date,
        "heure",
        "9 h 30",
        "lieu",
        "Salle A",
        "ordre",
        "1. Ouverture");
  }

  private Reply decide(String text) {
    return decide(1, text);
  }

  private Reply decide(int meeting, String text) {
    return scene.give(CAMILLE, "pv decision", "rencontre", String.valueOf(meeting), "texte", text);
  }

  private Reply promise(String text, String who, String due) {
    return scene.give(
        CAMILLE, "pv action", "rencontre", "1", "responsable", who, "texte", text, "echeance", due);
  }

  private void done(String who, String number) {
    scene.give(who, "action faite", "action", number);
  }

  private Reply close() {
    return scene.give(CAMILLE, "pv clore", "rencontre", "1");
  }

  private String show(String who) {
    return scene.words(scene.give(who, "pv voir", "rencontre", "1"));
  }
}
