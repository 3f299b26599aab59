package ca.greffier.meeting;

import static ca.greffier.house.Scene.CAMILLE;
import static ca.greffier.house.Scene.DAVID;
import static ca.greffier.house.Scene.MONTREAL;
import static ca.greffier.house.Scene.ZOE;
import static ca.greffier.house.Scene.at;

import ca.greffier.command.AskId;
import ca.greffier.command.PersonId;
import ca.greffier.directory.Body;
import ca.greffier.document.ContentStore;
import ca.greffier.document.Documents;
import ca.greffier.house.LetterSnapshots;
import ca.greffier.house.Scene;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The letters of the room, word for word. */
class MeetingLettersTest {
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

  @ParameterizedTest
  @ValueSource(strings = {ZOE, DAVID})
  void the_notice(String reader) {
    Meeting meeting = convened();
    Invitation invitation = invitation(meeting, reader);
    letters.convoke(
        meeting,
        invitation,
        letters.enclosures(meeting, List.of(invitation)),
        scene.clock.instant());
    LetterSnapshots.verify("meeting", Scene.to(reader, scene.carry()));
  }

  @ParameterizedTest
  @ValueSource(strings = {ZOE, DAVID})
  void the_reminder(String reader) {
    Meeting meeting = convened();
    letters.remind(meeting, invitation(meeting, reader));
    LetterSnapshots.verify("meeting", Scene.to(reader, scene.carry()));
  }

  @ParameterizedTest
  @ValueSource(strings = {ZOE, DAVID})
  void the_cancellation(String reader) {
    Meeting meeting = convened();
    String reason = "la salle est fermée par la tempête.";
    letters.cancel(meeting, invitation(meeting, reader), reason, scene.clock.instant());
    LetterSnapshots.verify("meeting", Scene.to(reader, scene.carry()));
  }

  private Meeting convened() {
    Body committee = scene.bodies.byCode("CD").orElseThrow();
    MeetingDao dao = scene.store.jdbi().onDemand(MeetingDao.class);
    MeetingPlan plan =
        new MeetingPlan(
            "Suivi de la mutualisation",
            at("2026-03-13T09:30"),
            90,
            "Salle Anne-Hébert, bibliothèque Gabrielle-Roy",
            """
            1. Ouverture et vérification du quorum
            2. Adoption de l’ordre du jour
            3. Prêt numérique\u00a0: cahier des charges (décision, 30\u00a0min)
            4. Varia
            5. Levée de la séance
            """);
    MeetingId id = dao.insert(committee.id(), plan, "7d5a2c1e@greffier.exemple.ca");
    dao.convene(id, scene.id(CAMILLE), scene.clock.instant(), false, 3);
    return meetings.get(id);
  }

  private Invitation invitation(Meeting meeting, String email) {
    PersonId person = scene.id(email);
    AskId ask =
        scene.asks.put(
            person,
            MeetingCommands.ANSWER,
            Map.of("rencontre", meeting.number()),
            meeting.startsAt());
    return new Invitation(meeting.id(), person, ask, null, null, null, null, null, null, false);
  }
}
