package ca.greffier.minutes;

import static ca.greffier.house.Scene.CAMILLE;
import static ca.greffier.house.Scene.DAVID;
import static ca.greffier.house.Scene.LOUISE;
import static ca.greffier.house.Scene.MONTREAL;
import static ca.greffier.house.Scene.OMAR;
import static ca.greffier.house.Scene.ZOE;
import static ca.greffier.house.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.greffier.command.Attachment;
import ca.greffier.command.ChannelLines;
import ca.greffier.command.Command;
import ca.greffier.command.Reply;
import ca.greffier.document.ContentStore;
import ca.greffier.document.Documents;
import ca.greffier.house.LetterSnapshots;
import ca.greffier.house.Scene;
import ca.greffier.meeting.Agendas;
import ca.greffier.meeting.MeetingCommands;
import ca.greffier.meeting.MeetingDocuments;
import ca.greffier.meeting.MeetingKinds;
import ca.greffier.meeting.MeetingLetters;
import ca.greffier.meeting.Meetings;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.Post;
import ca.greffier.sweep.OfficeHours;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
  private final MeetingDocuments documents =
      new MeetingDocuments(
          new Documents(
              scene.store.jdbi(), new ContentStore(Path.of("target", "documents")), MONTREAL),
          scene.bodies,
          scene.people,
          meetings,
          scene.calendar,
          URI.create("https://greffier.exemple.ca"));
  private final MeetingLetters letters =
      new MeetingLetters(meetings, agendas, documents, scene.people, scene.outbox, scene.messages);

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
                    agendas,
                    letters,
                    scene.bodies,
                    scene.people,
                    scene.asks,
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

  @Test
  void a_sitting_is_opened_and_everybody_s_coming_and_going_is_timed() {
    assertThat(scene.words(scene.give(CAMILLE, "rencontre ouvrir", "rencontre", "1")))
        .contains("est ouverte", "non atteint (2 membres présents, 3 requis)");
    assertThat(scene.refusal(() -> scene.give(CAMILLE, "rencontre ouvrir", "rencontre", "1")))
        .contains("déjà ouverte");
    scene.clock.set(at("2026-03-13T10:00"));
    there(ZOE, "present", "heure", "9 h 40");
    assertThat(scene.words(decide("Le calendrier est adopté.")))
        .isEqualTo("Décision CD-2026-001 notée.");
    there(ZOE, "absent");
    assertThat(scene.words(decide("Le budget est adopté."))).contains("Sans quorum");
    assertThat(scene.refusal(() -> there(ZOE, "present", "heure", "11 h")))
        .contains("pas encore venu");
    assertThat(scene.refusal(() -> there(OMAR, "represente")))
        .contains("interdisent les procurations");
    scene.give(CAMILLE, "rencontre regles", "corps", "CD", "procurations", "oui");
    there(OMAR, "represente");
    assertThat(scene.words(decide("Le budget est adopté."))).contains("Décision");
    scene.clock.set(at("2026-03-13T11:30"));
    assertThat(
            scene.refusal(
                () -> scene.give(CAMILLE, "rencontre clore", "rencontre", "1", "finie", "9 h")))
        .contains("précède l’ouverture");
    scene.give(CAMILLE, "rencontre clore", "rencontre", "1", "finie", "11 h 15");
    assertThat(pdf(document(CAMILLE)))
        .contains("La séance est ouverte à 9 h 25", "Zoé Lavoie est là à partir de 9 h 40")
        .contains("Zoé Lavoie quitte la séance à 10 h", "La séance est levée à 11 h 15");
  }

  @Test
  void a_vote_is_counted_and_makes_what_becomes_of_the_motion() {
    there(ZOE, "present");
    assertThat(scene.words(vote("votespour", "3", "proposeur", ZOE, "appuyeur", LOUISE)))
        .isEqualTo(
            "Proposition CD-2026-001 notée\u00a0: adoptée à l’unanimité, 3 pour, 0 contre,"
                + " abstentions\u00a0: 0.");
    assertThat(scene.words(vote("votespour", "2", "abstentions", "1"))).contains("à la majorité");
    assertThat(scene.words(vote("votespour", "1", "votescontre", "1"))).contains("rejetée");
    assertThat(scene.words(vote("resultat", "reportee"))).contains("reportée");
    assertThat(scene.refusal(() -> vote("votespour", "4")))
        .contains("4 votes pour 3 membres présents");
    assertThat(scene.refusal(() -> vote("votespour", "0"))).contains("Aucun vote");
    assertThat(scene.refusal(() -> vote("votespour", "3", "resultat", "rejetee")))
        .contains("ne suit pas");
    assertThat(scene.refusal(() -> vote("proposeur", ZOE, "appuyeur", ZOE)))
        .contains("ne peut pas aussi appuyer");
    assertThat(minutes.of(meetings.list(1).getFirst()).decisions())
        .extracting(Decision::isDecided)
        .containsExactly(true, true, false, false);
    assertThat(scene.words(scene.give(LOUISE, "decision liste", "corps", "CD")))
        .contains("CD-2026-003", "rejetée, 1 pour, 1 contre");
  }

  @Test
  void a_body_may_ask_for_more_than_a_majority_and_not_name_who_seconds() {
    there(ZOE, "present");
    bodyRules("vote", "deux tiers", "appuyeurs", "non");
    assertThat(
            scene.words(
                vote("votespour", "2", "votescontre", "1", "proposeur", ZOE, "appuyeur", OMAR)))
        .contains("à la majorité");
    bodyRules("vote", "unanimité");
    assertThat(scene.words(vote("votespour", "2", "votescontre", "1")))
        .contains("rejetée", "il fallait l’unanimité");
    assertThat(scene.words(vote("votespour", "2", "abstentions", "1"))).contains("rejetée");
    assertThat(scene.words(vote("votespour", "3"))).contains("à l’unanimité");
    assertThat(scene.words(vote("votespour", "1", "votescontre", "2")))
        .doesNotContain("il fallait");
    scene.clock.set(at("2026-03-13T11:00"));
    close();
    assertThat(pdf(document(CAMILLE)))
        .contains("Proposée par Zoé Lavoie", "il fallait les deux tiers des voix exprimées")
        .contains("rejetée, 2 pour, 1 contre, abstentions : 0, il fallait l’unanimité")
        .doesNotContain("appuyée");
  }

  private void bodyRules(String... more) {
    List<String> all = new ArrayList<>(List.of("corps", "CD"));
    all.addAll(List.of(more));
    scene.give(CAMILLE, "rencontre regles", all.toArray(String[]::new));
  }

  @Test
  void what_is_noted_stands_under_the_item_where_the_sitting_is() {
    scene.give(CAMILLE, "ordre ajouter", "rencontre", "1", "titre", "Budget", "duree", "45 min");
    scene.give(CAMILLE, "ordre ajouter", "rencontre", "1", "titre", "Local");
    assertThat(scene.refusal(() -> more("pv point", List.of("point", "1"))))
        .contains("n’est pas ouverte");
    scene.give(CAMILLE, "rencontre ouvrir", "rencontre", "1");
    scene.clock.set(at("2026-03-13T09:40"));
    assertThat(scene.words(more("pv point", List.of("point", "1"))))
        .contains("1. Budget, depuis 9 h 40, prévu jusqu’à 10 h 25");
    note("Le solde suffit.");
    decide("Le budget est adopté.");
    scene.clock.set(at("2026-03-13T10:10"));
    lines("#sujet Local\nIl est petit.");
    lines("#annuler");
    lines("Il est grand.");
    assertThat(scene.words(scene.give(CAMILLE, "pv voir", "rencontre", "1")))
        .contains("Point en cours = 2. Local, depuis 10 h 10");
    scene.clock.set(at("2026-03-13T11:00"));
    close();
    assertThat(pdf(document(OMAR)))
        .contains("1. Budget Le solde suffit.", "2. Local Il est grand.")
        .doesNotContain("petit");
    assertThat(scene.words(scene.give(CAMILLE, "pv voir", "rencontre", "1")))
        .doesNotContain("Point en cours");
  }

  @Test
  void everybody_says_that_they_are_there_and_the_secretary_calls_the_roll() {
    assertThat(scene.refusal(() -> here(ZOE, "present"))).contains("n’est pas ouverte");
    scene.give(CAMILLE, "rencontre ouvrir", "rencontre", "1");
    Post post = Scene.posts(scene.carry()).getFirst();
    assertThat(post.text()).contains("Séance ouverte");
    assertThat(post.buttons())
        .extracting(Post.Button::label, each -> each.given().get("statut"))
        .containsExactly(tuple("Je suis là", "present"), tuple("Je quitte", "absent"));

    scene.clock.set(at("2026-03-13T09:40"));
    assertThat(here(ZOE, "present")).contains("vous êtes là", "atteint (3 ");
    scene.clock.set(at("2026-03-13T09:50"));
    assertThat(here(LOUISE, "absent")).contains("vous n’y êtes plus", "non atteint");
    assertThat(scene.refusal(() -> here(CAMILLE, "present")))
        .contains("pas parmi les personnes convoquées");
    assertThat(
            scene.words(
                scene.give(
                    CAMILLE, "pv appel", "rencontre", "1", "personnes", "Louise Gagnon; " + OMAR)))
        .contains("2 personnes notées présentes", "atteint (4 ");
    assertThat(
            scene.refusal(
                () ->
                    scene.give(
                        CAMILLE, "pv appel", "rencontre", "1", "personnes", OMAR + ", Personne")))
        .contains("Personne");
    assertThat(minutes.of(meetings.list(1).getFirst()).movements()).hasSize(4);
  }

  private String here(String who, String standing) {
    return scene.words(scene.give(who, "rencontre presence", "rencontre", "1", "statut", standing));
  }

  @Test
  void the_log_of_a_chat_becomes_a_closed_meeting_that_nobody_is_told_of() {
    String log =
        """
        10:02:00 <zoe> #startmeeting
        10:03:00 <zoe> #topic Catalogue
        10:05:00 <omar> #action omar appelle le fournisseur
        10:06:00 <zoe> #agreed On garde le format MARC
        10:07:00 <omar> https://exemple.ca/marc
        10:30:00 <zoe> #endmeeting
        """;
    assertThat(scene.refusal(() -> bring(log))).contains("ne dit pas le jour");
    assertThat(scene.refusal(() -> bring(log, "date", "2026-04-01"))).contains("passée");
    assertThat(bring(log, "date", "2025-11-03"))
        .contains("Rencontre 2 du lundi 3 novembre 2025", "sujets 1, décisions 1, actions 1");
    assertThat(scene.carry()).isEmpty();
    assertThat(scene.words(scene.give(CAMILLE, "pv voir", "rencontre", "2")))
        .contains(
            "Convenu\u00a0: On garde le format MARC",
            "À faire\u00a0: omar appelle le fournisseur (omar)",
            "Animation\u00a0: zoe");
    assertThat(scene.words(scene.give(CAMILLE, "pv chercher", "mots", "format MARC")))
        .contains("GT-PRET");
    assertThat(scene.refusal(() -> bring(log, "date", "2025-11-03"))).contains("déjà");
    assertThat(scene.refusal(() -> bring("Bonjour", "date", "2025-11-03"))).contains("journal.log");
  }

  private String bring(String log, String... more) {
    Attachment file = new Attachment("journal.log", log.getBytes(StandardCharsets.UTF_8));
    List<String> given = new ArrayList<>(List.of("corps", "GT-PRET"));
    given.addAll(List.of(more));
    return scene.words(
        scene.give(CAMILLE, "pv importer", Map.of("fichier", file), given.toArray(String[]::new)));
  }

  @Test
  void amendments_stand_with_the_motion_they_change() {
    there(ZOE, "present");
    vote("votespour", "3");
    assertThat(
            amend(
                "Remplacer «\u00a0mai\u00a0» par «\u00a0juin\u00a0»",
                "proposeur",
                ZOE,
                "appuyeur",
                LOUISE,
                "votespour",
                "2",
                "votescontre",
                "1"))
        .contains(
            "Proposition d’amendement notée sous CD-2026-001",
            "adoptée à la majorité, 2 pour, 1 contre");
    assertThat(amend("Ajouter «\u00a0au plus tard\u00a0»", "sous", "oui", "resultat", "rejetee"))
        .contains("rejetée");
    assertThat(scene.refusal(() -> amend("Trop", "votespour", "40"))).contains("40");
    assertThat(scene.refusal(() -> amend("Seule", "proposeur", ZOE, "appuyeur", ZOE)))
        .contains("ne peut pas aussi appuyer");
    assertThat(scene.words(scene.give(CAMILLE, "pv voir", "rencontre", "1")))
        .contains("2 amendements", "«\u00a0juin\u00a0»");
    scene.clock.set(at("2026-03-13T11:00"));
    close();
    assertThat(pdf(document(OMAR)).replace("\n", " "))
        .contains(
            "Proposition d’amendement : « Remplacer « mai » par « juin » ». Proposée par Zoé"
                + " Lavoie,",
            "Proposition de sous-amendement : « Ajouter « au plus tard » ».");
    assertThat(scene.words(scene.give(LOUISE, "pv chercher", "mots", "juin")))
        .contains("CD-2026-001");
    assertThat(scene.refusal(() -> amend("Après"))).contains("close");
  }

  private String amend(String text, String... more) {
    List<String> given = new ArrayList<>(List.of("resolution", "CD-2026-001", "texte", text));
    given.addAll(List.of(more));
    return scene.words(scene.give(CAMILLE, "pv amendement", given.toArray(String[]::new)));
  }

  @Test
  void a_note_stands_under_its_item_and_the_last_one_can_be_taken_back() {
    scene.give(
        CAMILLE, "ordre ajouter", "rencontre", "1", "titre", "Budget 2026", "but", "decision");
    assertThat(scene.refusal(() -> note("Perdu.", "point", "2"))).contains("pas de point 2");
    note("Le solde suffit.", "point", "1");
    note("À retirer.");
    assertThat(scene.words(scene.give(CAMILLE, "pv annuler", "rencontre", "1")))
        .contains("À retirer");
    scene.clock.set(at("2026-03-13T11:00"));
    close();
    assertThat(pdf(document(OMAR)))
        .contains("1. Budget 2026 Le solde suffit.")
        .doesNotContain("retirer");
  }

  @Test
  void a_proces_verbal_is_corrected_approved_signed_sealed_and_guarded() {
    there(ZOE, "present");
    vote("votespour", "3", "dissidence", "Zoé Lavoie juge le délai trop court.");
    note("Omar Benali a écrit au fournisseur.");
    promise("Transmettre le rapport", ZOE, "2026-03-20");
    scene.clock.set(at("2026-03-13T11:00"));
    close();
    List<Parcel> sent = scene.carry();
    assertThat(Scene.to(ZOE, sent).enclosures()).hasSize(1);
    assertThat(Scene.to(OMAR, sent).ask()).as("he was not there").isNull();
    assertThat(
            scene.words(
                scene.answer(Scene.to(ZOE, sent), "texte", "Lire «\u00a0trois semaines\u00a0».")))
        .contains("K-1", "transmise au secrétariat");
    assertThat(
            scene.refusal(() -> scene.give(OMAR, "pv corriger", "rencontre", "1", "texte", "Non.")))
        .contains("Seules les personnes présentes");
    List<Parcel> asked = scene.carry();
    LetterSnapshots.verify("minutes", Scene.to(CAMILLE, asked));

    nextMeeting();
    assertThat(scene.refusal(this::approve)).contains("1 correction attend une réponse", "K-1");
    scene.answer(Scene.to(CAMILLE, asked), "retenue", "oui");
    assertThat(
            scene.refusal(
                () -> scene.give(CAMILLE, "pv trancher", "correction", "K-1", "retenue", "non")))
        .contains("déjà sa réponse");
    assertThat(scene.refusal(this::approve)).contains("Personne de présent n’était");
    for (String who : List.of(LOUISE, DAVID, ZOE))
      scene.give(CAMILLE, "pv presence", "rencontre", "2", "personne", who, "statut", "present");
    assertThat(scene.refusal(() -> sign(LOUISE))).contains("pas encore approuvé");
    assertThat(scene.words(approve())).contains("approuvé (décision CD-2026-002)");
    assertThat(scene.refusal(this::approve)).contains("est approuvé et ne change plus");
    List<Parcel> toSign = scene.carry();
    assertThat(toSign).hasSize(2);
    LetterSnapshots.verify("minutes", Scene.to(LOUISE, toSign));
    assertThat(scene.refusal(() -> sign(OMAR)))
        .contains("se signe par", "Louise Gagnon, Camille Bérubé");
    assertThat(scene.words(scene.answer(Scene.to(LOUISE, toSign)))).contains("scellé à la seconde");
    assertThat(scene.refusal(() -> sign(LOUISE))).contains("déjà signé");
    assertThat(scene.words(sign(CAMILLE))).contains("Empreinte SHA-256");

    assertThat(scene.words(verify())).contains("1 procès-verbal scellé", "rien n’y a changé");
    done(ZOE, "CD-2026-A001");
    assertThat(scene.words(verify())).as("an action that is done").contains("rien n’y a changé");
    String text = pdf(document(OMAR));
    assertThat(text)
        .contains("Procès-verbal : Comité directeur, séance du vendredi 13 mars 2026")
        .contains("Résolution CD-2026-001", "Dissidence : Zoé Lavoie", "Lire « trois semaines »")
        .contains("Signé le", "Empreinte")
        .doesNotContain("PROJET");
    String bare = pdf(document(OMAR, "public", "oui"));
    assertThat(bare)
        .contains("[nom retiré] a écrit au fournisseur")
        .doesNotContain("Omar", "Lavoie");
    assertThat(pdf((Reply.Document) scene.give(OMAR, "pv extrait", "resolution", "cd-2026-001")))
        .contains("Extrait du procès-verbal", "Extrait certifié conforme par Omar Benali");
    assertThat(pdf((Reply.Document) scene.give(CAMILLE, "pv preuve", "rencontre", "1")))
        .contains(LOUISE, "Oui", "remise au serveur", "Convocation à la rencontre 1");

    tamper("UPDATE decision SET text = 'Autre chose' WHERE number = 'CD-2026-001'");
    assertThat(scene.words(verify())).contains("1 sceau ne tient plus", "n’est plus celui");
  }

  @Test
  void a_seal_that_is_taken_out_breaks_the_next_one() {
    for (int meeting = 1; meeting <= 2; meeting++) {
      for (String who : List.of(LOUISE, DAVID, ZOE)) presence(meeting, who);
      scene.clock.set(scene.clock.instant().plusSeconds(7200));
      scene.give(CAMILLE, "rencontre clore", "rencontre", String.valueOf(meeting));
      nextMeeting();
      for (String who : List.of(LOUISE, DAVID, ZOE)) presence(meeting + 1, who);
      scene.give(
          CAMILLE,
          "pv approuver",
          "rencontre",
          String.valueOf(meeting),
          "seance",
          String.valueOf(meeting + 1));
      scene.give(LOUISE, "pv signer", "rencontre", String.valueOf(meeting));
      scene.give(CAMILLE, "pv signer", "rencontre", String.valueOf(meeting));
    }
    assertThat(scene.words(verify())).contains("2 procès-verbaux scellés");
    tamper("UPDATE minutes SET seal = NULL, sealed_at = NULL WHERE meeting = 1");
    assertThat(scene.words(verify())).contains("un sceau a été retiré ou changé avant");
  }

  @Test
  void a_compte_rendu_is_neither_corrected_nor_approved() {
    scene.give(CAMILLE, "rencontre regles", "corps", "CD", "officiel", "non");
    there(ZOE, "present");
    scene.clock.set(at("2026-03-13T11:00"));
    assertThat(scene.words(close())).contains("Son compte rendu est envoyé");
    assertThat(Scene.to(ZOE, scene.carry()).ask()).isNull();
    assertThat(
            scene.refusal(() -> scene.give(ZOE, "pv corriger", "rencontre", "1", "texte", "Non.")))
        .contains("ne s’approuve pas");
    assertThat(scene.refusal(() -> sign(LOUISE))).contains("ne s’approuve pas");
    assertThat(pdf(document(OMAR)))
        .contains("Compte rendu :")
        .doesNotContain("PROJET", "Signatures");
    Reply.Document word = document(OMAR, "format", "word", "langue", "en");
    assertThat(word.name()).isEqualTo("pv-cd-2026-03-13.docx");
  }

  @Test
  void lines_of_a_chat_become_notes_decisions_and_actions_all_or_none() {
    scene.give(CAMILLE, "ordre ajouter", "rencontre", "1", "titre", "Budget 2026");
    Reply kept =
        lines(
            """
            Bonjour à tous.
            #present Zoé Lavoie
            #sujet budget 2026
            #info Le solde suffit.
            #decision Le virement est autorisé.
            #action Zoé Lavoie : Transmettre le rapport, 20 mars 2026
            #topic Local
            #idea Changer de salle
            #rejected La salle B est réservée.
            #info À effacer
            #annuler
            """);
    assertThat(scene.words(kept)).contains("Notes\u00a0: 3. Décisions\u00a0: 2. Actions\u00a0: 1.");
    Proceedings said = minutes.of(meetings.list(1).getFirst());
    assertThat(said.notes())
        .extracting(Note::text)
        .containsExactly("Bonjour à tous.", "Le solde suffit.", "Changer de salle");
    assertThat(said.decisions())
        .extracting(Decision::outcome)
        .containsExactly(Outcome.CONSENSUS, Outcome.REJECTED);
    assertThat(said.decisions()).allMatch(Decision::quorate);
    assertThat(agendas.items(said.meeting()))
        .extracting(each -> each.title())
        .containsExactly("Budget 2026", "Local");
    assertThat(said.notes().get(1).item()).isEqualTo(said.decisions().getFirst().item());
    assertThat(scene.refusal(() -> lines("Une note.\n#action quelqu’un fera quelque chose")))
        .contains("Rien n’est noté. Ligne 2", "#action Prénom Nom");
    assertThat(scene.refusal(() -> lines("#action Zoé Lavoie : Le rapport, 20 mars 2026")))
        .contains("verbe à l’infinitif");
    assertThat(scene.refusal(() -> lines("#decision"))).contains("suivie de rien");
    assertThat(scene.refusal(() -> lines("#endmeeting maintenant"))).contains("rencontre clore");
    assertThat(minutes.of(said.meeting()).notes()).hasSize(3);
    scene.clock.set(at("2026-03-13T11:00"));
    close();
    assertThat(scene.refusal(() -> lines("#sujet Trop tard"))).contains("est close");
  }

  @Test
  void lines_typed_in_the_channel_of_an_open_sitting_go_to_its_minutes() {
    SpokenMinutes spoken = new SpokenMinutes(minutes);
    String channel = channelOf("CD");
    assertThat(spoken.in(channel, "#info Avant l’ouverture.")).isEmpty();
    scene.give(CAMILLE, "rencontre ouvrir", "rencontre", "1");
    assertThat(spoken.in(channel, "Bonjour à tous.")).isEmpty();
    assertThat(spoken.in(channel, "#mardi prochain?")).isEmpty();
    assertThat(spoken.in("ailleurs", "#info Non.")).isEmpty();
    typed(spoken, channel, LOUISE, "#info Le bail finit en juin.");
    typed(spoken, channel, OMAR, "#info À retirer.");
    typed(spoken, channel, OMAR, "#annuler");
    typed(spoken, channel, CAMILLE, "#decision Le bail est renouvelé.");
    assertThat(scene.refusal(() -> typed(spoken, channel, LOUISE, "#decision Non.")))
        .contains("ne fait pas partie de vos droits");
    assertThat(
            scene.refusal(
                () ->
                    scene.give(
                        LOUISE, "pv dire", "rencontre", "1", "ligne", "#decision Par la bande.")))
        .contains("revient au secrétariat", "#annuler");
    Proceedings said = minutes.of(meetings.list(1).getFirst());
    assertThat(said.notes()).extracting(Note::text).containsExactly("Le bail finit en juin.");
    assertThat(said.decisions()).hasSize(1);
    scene.clock.set(at("2026-03-13T11:00"));
    close();
    assertThat(spoken.in(channel, "#info Après.")).isEmpty();
  }

  private void typed(SpokenMinutes spoken, String channel, String who, String line) {
    ChannelLines.Meant meant = spoken.in(channel, line).orElseThrow();
    List<String> given = new ArrayList<>();
    meant.given().forEach((name, value) -> given.addAll(List.of(name, value)));
    scene.give(who, meant.command(), given.toArray(String[]::new));
  }

  private String channelOf(String body) {
    return scene
        .store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT channel FROM body WHERE code = ?")
                    .bind(0, body)
                    .mapTo(String.class)
                    .one());
  }

  private Reply lines(String text) {
    return scene.give(CAMILLE, "pv lignes", "rencontre", "1", "lignes", text);
  }

  @Test
  void what_was_said_is_found_whatever_its_accents_by_those_who_may_read_it() {
    note("Les bibliothèques pilotes sont trouvées.");
    decide("La bibliothèque de Laval est retenue.");
    promise("Écrire aux bibliothèques", ZOE, "2026-03-20");
    assertThat(scene.words(scene.give(OMAR, "pv chercher", "mots", "bibliotheque")))
        .startsWith("3 passages")
        .contains("note | Les bibliothèques", "décision CD-2026-001", "action CD-2026-A001");
    assertThat(scene.words(scene.give(OMAR, "pv chercher", "mots", "budget")))
        .startsWith("0 passage");
    plan("GT-PRET");
    scene.give(CAMILLE, "rencontre convoquer", "rencontre", "2", "dispense", "oui");
    scene.clock.set(at("2026-03-20T10:00"));
    scene.give(CAMILLE, "pv note", "rencontre", "2", "texte", "Budget du groupe.");
    assertThat(scene.words(scene.give(LOUISE, "pv chercher", "mots", "budget")))
        .startsWith("0 passage");
    assertThat(scene.words(scene.give(CAMILLE, "pv chercher", "mots", "budget")))
        .startsWith("1 passage");
  }

  @Test
  void a_late_action_is_asked_about_twice_and_never_once_it_is_done() {
    promise("Transmettre le rapport", ZOE, "2026-03-20");
    promise("Réserver la salle", OMAR, "2026-03-20");
    scene.clock.set(at("2026-03-13T11:00"));
    close();
    scene.carry();
    assertThat(followed("2026-03-20T10:00")).isEmpty();
    List<Parcel> first = followed("2026-03-23T08:10");
    assertThat(first).hasSize(2);
    assertThat(scene.words(scene.give(CAMILLE, "action liste"))).contains("en retard de 3 jours");
    LetterSnapshots.verify("minutes", Scene.to(ZOE, first));
    assertThat(followed("2026-03-24T10:00")).isEmpty();
    assertThat(scene.words(scene.answer(Scene.to(ZOE, first)))).contains("CD-2026-A001 faite");
    List<Parcel> second = followed("2026-03-27T10:00");
    assertThat(second).hasSize(1);
    assertThat(Scene.to(OMAR, second).data()).containsEntry("late", 5);
    assertThat(followed("2026-04-20T10:00")).isEmpty();
  }

  @Test
  void minutes_that_are_awaited_are_asked_for_before_their_day() {
    scene.give(CAMILLE, "rencontre regles", "corps", "CD", "transmission", "5");
    assertThat(followed("2026-03-17T10:00")).isEmpty();
    List<Parcel> asked = followed("2026-03-18T10:00");
    assertThat(Scene.to(CAMILLE, asked).data()).containsEntry("last", "2026-03-20");
    LetterSnapshots.verify("minutes", Scene.to(CAMILLE, asked));
    assertThat(followed("2026-03-19T10:00")).isEmpty();
    close();
    scene.carry();
    assertThat(followed("2026-03-20T10:00")).isEmpty();
  }

  private List<Parcel> followed(String local) {
    scene.clock.set(at(local));
    new FollowUpSweep(
            scene.store.jdbi(),
            new FollowUpSweep.Parts(
                minutes,
                meetings,
                letters,
                scene.people,
                scene.asks,
                scene.outbox,
                new OfficeHours(scene.calendar, MONTREAL),
                scene.calendar))
        .run(scene.clock.instant());
    return scene.carry();
  }

  private void nextMeeting() {
    int next = meetings.list(9).size() + 1;
    scene.give(
        CAMILLE,
        "rencontre planifier",
        "corps",
        "CD",
        "titre",
        "Suite " + next,
        "date",
        next == 2 ? "2026-04-10" : "2026-05-08",
        "heure",
        "9 h 30",
        "lieu",
        "Salle A",
        "ordre",
        "Suite");
    scene.give(CAMILLE, "rencontre convoquer", "rencontre", String.valueOf(next));
    scene.clock.set(at(next == 2 ? "2026-04-10T09:30" : "2026-05-08T09:30"));
    scene.carry();
  }

  private void presence(int meeting, String who) {
    scene.give(
        CAMILLE,
        "pv presence",
        "rencontre",
        String.valueOf(meeting),
        "personne",
        who,
        "statut",
        "present");
  }

  private void tamper(String sql) {
    scene.store.jdbi().useHandle(handle -> handle.execute(sql));
  }

  private Reply approve() {
    return scene.give(CAMILLE, "pv approuver", "rencontre", "1", "seance", "2");
  }

  private Reply sign(String who) {
    return scene.give(who, "pv signer", "rencontre", "1");
  }

  private Reply verify() {
    return scene.give(CAMILLE, "pv verifier");
  }

  private Reply there(String who, String standing, String... more) {
    return more("pv presence", List.of("personne", who, "statut", standing), more);
  }

  private Reply vote(String... more) {
    return more("pv decision", List.of("texte", "Le virement est autorisé."), more);
  }

  private void note(String text, String... more) {
    more("pv note", List.of("texte", text), more);
  }

  private Reply more(String command, List<String> given, String... more) {
    List<String> all = new ArrayList<>(List.of("rencontre", "1"));
    all.addAll(given);
    all.addAll(List.of(more));
    return scene.give(CAMILLE, command, all.toArray(String[]::new));
  }

  private Reply.Document document(String who, String... more) {
    List<String> all = new ArrayList<>(List.of("rencontre", "1"));
    all.addAll(List.of(more));
    return (Reply.Document) scene.give(who, "pv document", all.toArray(String[]::new));
  }

  private static String pdf(Reply.Document file) {
    try (PDDocument document = Loader.loadPDF(file.bytes())) {
      Path looks = Path.of("target", "looks");
      Files.createDirectories(looks);
      Files.write(looks.resolve(file.name()), file.bytes());
      return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
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
    return scene.give(CAMILLE, "rencontre clore", "rencontre", "1");
  }

  private String show(String who) {
    return scene.words(scene.give(who, "pv voir", "rencontre", "1"));
  }
}
