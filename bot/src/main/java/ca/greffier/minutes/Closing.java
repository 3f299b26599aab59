package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.MeetingLetters;
import ca.greffier.meeting.Meetings;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Post;
import ca.greffier.text.Escaped;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends a meeting: its compte rendu is written from what was noted (domain.md M7, M8) and sent to
 * all who were invited, came, or promised something. From then on it is only read.
 */
final class Closing {
  private final MinutesDao dao;
  private final Minutes minutes;
  private final Meetings meetings;
  private final MeetingLetters letters;
  private final People people;
  private final Outbox outbox;
  private final Messages messages;

  Closing(MinutesCommands.Parts parts) {
    this.dao = parts.jdbi().onDemand(MinutesDao.class);
    this.minutes = parts.minutes();
    this.meetings = parts.meetings();
    this.letters = parts.letters();
    this.people = parts.people();
    this.outbox = parts.outbox();
    this.messages = parts.messages();
  }

  /**
   * @return how many people it is sent to
   */
  int close(Meeting meeting, PersonId by, Instant at) {
    meetings.close(meeting);
    dao.close(meeting.id(), by, at);
    Proceedings proceedings = minutes.of(meeting);
    Map<PersonId, Person> readers = readers(proceedings);
    for (Person reader : readers.values())
      outbox.put(onceKey(meeting) + ":" + reader.id().value(), letter(proceedings, reader));
    post(proceedings);
    return readers.size();
  }

  private Map<PersonId, Person> readers(Proceedings proceedings) {
    Map<PersonId, Person> readers = new LinkedHashMap<>();
    for (Participant one : proceedings.participants()) readers.put(one.person().id(), one.person());
    for (ActionItem action : proceedings.actions())
      readers.computeIfAbsent(action.responsible(), people::get);
    return readers;
  }

  private Letter letter(Proceedings proceedings, Person to) {
    Letter plain = letters.letter(LetterClass.AVIS, proceedings.meeting(), to, "compte-rendu");
    Map<String, Object> data = new HashMap<>(plain.data());
    data.put("present", names(proceedings, Standing.PRESENT, true));
    data.put("excused", names(proceedings, Standing.EXCUSED, true));
    data.put("absent", names(proceedings, Standing.ABSENT, true));
    data.put("guests", names(proceedings, Standing.PRESENT, false));
    data.put("quorum", quorum(proceedings, to.language()));
    data.put("notes", proceedings.notes().stream().map(Note::text).toList());
    data.put("decisions", proceedings.decisions().stream().map(Closing::row).toList());
    data.put("actions", proceedings.actions().stream().map(this::row).toList());
    return Letter.of(
        plain.letterClass(),
        plain.address(),
        plain.name(),
        plain.language(),
        plain.template(),
        data);
  }

  private String quorum(Proceedings proceedings, Language language) {
    String key = proceedings.isQuorate() ? "minutes.quorum.reached" : "minutes.quorum.lacking";
    return messages.say(language, key, proceedings.present(), proceedings.quorum().needed());
  }

  private void post(Proceedings proceedings) {
    Body body = meetings.body(proceedings.meeting());
    if (body.channel() == null) return;
    String text =
        messages.say(
            Language.FRENCH,
            "minutes.post",
            Escaped.markdown(proceedings.meeting().title()),
            proceedings.meeting().startsAt(),
            proceedings.decisions().size(),
            proceedings.actions().size(),
            proceedings.meeting().number());
    outbox.put(onceKey(proceedings.meeting()), Post.of(body.channel(), text));
  }

  private static String onceKey(Meeting meeting) {
    return "compte-rendu:" + meeting.number();
  }

  private static List<String> names(Proceedings proceedings, Standing standing, boolean members) {
    return proceedings.participants().stream()
        .filter(one -> one.standing() == standing && one.member() == members)
        .map(one -> one.person().fullName())
        .toList();
  }

  private static Map<String, Object> row(Decision decision) {
    return Map.of(
        "number", decision.number(), "text", decision.text(), "opinion", !decision.quorate());
  }

  private Map<String, Object> row(ActionItem action) {
    return Map.of(
        "number", action.number(),
        "text", action.text(),
        "who", people.get(action.responsible()).fullName(),
        "due", action.due().toString());
  }
}
