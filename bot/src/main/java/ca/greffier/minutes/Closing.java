package ca.greffier.minutes;

import ca.greffier.command.AskId;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.MeetingLetters;
import ca.greffier.meeting.Meetings;
import ca.greffier.outbox.Enclosure;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Post;
import ca.greffier.paper.Paper;
import ca.greffier.paper.PaperFormat;
import ca.greffier.text.Escaped;
import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends a meeting: its compte rendu is written from what was noted (domain.md M7, M8) and sent to
 * all who were invited, came, or promised something. From then on it is only read.
 */
final class Closing {
  private final MinutesDao dao;
  private final SittingDao sittings;
  private final MinutesPaper papers;
  private final Approval approval;
  private final Minutes minutes;
  private final Meetings meetings;
  private final MeetingLetters letters;
  private final People people;
  private final Outbox outbox;
  private final Messages messages;

  Closing(MinutesCommands.Parts parts, MinutesPaper papers, Approval approval) {
    this.papers = papers;
    this.approval = approval;
    this.dao = parts.jdbi().onDemand(MinutesDao.class);
    this.sittings = parts.jdbi().onDemand(SittingDao.class);
    this.minutes = parts.minutes();
    this.meetings = parts.meetings();
    this.letters = parts.letters();
    this.people = parts.people();
    this.outbox = parts.outbox();
    this.messages = parts.messages();
  }

  /**
   * @param ended when it did; told when the sitting was opened, and never before that
   * @return how many people it is sent to
   */
  int close(Meeting meeting, Instant ended, PersonId by, Instant at) {
    if (ended.isAfter(at)) throw new Refusal("minutes.later", ended);
    sittings
        .sitting(meeting.id())
        .ifPresent(
            sitting -> {
              if (ended.isBefore(sitting.openedAt()))
                throw new Refusal("minutes.sitting.order", ended, sitting.openedAt());
              sittings.end(meeting.id(), ended);
            });
    meetings.close(meeting);
    dao.close(meeting.id(), by, at, meetings.isOfficial(meeting));
    Proceedings proceedings = minutes.of(meeting);
    Map<PersonId, Person> readers = readers(proceedings);
    Map<Language, Enclosure> documents = new EnumMap<>(Language.class);
    for (Person reader : readers.values()) {
      Enclosure document =
          documents.computeIfAbsent(reader.language(), language -> document(proceedings, language));
      Optional<AskId> ask = approval.askCorrections(proceedings, reader.id(), at);
      Letter letter = letter(proceedings, reader, ask.isPresent()).enclosing(document);
      outbox.put(
          onceKey(meeting) + ":" + reader.id().value(), ask.map(letter::asking).orElse(letter));
    }
    post(proceedings);
    return readers.size();
  }

  /** The same as a document, for the files of those who keep some. */
  private Enclosure document(Proceedings proceedings, Language language) {
    Meeting meeting = proceedings.meeting();
    Paper paper =
        papers.of(
            proceedings, approval.signatories(meeting), new MinutesPaper.Manner(language, false));
    String code = Folded.of(meetings.body(meeting).code());
    return new Enclosure(
        "pv-" + code + "-" + meetings.day(meeting) + ".pdf",
        PaperFormat.PDF.mediaType(),
        PaperFormat.PDF.write(paper),
        paper.title());
  }

  private Map<PersonId, Person> readers(Proceedings proceedings) {
    Map<PersonId, Person> readers = new LinkedHashMap<>();
    for (Participant one : proceedings.participants()) readers.put(one.person().id(), one.person());
    for (ActionItem action : proceedings.actions())
      readers.computeIfAbsent(action.responsible(), people::get);
    return readers;
  }

  private Letter letter(Proceedings proceedings, Person to, boolean corrects) {
    Letter plain = letters.letter(LetterClass.AVIS, proceedings.meeting(), to, "compte-rendu");
    Map<String, Object> data = new HashMap<>();
    data.put("present", names(proceedings, Standing.PRESENT, true));
    data.put("excused", names(proceedings, Standing.EXCUSED, true));
    data.put("absent", names(proceedings, Standing.ABSENT, true));
    data.put("guests", names(proceedings, Standing.PRESENT, false));
    data.put("represented", names(proceedings, Standing.REPRESENTED, true));
    data.put("number", proceedings.meeting().number());
    data.put("official", proceedings.life().map(Life::official).orElse(false));
    data.put("corrects", corrects);
    data.put("quorum", quorum(proceedings, to.language()));
    data.put("notes", proceedings.notes().stream().map(Note::text).toList());
    data.put(
        "decisions",
        proceedings.decisions().stream().map(each -> row(each, to.language())).toList());
    data.put("actions", proceedings.actions().stream().map(this::row).toList());
    return plain.saying(data);
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

  private Map<String, Object> row(Decision decision, Language language) {
    String result =
        decision.outcome() == Outcome.CONSENSUS ? "" : messages.say(language, decision.result());
    return Map.of(
        "number", decision.number(),
        "text", decision.text(),
        "opinion", !decision.quorate(),
        "result", result);
  }

  private Map<String, Object> row(ActionItem action) {
    return Map.of(
        "number", action.number(),
        "text", action.text(),
        "who", people.get(action.responsible()).fullName(),
        "due", action.due().toString());
  }
}
