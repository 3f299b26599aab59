package ca.greffier.meeting;

import static ca.greffier.house.Scene.CAMILLE;
import static ca.greffier.house.Scene.DAVID;
import static ca.greffier.house.Scene.LOUISE;
import static ca.greffier.house.Scene.MONTREAL;
import static ca.greffier.house.Scene.OMAR;
import static ca.greffier.house.Scene.ZOE;
import static ca.greffier.house.Scene.at;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.greffier.calendar.Attendee;
import ca.greffier.calendar.CalendarEntry;
import ca.greffier.calendar.CalendarFile;
import ca.greffier.command.Command;
import ca.greffier.command.Reply;
import ca.greffier.directory.FeedAddresses;
import ca.greffier.document.ContentStore;
import ca.greffier.document.Documents;
import ca.greffier.house.LetterSnapshots;
import ca.greffier.house.Scene;
import ca.greffier.house.Snapshots;
import ca.greffier.outbox.CalendarPart;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.Post;
import ca.greffier.outbox.ServerEvent;
import ca.greffier.sweep.OfficeHours;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meeting from its draft to its start, through the Desk. */
class MeetingStoryTest {
  private static final String ANSWER = "rencontre repondre";

  private final Scene scene = new Scene(at("2026-03-02T09:00"));
  private final Meetings meetings =
      new Meetings(scene.store.jdbi(), scene.bodies, scene.people, MONTREAL);
  private final Agendas agendas =
      new Agendas(scene.store.jdbi(), new NothingCarried(), scene.people, scene.messages);
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
  private final ReminderSweep reminders =
      new ReminderSweep(scene.store.jdbi(), meetings, letters, scene.calendar, MONTREAL);

  private final CountdownSweep countdown =
      new CountdownSweep(
          scene.store.jdbi(), meetings, letters, new OfficeHours(scene.calendar, MONTREAL));
  private final MeetingFeed feed =
      new MeetingFeed(
          new FeedAddresses(
              scene.store.jdbi(),
              new FeedAddresses.Parts(
                  scene.people, scene.tokens, URI.create("https://greffier.example.org/"))),
          meetings,
          agendas,
          scene.bodies,
          scene.messages,
          scene.clock);

  @BeforeEach
  void open() {
    MeetingCommands commands =
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
            new MeetingKinds(meetings, scene.messages));
    List<Command> all = new ArrayList<>(commands.all());
    all.addAll(new MeetingFeedCommands(feed, scene.directoryKinds, scene.kinds).all());
    scene.commands(all);
  }

  @Test
  void a_draft_tells_nobody() {
    plan("2026-03-13", "lieu", "Salle A");

    assertThat(scene.carry()).isEmpty();
    assertThat(meetings.get(new MeetingId(1)).startsAt()).isEqualTo(at("2026-03-13T09:30"));
  }

  @Test
  void an_incomplete_notice_is_refused_and_says_what_it_lacks() {
    plan("2026-03-13");

    assertThat(scene.refusal(this::convene))
        .contains("le lieu (ou le lien), l’ordre du jour", "rencontre modifier rencontre:1");
    scene.give(
        CAMILLE,
        "rencontre modifier",
        "rencontre",
        "1",
        "lieu",
        "Salle A",
        "ordre",
        "1. Ouverture");
    assertThat(scene.words(convene())).startsWith("4 personnes convoquées");
  }

  @Test
  void a_late_notice_is_refused_until_its_delay_is_waived() {
    plan("2026-03-10", "lieu", "Salle A", "ordre", "1. Ouverture");

    assertThat(scene.refusal(this::convene))
        .contains("7 jours ouvrables", "au plus tard le vendredi 27 février 2026");
    scene.give(CAMILLE, "rencontre convoquer", "rencontre", "1", "dispense", "oui");
    assertThat(meetings.get(new MeetingId(1)).noticeWaived()).isTrue();
  }

  @Test
  void each_member_gets_a_letter_with_an_invitation_and_the_channel_a_post() {
    List<Parcel> carried = convened();

    assertThat(carried).hasSize(6);
    Letter letter = Scene.to(ZOE, carried);
    assertThat(letter.letterClass()).isEqualTo(LetterClass.CONVOCATION);
    assertThat(letter.template()).isEqualTo("convocation");
    assertThat(letter.data())
        .containsEntry("convener", "Camille Bérubé")
        .containsEntry("type", "rencontre du comité directeur")
        .containsEntry("starts", "2026-03-13T13:30:00Z");
    assertThat(calendar(letter).organizedBy("greffier+t@biblio.example").replace("\r\n ", ""))
        .contains("mailto:" + ZOE)
        .doesNotContain(LOUISE, OMAR, DAVID);
    Post post = Scene.posts(carried).getFirst();
    assertThat(post.text()).contains("vendredi 13 mars 2026, à\u00a09\u00a0h\u00a030");
    assertThat(post.buttons()).extracting(Post.Button::label).containsExactly("Oui", "Non");
    ServerEvent event = event(carried);
    assertThat(event.channel()).isEqualTo(post.channel());
    assertThat(event.starts()).isEqualTo("2026-03-13T13:30:00Z");
    assertThat(event.ends()).isAfter(event.starts());
    assertThat(event.text()).contains("Comité directeur", "rencontre:" + event.key());
    assertThat(event.cancelled()).isFalse();
  }

  @Test
  void convening_twice_is_refused_and_sends_nothing_more() {
    convened();

    assertThat(scene.refusal(this::convene)).contains("déjà convoquée");
    assertThat(scene.carry()).isEmpty();
  }

  @Test
  void an_answer_may_change_until_the_start_and_makes_the_quorum() {
    List<Parcel> carried = convened();
    scene.answer(Scene.to(LOUISE, carried), "presence", "Oui, je serai là!");
    scene.answer(Scene.to(OMAR, carried), "presence", "non");
    scene.answer(Scene.to(DAVID, carried), "presence", "I’ll be there");

    assertThat(state()).contains("2 oui, 1 non, 0 peut-être, 1 sans réponse", "il manque 1 oui");
    scene.answer(Scene.to(OMAR, carried), "presence", "oui");
    assertThat(state()).contains("3 oui, 0 non", "atteint (3 membres suffisent sur 4)");
    assertThat(state()).contains("Omar Benali | Oui", "Zoé Lavoie | Sans réponse");

    scene.clock.set(at("2026-03-13T09:30"));
    assertThat(scene.refusal(() -> scene.give(OMAR, ANSWER, "rencontre", "1", "presence", "non")))
        .contains("a commencé");
    assertThat(scene.refusal(() -> scene.answer(Scene.to(OMAR, carried), "presence", "non")))
        .contains("échu");
  }

  @Test
  void what_is_not_an_answer_is_asked_again() {
    List<Parcel> carried = convened();

    assertThat(scene.refusal(() -> scene.answer(Scene.to(OMAR, carried), "presence", "Bonjour")))
        .isEqualTo("Répondez par oui, non ou peut-être.");
    assertThat(scene.answer(Scene.to(OMAR, carried))).isInstanceOf(Reply.Blanks.class);
  }

  @Test
  void an_older_calendar_reply_is_ignored_in_whatever_order_it_comes() {
    convened();
    calendarReply("oui", "20260303T150000Z");
    calendarReply("non", "2026-03-03T14:00:00Z");
    assertThat(state()).contains("1 oui, 0 non");
    assertThat(scene.refusal(() -> calendarReply("non", "hier"))).contains("pas lisible");
    calendarReply("non", "20260303T160000Z");
    assertThat(state()).contains("0 oui, 1 non");
  }

  @Test
  void a_calendar_whose_clock_runs_ahead_does_not_shut_out_the_person() {
    List<Parcel> carried = convened();
    scene.clock.set(at("2026-03-04T10:00"));
    calendarReply("oui", "20990101T000000Z");
    scene.clock.set(at("2026-03-04T10:05"));
    scene.answer(Scene.to(OMAR, carried), "presence", "non");

    assertThat(state()).contains("0 oui, 1 non");
  }

  @Test
  void nobody_else_answers_or_sees_the_answers() {
    scene.give(
        CAMILLE,
        "rencontre planifier",
        "corps",
        "GT-PRET",
        "titre",
        "Appel d’offres",
        "date",
        "2026-03-13",
        "heure",
        "10 h",
        "lieu",
        "Salle B",
        "ordre",
        "1. Ouverture");
    convene();

    assertThat(scene.refusal(() -> scene.give(LOUISE, "rencontre etat", "rencontre", "1")))
        .contains("pas parmi les personnes convoquées");
    assertThat(scene.refusal(() -> scene.give(LOUISE, ANSWER, "rencontre", "1", "presence", "oui")))
        .contains("pas parmi les personnes convoquées");
    assertThat(scene.words(scene.give(ZOE, "rencontre etat", "rencontre", "1"))).contains("Zoé");
  }

  @Test
  void only_the_silent_are_reminded_once_two_working_days_before_in_office_hours() {
    List<Parcel> carried = convened();
    scene.answer(Scene.to(LOUISE, carried), "presence", "oui");
    scene.answer(Scene.to(OMAR, carried), "presence", "peut-être");

    assertThat(reminded("2026-03-10T17:59")).isEmpty();
    assertThat(reminded("2026-03-11T07:59")).isEmpty();
    assertThat(reminded("2026-03-11T08:05"))
        .extracting(Letter::address, Letter::template)
        .containsExactlyInAnyOrder(
            tuple(DAVID, "convocation-rappel"), tuple(ZOE, "convocation-rappel"));
    assertThat(reminded("2026-03-11T08:20")).isEmpty();
    assertThat(reminded("2026-03-12T09:00")).isEmpty();
  }

  @Test
  void a_reminder_waits_for_the_morning_and_skips_the_holidays() {
    plan("2026-04-07", "lieu", "Salle A", "ordre", "1. Ouverture");
    convene();
    scene.carry();

    // Good Friday, the week-end and Easter Monday are no working days
    assertThat(reminded("2026-04-01T18:00")).isEmpty();
    assertThat(reminded("2026-04-03T10:00")).isEmpty();
    assertThat(reminded("2026-04-06T10:00")).isEmpty();
    assertThat(reminded("2026-04-07T08:00")).hasSize(4);
  }

  @Test
  void nobody_is_reminded_on_the_day_they_are_convened() {
    plan("2026-03-03", "lieu", "Salle A", "ordre", "1. Ouverture");
    scene.give(CAMILLE, "rencontre convoquer", "rencontre", "1", "dispense", "oui");
    scene.carry();

    assertThat(reminded("2026-03-02T10:00")).isEmpty();
    assertThat(reminded("2026-03-03T08:00")).hasSize(4);
  }

  @Test
  void a_cancelled_meeting_leaves_the_calendars_and_takes_no_answer() {
    List<Parcel> convened = convened();
    scene.give(CAMILLE, "rencontre annuler", "rencontre", "1", "motif", "Tempête de neige.");
    List<Parcel> told = scene.carry();

    Letter letter = Scene.to(OMAR, told);
    assertThat(letter.template()).isEqualTo("convocation-annulation");
    assertThat(letter.data()).containsEntry("reason", "Tempête de neige.");
    assertThat(calendar(letter).text()).contains("METHOD:CANCEL", "SEQUENCE:1");
    assertThat(letter.ask()).isEqualTo(Scene.to(OMAR, convened).ask());
    assertThat(told).hasSize(6);
    assertThat(event(told).cancelled()).isTrue();
    assertThat(scene.refusal(() -> scene.answer(letter, "presence", "oui"))).contains("close");
    assertThat(reminded("2026-03-11T10:00")).isEmpty();
    assertThat(scene.refusal(this::convene)).contains("annulée");
  }

  @Test
  void a_meeting_that_moves_replaces_the_entry_and_asks_everybody_again() {
    List<Parcel> carried = convened();
    scene.answer(Scene.to(LOUISE, carried), "presence", "oui");
    scene.clock.set(at("2026-03-03T09:00"));
    attachTwoDocuments();
    Reply said = change("date", "2026-03-18", "heure", "13 h", "lieu", "Salle B");

    assertThat(scene.words(said)).contains("mercredi 18 mars 2026", "4 personnes en sont averties");
    List<Parcel> told = scene.carry();
    assertThat(told).hasSize(6);
    Letter letter = Scene.to(LOUISE, told);
    assertThat(letter.data().get("changes"))
        .asString()
        .contains("9\u00a0h\u00a030 → le mercredi 18 mars 2026", "Salle A → Salle B");
    assertThat(letter.data()).containsEntry("again", true);
    assertThat(calendar(letter).text())
        .contains("METHOD:REQUEST", "SEQUENCE:1", "20260318T170000Z", "PARTSTAT=NEEDS-ACTION")
        .contains(uid(Scene.to(LOUISE, carried)));
    assertThat(Scene.posts(told).getFirst().text()).contains("**Changée", "Salle B");
    assertThat(event(told).key()).isEqualTo(event(carried).key());
    assertThat(event(told).starts()).isEqualTo("2026-03-18T17:00:00Z");
    assertThat(state()).contains("0 oui, 0 non", "4 sans réponse");
    LetterSnapshots.verify("meeting", letter);

    calendarReply("oui", "20260303T160000Z");
    assertThat(state()).as("it answered the first version").contains("0 oui");
    scene.clock.set(at("2026-03-17T09:00"));
    scene.answer(letter, "presence", "oui");
    assertThat(state()).contains("1 oui");
  }

  @Test
  void a_new_agenda_keeps_the_answers_and_the_version_of_the_entry() {
    List<Parcel> carried = convened();
    scene.answer(Scene.to(LOUISE, carried), "presence", "oui");
    change("ordre", "1. Ouverture\n2. Budget\n3. Varia");
    List<Parcel> told = scene.carry();

    Letter letter = Scene.to(LOUISE, told);
    assertThat(letter.data()).containsEntry("again", false);
    assertThat(calendar(letter).text()).contains("SEQUENCE:0", "PARTSTAT=ACCEPTED", "2. Budget");
    assertThat(state()).contains("1 oui");
    change("ordre", "1. Ouverture");
    assertThat(scene.carry()).as("each change is told").hasSize(6);
  }

  @Test
  void a_change_of_a_convened_meeting_obeys_the_same_rules() {
    convened();
    assertThat(scene.refusal(() -> change("date", "2026-03-09"))).contains("7 jours ouvrables");
    assertThat(scene.refusal(() -> change("lieu", "Salle A"))).contains("Rien ne change");
    assertThat(scene.words(change("date", "2026-03-09", "dispense", "oui"))).contains("9 mars");
    scene.clock.set(at("2026-03-09T10:00"));
    assertThat(scene.refusal(() -> change("lieu", "Ailleurs"))).contains("a commencé");
  }

  @Test
  void a_body_meets_by_its_own_rules_and_a_past_meeting_by_those_of_its_day() {
    assertThat(scene.words(rules()))
        .contains("7 jours ouvrables", "la majorité des membres", "interdites", "un procès-verbal");
    assertThat(scene.words(rules("preavis", "2", "comptes", "francs", "quorum", "100 %")))
        .contains("2 jours francs", "100\u00a0% des membres");
    plan("2026-03-05", "lieu", "Salle A", "ordre", "1. Ouverture");
    convene();
    assertThat(state()).contains("4 membres sur 4");
    rules("quorum", "1");
    assertThat(state()).as("it was convened under the former rule").contains("4 membres sur 4");
    plan("2026-03-20", "lieu", "Salle A", "ordre", "1. Ouverture");
    scene.give(CAMILLE, "rencontre convoquer", "rencontre", "2");
    assertThat(scene.words(scene.give(CAMILLE, "rencontre etat", "rencontre", "2")))
        .contains("1 membres sur 4");
  }

  private Reply rules(String... given) {
    List<String> all = new ArrayList<>(List.of("corps", "CD"));
    all.addAll(List.of(given));
    return scene.give(CAMILLE, "rencontre regles", all.toArray(String[]::new));
  }

  private Reply change(String... given) {
    List<String> all = new ArrayList<>(List.of("rencontre", "1"));
    all.addAll(List.of(given));
    return scene.give(CAMILLE, "rencontre modifier", all.toArray(String[]::new));
  }

  /** What one recipient's calendar program gets over the life of a meeting, read by two readers. */
  @Test
  void the_objects_of_a_meeting_are_versions_of_one_entry_for_every_reader() throws Exception {
    String asked = object(convened());
    scene.clock.set(at("2026-03-03T09:00"));
    change("date", "2026-03-18", "heure", "13 h");
    String moved = object(scene.carry());
    scene.clock.set(at("2026-03-04T09:00"));
    change("ordre", "1. Ouverture\n2. Budget");
    String revised = object(scene.carry());
    scene.clock.set(at("2026-03-05T09:00"));
    scene.give(CAMILLE, "rencontre annuler", "rencontre", "1");
    String cancelled = object(scene.carry());

    List<String> all = List.of(asked, moved, revised, cancelled);
    List<String> names = List.of("demande", "deplacement", "revision", "annulation");
    List<Integer> sequences = List.of(0, 1, 1, 2);
    Instant stamp = Instant.EPOCH;
    for (int i = 0; i < all.size(); i++) {
      String object = all.get(i);
      CalendarEntry ours = CalendarFile.read(object).first().orElseThrow();
      VEvent theirs =
          (VEvent)
              new CalendarBuilder()
                  .build(new StringReader(object))
                  .getComponent(Component.VEVENT)
                  .orElseThrow();
      theirs.validate();
      assertThat(CalendarFile.read(object).warnings()).isEmpty();
      assertThat(ours.uid())
          .isEqualTo(uid(asked))
          .isEqualTo(theirs.getUid().orElseThrow().getValue());
      assertThat(ours.sequence())
          .isEqualTo(sequences.get(i))
          .isEqualTo(Objects.requireNonNull(theirs.getSequence()).getSequenceNo());
      assertThat(ours.attendees()).extracting(Attendee::address).containsExactly(ZOE);
      Instant written = ours.stamp().orElseThrow();
      assertThat(written).as("a later version is written later").isAfter(stamp);
      stamp = written;
      Snapshots.verify(
          "meeting/calendar/" + names.get(i) + ".ics",
          object.replace(uid(asked), "uid@greffier.example.org").replace("\r\n", "\n"));
    }
  }

  private static String object(List<Parcel> carried) {
    return calendar(Scene.to(ZOE, carried)).organizedBy("greffier@biblio.example");
  }

  private static String uid(String object) {
    return CalendarFile.read(object).first().orElseThrow().uid();
  }

  private static String uid(Letter letter) {
    return calendar(letter)
        .text()
        .lines()
        .filter(line -> line.startsWith("UID:"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_rest_of_a_series_is_changed_at_once_and_ends_at_once() {
    scene.give(
        CAMILLE,
        "rencontre serie",
        "corps",
        "CD",
        "titre",
        "Suivi",
        "date",
        "2026-03-05",
        "heure",
        "13 h",
        "rythme",
        "semaine",
        "jusqua",
        "2026-03-26",
        "lieu",
        "Salle A");
    scene.give(
        CAMILLE,
        "rencontre planifier",
        "corps",
        "CD",
        "titre",
        "Seule",
        "date",
        "2026-03-10",
        "heure",
        "9 h");

    assertThat(
            scene.words(
                scene.give(
                    CAMILLE,
                    "rencontre modifier",
                    "rencontre",
                    "2",
                    "date",
                    "2026-03-13",
                    "heure",
                    "10 h",
                    "lieu",
                    "Salle B",
                    "suivantes",
                    "oui")))
        .contains("Changées aussi, dans la série", "vendredi 20 mars", "vendredi 27 mars");
    assertThat(scene.words(scene.give(CAMILLE, "rencontre etat", "rencontre", "1")))
        .contains("jeudi 5 mars 2026", "Salle A");
    assertThat(scene.words(scene.give(CAMILLE, "rencontre etat", "rencontre", "4")))
        .contains("vendredi 27 mars 2026", "Salle B");
    assertThat(
            scene.refusal(
                () ->
                    scene.give(CAMILLE, "rencontre annuler", "rencontre", "5", "suivantes", "oui")))
        .contains("n’est pas suivie");

    assertThat(
            scene.words(
                scene.give(CAMILLE, "rencontre annuler", "rencontre", "3", "suivantes", "oui")))
        .contains("2 rencontres annulées", "Avis envoyés\u00a0: 0");
    assertThat(scene.words(scene.give(CAMILLE, "rencontre etat", "rencontre", "2")))
        .doesNotContain("nnulée");
  }

  @Test
  void a_series_is_planned_at_the_same_hour_without_holidays_and_exceptions() {
    Reply said =
        scene.give(
            CAMILLE,
            "rencontre serie",
            "corps",
            "CD",
            "titre",
            "Suivi",
            "date",
            "2026-03-06",
            "heure",
            "9 h 30",
            "rythme",
            "semaine",
            "jusqua",
            "2026-04-10",
            "sauf",
            "2026-03-20, 27 mars 2026",
            "sansferies",
            "oui");
    assertThat(scene.words(said))
        .contains("3 rencontres en projet", "Jour férié laissé de côté\u00a0: le vendredi 3 avril");
    assertThat(meetings.list(9).stream().map(Meeting::startsAt))
        .containsExactly(at("2026-03-06T09:30"), at("2026-03-13T09:30"), at("2026-04-10T09:30"));
    assertThat(meetings.list(9)).extracting(Meeting::uid).doesNotHaveDuplicates();
    scene.give(CAMILLE, "rencontre modifier", "rencontre", "2", "heure", "13 h");
    assertThat(meetings.get(new MeetingId(3)).startsAt()).isEqualTo(at("2026-04-10T09:30"));
    assertThat(scene.carry()).isEmpty();
  }

  @Test
  void an_agenda_is_made_of_items_around_which_stands_what_every_meeting_has() {
    plan("2026-03-13", "lieu", "Salle A", "duree", "1 h");
    item("Budget", "but", "decision", "duree", "45 min", "responsable", OMAR);
    item("Calendrier", "but", "information", "duree", "20 min");
    Reply said = item("Appel d’offres", "place", "1");
    assertThat(scene.words(said))
        .contains(
            "Point 1\u00a0: «\u00a0Appel d’offres\u00a0»", "2 | Budget | Décision | Omar Benali")
        .contains("Les points demandent 1\u00a0h\u00a005, et la rencontre dure 1\u00a0h");
    scene.give(CAMILLE, "ordre deplacer", "rencontre", "1", "point", "1", "place", "3");
    scene.give(CAMILLE, "ordre retirer", "rencontre", "1", "point", "2");
    assertThat(scene.words(agenda()))
        .contains("1 | Budget", "2 | Appel d’offres")
        .doesNotContain("Calendrier");
    assertThat(
            scene.refusal(
                () -> scene.give(CAMILLE, "ordre retirer", "rencontre", "1", "point", "3")))
        .contains("Il n’y a pas de point 3", "qui en compte 2");
    convene();
    Letter letter = Scene.to(ZOE, scene.carry());
    assertThat(letter.data().get("agenda"))
        .asString()
        .contains(
            "1. Ouverture et vérification du quorum",
            "3. Budget\n   - Décision, Omar Benali, 45",
            "4. Appel d’offres",
            "7. Levée de la séance");
    assertThat(calendar(letter).text().replace("\r\n ", "")).contains("3. Budget");
  }

  @Test
  void a_member_proposes_an_item_and_the_chair_answers() {
    plan("2026-03-13", "lieu", "Salle A");
    item("Budget");
    convene();
    scene.carry();
    scene.give(ZOE, "ordre proposer", "rencontre", "1", "titre", "Heures d’ouverture");
    List<Parcel> carried = scene.carry();
    assertThat(carried).hasSize(1);
    Letter letter = Scene.to(LOUISE, carried);
    LetterSnapshots.verify("meeting", letter);
    assertThat(scene.words(agenda())).contains("1 proposition attend", "Heures d’ouverture");
    assertThat(
            scene.refusal(
                () -> scene.give(OMAR, "ordre retenir", "proposition", "P-2", "retenue", "oui")))
        .contains("présidence");
    assertThat(scene.words(scene.answer(letter, "retenue", "oui"))).contains("à l’ordre du jour");
    assertThat(scene.words(agenda())).contains("2 | Heures d’ouverture | Discussion | Zoé Lavoie");
    assertThat(
            scene.refusal(
                () -> scene.give(CAMILLE, "ordre retenir", "proposition", "P-2", "retenue", "non")))
        .contains("déjà sa réponse");
    assertThat(scene.carry()).as("nobody is told until it is ready").isEmpty();
    scene.give(CAMILLE, "ordre aviser", "rencontre", "1");
    List<Parcel> told = scene.carry();
    assertThat(told).hasSize(6);
    assertThat(Scene.to(OMAR, told).data().get("changes"))
        .asString()
        .contains("L’ordre du jour a été revu");
    assertThat(calendar(Scene.to(OMAR, told)).text()).contains("SEQUENCE:0");
  }

  private Reply item(String title, String... more) {
    List<String> all = new ArrayList<>(List.of("rencontre", "1", "titre", title));
    all.addAll(List.of(more));
    return scene.give(CAMILLE, "ordre ajouter", all.toArray(String[]::new));
  }

  private Reply agenda() {
    return scene.give(CAMILLE, "ordre voir", "rencontre", "1");
  }

  @Test
  void the_notice_is_seen_before_it_leaves_and_goes_with_it() {
    plan("2026-03-10");
    Reply.Together first = (Reply.Together) preview();
    assertThat(scene.words(first.parts().get(0))).startsWith("4 personnes seraient convoquées");
    assertThat(scene.words(first.parts().get(1)))
        .contains(
            "le lieu (ou le lien), l’ordre du jour, le délai (l’avis devait partir au plus tard le"
                + " vendredi 27 février 2026)");
    assertThat(scene.carry()).isEmpty();
    scene.give(
        CAMILLE, "rencontre modifier", "rencontre", "1", "date", "2026-03-13", "lieu", "Salle A");
    item("Budget");
    Reply.Together second = (Reply.Together) preview();
    assertThat(scene.words(second.parts().get(1))).contains("Tout y est", "mercredi 4 mars 2026");
    assertThat(second.parts().get(2)).isInstanceOf(Reply.Document.class);
    convene();
    Letter letter = Scene.to(ZOE, scene.carry());
    assertThat(letter.enclosures())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.name()).isEqualTo("convocation-2026-03-13.pdf");
              assertThat(new String(file.bytes(), 0, 5, US_ASCII)).isEqualTo("%PDF-");
            });
    assertThat(scene.refusal(this::preview)).contains("déjà convoquée");
  }

  private Reply preview() {
    return scene.give(CAMILLE, "rencontre apercu", "rencontre", "1");
  }

  @Test
  void another_time_is_proposed_to_the_convener_who_moves_the_meeting_with_one_answer() {
    convened();
    assertThat(
            scene.words(
                scene.give(
                    OMAR,
                    "rencontre suggerer",
                    "rencontre",
                    "1",
                    "date",
                    "2026-03-18",
                    "heure",
                    "13 h")))
        .contains("proposé à Camille Bérubé");
    Letter letter = Scene.to(CAMILLE, scene.carry());
    LetterSnapshots.verify("meeting", letter);
    scene.answer(letter);
    assertThat(meetings.get(new MeetingId(1)).startsAt()).isEqualTo(at("2026-03-18T13:00"));
    assertThat(scene.carry()).hasSize(6);
    assertThat(
            scene.refusal(
                () ->
                    scene.give(
                        CAMILLE,
                        "rencontre suggerer",
                        "rencontre",
                        "1",
                        "date",
                        "2026-03-19",
                        "heure",
                        "13 h")))
        .contains("pas parmi les personnes convoquées");
    scene.give(
        OMAR, ANSWER, "rencontre", "1", "presence", "peut-etre", "propose", "20260320T170000Z");
    assertThat(Scene.to(CAMILLE, scene.carry()).data())
        .as("what a calendar program counters")
        .containsEntry("proposed", "2026-03-20T17:00:00Z");
  }

  @Test
  void somebody_more_is_invited_as_the_meeting_now_is_and_does_not_make_the_quorum() {
    convened();
    change("lieu", "Salle B");
    scene.carry();
    assertThat(
            scene.words(
                scene.give(CAMILLE, "rencontre inviter", "rencontre", "1", "personne", CAMILLE)))
        .contains("Camille Bérubé", "ne compte pas au quorum");
    List<Parcel> carried = scene.carry();
    assertThat(carried).hasSize(1);
    Letter letter = Scene.to(CAMILLE, carried);
    assertThat(calendar(letter).text()).contains("SEQUENCE:1", "LOCATION:Salle B");
    scene.answer(letter, "presence", "oui");
    assertThat(state())
        .contains("0 oui", "4 sans réponse", "Camille Bérubé | Oui (personne invitée)");
    assertThat(
            scene.refusal(
                () -> scene.give(CAMILLE, "rencontre inviter", "rencontre", "1", "personne", ZOE)))
        .contains("déjà parmi les personnes convoquées");
    scene.give(CAMILLE, "rencontre annuler", "rencontre", "1");
    assertThat(scene.carry()).as("who was invited is told too").hasSize(7);
  }

  @Test
  void the_documents_of_a_meeting_are_named_to_those_who_may_read_them() {
    plan("2026-03-13", "lieu", "Salle A", "ordre", "1. Budget");
    attachTwoDocuments();
    convene();
    Letter letter = Scene.to(ZOE, scene.carry());
    assertThat(letter.data().get("documents"))
        .asString()
        .contains("Cahier des charges", "https://greffier.exemple.ca/documents/D-01")
        .contains("late=false")
        .doesNotContain("Plainte");
    scene.clock.set(at("2026-03-04T10:00"));
    rules("documents", "15");
    change("date", "2026-03-16");
    Letter changed = Scene.to(ZOE, scene.carry());
    assertThat(changed.data().get("documents")).asString().contains("late=true");
  }

  @Test
  void who_cannot_come_is_represented_where_the_rules_allow_it() {
    convened();
    assertThat(scene.refusal(() -> represented(OMAR, ZOE)))
        .contains("interdisent les procurations");
    rules("procurations", "oui");
    assertThat(scene.refusal(() -> represented(OMAR, CAMILLE)))
        .contains("une autre personne convoquée");
    assertThat(scene.refusal(() -> represented(OMAR, OMAR)))
        .contains("une autre personne convoquée");
    assertThat(
            scene.refusal(
                () ->
                    scene.give(
                        OMAR, ANSWER, "rencontre", "1", "presence", "oui", "procuration", ZOE)))
        .contains("vous votez vous-même");
    assertThat(scene.words(represented(OMAR, ZOE))).contains("Zoé Lavoie votera pour vous");
    scene.give(ZOE, ANSWER, "rencontre", "1", "presence", "oui");
    scene.give(LOUISE, ANSWER, "rencontre", "1", "presence", "oui");
    assertThat(state())
        .contains("2 oui, 1 par procuration, 0 non", "atteint (3 membres suffisent sur 4)");
    scene.give(OMAR, ANSWER, "rencontre", "1", "presence", "oui");
    assertThat(state()).contains("3 oui, 0 non");
  }

  /** One that the members may read, and one that they may not. */
  private void attachTwoDocuments() {
    scene
        .store
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createScript(
                        """
                        INSERT INTO document (number, title, classification, status, language)
                        VALUES (1, 'Cahier des charges', 'INTERNAL', 'APPROVED', 'FRENCH'),
                               (2, 'Plainte', 'CONFIDENTIAL', 'APPROVED', 'FRENCH');
                        INSERT INTO document_version (document, number, added_at, link)
                        SELECT id, 1, '2026-03-02T14:00:00Z', 'https://exemple.org' FROM document;
                        INSERT INTO document_attachment (document, kind, key)
                        SELECT id, 'MEETING', '1' FROM document;
                        """)
                    .execute());
  }

  private Reply represented(String who, String by) {
    return scene.give(who, ANSWER, "rencontre", "1", "presence", "non", "procuration", by);
  }

  @Test
  void the_convener_learns_three_days_and_one_day_before_that_the_quorum_is_in_doubt() {
    List<Parcel> carried = convened();
    scene.answer(Scene.to(LOUISE, carried), "presence", "oui");
    scene.answer(Scene.to(OMAR, carried), "presence", "peut-être");
    assertThat(nearing("2026-03-10T09:00")).as("more than three days before").isEmpty();
    List<Parcel> told = nearing("2026-03-10T09:35");
    assertThat(told).hasSize(1);
    Letter letter = Scene.to(CAMILLE, told);
    assertThat(letter.data())
        .containsEntry("needed", 3)
        .containsEntry("yes", 1)
        .containsEntry("possible", true);
    LetterSnapshots.verify("meeting", letter);
    assertThat(nearing("2026-03-11T10:00")).as("once").isEmpty();
    scene.answer(Scene.to(DAVID, carried), "presence", "non");
    scene.answer(Scene.to(OMAR, carried), "presence", "non");
    assertThat(Scene.to(CAMILLE, nearing("2026-03-12T10:00")).data())
        .containsEntry("possible", false);
    assertThat(nearing("2026-03-12T11:00")).isEmpty();
    assertThat(Scene.posts(nearing("2026-03-13T08:35")))
        .singleElement()
        .asString()
        .contains("**Bientôt");
    assertThat(nearing("2026-03-13T08:40")).isEmpty();
  }

  @Test
  void a_quorum_that_is_reached_is_not_spoken_of_nor_is_the_night_disturbed() {
    List<Parcel> carried = convened();
    for (String who : List.of(LOUISE, OMAR, DAVID))
      scene.answer(Scene.to(who, carried), "presence", "oui");
    assertThat(nearing("2026-03-12T10:00")).isEmpty();
    scene.answer(Scene.to(DAVID, carried), "presence", "non");
    assertThat(nearing("2026-03-12T18:30")).isEmpty();
    assertThat(nearing("2026-03-13T08:00")).hasSize(1);
  }

  @Test
  void people_follow_their_meetings_from_their_own_calendar_at_an_address_of_their_own() {
    convened();
    String own = address(ZOE);
    assertThat(feed.own(own).orElseThrow())
        .contains("METHOD:PUBLISH", "SUMMARY:CD · Suivi de la mutualisation", "LOCATION:Salle A")
        .contains("DTSTART:20260313T133000Z", "STATUS:CONFIRMED")
        .doesNotContain("ATTENDEE");
    scene.give(CAMILLE, "rencontre annuler", "rencontre", "1");
    assertThat(feed.own(own).orElseThrow()).contains("STATUS:CANCELLED");
    String body = address(ZOE, "corps", "CD");
    assertThat(feed.ofBody("CD", body).orElseThrow()).contains("Comité directeur", "rencontre-1@");
    assertThat(feed.own(body)).as("another feed").isEmpty();
    assertThat(feed.ofBody("GT-PRET", body)).isEmpty();
    assertThat(feed.own(own.replaceFirst("-1-", "-2-"))).isEmpty();
    assertThat(feed.own("1-1-aaaaaaaaaaaaaaaaaaaa.ics")).isEmpty();
    assertThat(scene.refusal(() -> address(LOUISE, "corps", "GT-PRET"))).contains("ne siégez pas");
    String fresh = address(ZOE, "nouveau", "oui");
    assertThat(feed.own(own)).isEmpty();
    assertThat(feed.ofBody("CD", body)).isEmpty();
    assertThat(feed.own(fresh)).isPresent();
  }

  private String address(String who, String... given) {
    String said = scene.words(scene.give(who, "rencontre calendrier", given));
    return said.replaceAll("(?s).*/([^/ ]+\\.ics).*", "$1");
  }

  private List<Parcel> nearing(String local) {
    scene.clock.set(at(local));
    countdown.run(scene.clock.instant());
    return scene.carry();
  }

  @Test
  void a_meeting_that_has_begun_is_no_longer_cancelled() {
    convened();
    scene.clock.set(at("2026-03-13T09:30"));

    assertThat(scene.refusal(() -> scene.give(CAMILLE, "rencontre annuler", "rencontre", "1")))
        .contains("a commencé");
  }

  @Test
  void a_title_is_mere_text_in_the_channel() {
    plan("2026-03-13", "titre", "Suivi *urgent* de l’<@123>", "lieu", "A", "ordre", "1. Varia");
    convene();

    assertThat(Scene.posts(scene.carry()).getFirst().text())
        .startsWith("**Convocation\u00a0: Suivi \\*urgent\\* de l’\\<@123>**");
  }

  @Test
  void a_draft_is_cancelled_in_silence() {
    plan("2026-03-13");
    scene.give(CAMILLE, "rencontre annuler", "rencontre", "1");

    assertThat(scene.carry()).isEmpty();
  }

  @Test
  void the_list_begins_with_what_comes_next() {
    plan("2026-04-10");
    plan("2026-03-20");

    assertThat(scene.words(scene.give(ZOE, "rencontre liste")))
        .startsWith("2 rencontres\n2 | vendredi 20 mars 2026");
  }

  @Test
  void the_past_is_no_time_for_a_meeting() {
    assertThat(scene.refusal(() -> plan("2026-03-02", "heure", "8 h"))).contains("déjà passé");
    assertThat(scene.refusal(() -> plan("2026-03-20", "duree", "25 h"))).contains("24\u00a0h");
  }

  private void plan(String date, String... more) {
    List<String> given =
        new ArrayList<>(
            List.of(
                "corps",
                "CD",
                "titre",
                "Suivi de la mutualisation",
                "date",
                date,
                "heure",
                "9 h 30"));
    given.addAll(List.of(more));
    scene.give(CAMILLE, "rencontre planifier", given.toArray(String[]::new));
  }

  private Reply convene() {
    return scene.give(CAMILLE, "rencontre convoquer", "rencontre", "1");
  }

  private List<Parcel> convened() {
    plan("2026-03-13", "lieu", "Salle A", "ordre", "1. Ouverture\n2. Varia");
    convene();
    return scene.carry();
  }

  private void calendarReply(String presence, String stamp) {
    if (scene.clock.instant().isBefore(at("2026-03-04T00:00")))
      scene.clock.set(at("2026-03-04T09:00"));
    scene.give(
        OMAR, ANSWER, "rencontre", "1", "presence", presence, "sequence", "0", "dtstamp", stamp);
  }

  private static CalendarPart calendar(Letter letter) {
    return Optional.ofNullable(letter.calendar()).orElseThrow();
  }

  private static ServerEvent event(List<Parcel> carried) {
    return carried.stream()
        .map(Parcel::what)
        .filter(ServerEvent.class::isInstance)
        .map(ServerEvent.class::cast)
        .reduce(
            (_, _) -> {
              throw new AssertionError("two events");
            })
        .orElseThrow();
  }

  private List<Letter> reminded(String local) {
    scene.clock.set(at(local));
    reminders.run(scene.clock.instant());
    return scene.letters();
  }

  private String state() {
    return scene.words(scene.give(LOUISE, "rencontre etat", "rencontre", "1"));
  }
}
