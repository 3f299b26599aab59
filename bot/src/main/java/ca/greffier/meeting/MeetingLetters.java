package ca.greffier.meeting;

import ca.greffier.command.AskId;
import ca.greffier.command.PersonId;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.outbox.CalendarPart;
import ca.greffier.outbox.Enclosure;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Post;
import ca.greffier.outbox.Post.Button;
import ca.greffier.outbox.ServerEvent;
import ca.greffier.paper.Paper;
import ca.greffier.paper.PaperFormat;
import ca.greffier.text.Escaped;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is written to people about a meeting, and to the channel of its body. */
public final class MeetingLetters {
  private final Meetings meetings;
  private final Agendas agendas;
  private final MeetingDocuments documents;
  private final People people;
  private final Outbox outbox;
  private final Messages messages;
  private final NoticePaper papers;

  public MeetingLetters(
      Meetings meetings,
      Agendas agendas,
      MeetingDocuments documents,
      People people,
      Outbox outbox,
      Messages messages) {
    this.meetings = meetings;
    this.agendas = agendas;
    this.documents = documents;
    this.people = people;
    this.outbox = outbox;
    this.messages = messages;
    this.papers = new NoticePaper(meetings, agendas, people, messages);
  }

  /** The notice and its ordre du jour as a document. */
  Paper paper(Meeting meeting, boolean preview, Language language) {
    return papers.of(meeting, preview, language);
  }

  /** The same for the letters of a meeting: made once for all who read one language. */
  Map<Language, Enclosure> enclosures(Meeting meeting, List<Invitation> invited) {
    Map<Language, Enclosure> enclosures = new EnumMap<>(Language.class);
    for (Invitation each : invited)
      enclosures.computeIfAbsent(
          people.get(each.person()).language(), language -> enclosure(meeting, language));
    return enclosures;
  }

  private Enclosure enclosure(Meeting meeting, Language language) {
    Paper paper = papers.of(meeting, false, language);
    return new Enclosure(
        "convocation-" + meetings.day(meeting) + ".pdf",
        PaperFormat.PDF.mediaType(),
        PaperFormat.PDF.write(paper),
        paper.title());
  }

  /**
   * The notice: its calendar object, its Ask, the notice as a document; once for each version of
   * the meeting.
   */
  void convoke(
      Meeting meeting, Invitation invitation, Map<Language, Enclosure> enclosures, Instant at) {
    Person to = people.get(invitation.person());
    CalendarPart part = calendar(meeting, invitation, to, at).request();
    Letter letter =
        letter(LetterClass.CONVOCATION, meeting, to, "convocation").saying(documents(meeting, to));
    put(
        "convocation",
        meeting,
        to,
        letter
            .asking(invitation.ask())
            .with(part)
            .enclosing(Objects.requireNonNull(enclosures.get(to.language()))));
  }

  void remind(Meeting meeting, Invitation invitation) {
    Person to = people.get(invitation.person());
    Letter letter =
        letter(LetterClass.RELANCE, meeting, to, "convocation-rappel")
            .saying(documents(meeting, to));
    put("convocation-rappel", meeting, to, letter.asking(invitation.ask()));
  }

  /**
   * Takes the meeting out of the calendars; the object comes from the same address as the first.
   */
  void cancel(Meeting meeting, Invitation invitation, String reason, Instant at) {
    Person to = people.get(invitation.person());
    CalendarPart part = calendar(meeting, invitation, to, at).cancel();
    Letter plain = letter(LetterClass.CONVOCATION, meeting, to, "convocation-annulation");
    Letter letter = plain.saying(Map.of("reason", reason));
    put("convocation-annulation", meeting, to, letter.asking(invitation.ask()).with(part));
  }

  /** What has changed: the object takes the place of the one that is in the calendar. */
  void change(
      Meeting meeting,
      Invitation invitation,
      List<Phrase> changes,
      Map<Language, Enclosure> enclosures,
      Instant at) {
    Person to = people.get(invitation.person());
    CalendarPart part = calendar(meeting, invitation, to, at).request();
    Letter plain = letter(LetterClass.CONVOCATION, meeting, to, "convocation-changement");
    List<String> said = changes.stream().map(each -> messages.say(to.language(), each)).toList();
    Letter letter =
        plain
            .saying(documents(meeting, to))
            .saying(Map.of("changes", said, "again", invitation.presence() == null));
    put(
        "convocation-changement",
        meeting,
        to,
        letter
            .asking(invitation.ask())
            .with(part)
            .enclosing(Objects.requireNonNull(enclosures.get(to.language()))));
  }

  private Map<String, Object> documents(Meeting meeting, Person to) {
    return Map.of("documents", documents.of(meeting, to));
  }

  /** What differs, in words. */
  static List<Phrase> changes(Meeting before, Meeting after) {
    List<Phrase> changes = new ArrayList<>();
    if (!before.startsAt().equals(after.startsAt()))
      changes.add(Phrase.of("meeting.moved.when", before.startsAt(), after.startsAt()));
    if (before.minutes() != after.minutes())
      changes.add(Phrase.of("meeting.moved.length", before.length(), after.length()));
    if (!before.place().equals(after.place()))
      changes.add(Phrase.of("meeting.moved.place", before.place(), after.place()));
    if (!before.title().equals(after.title()))
      changes.add(Phrase.of("meeting.moved.title", before.title(), after.title()));
    if (!before.agenda().equals(after.agenda())) changes.add(Phrase.of("meeting.moved.agenda"));
    return changes;
  }

  /** Tells the channel of the body, if it has one; two buttons answer. */
  void announce(Meeting meeting) {
    Body body = meetings.body(meeting);
    if (body.channel() == null) return;
    String text = post("meeting.post", meeting.title(), meeting.startsAt(), meeting.place());
    List<Button> buttons = List.of(button(meeting, Presence.YES), button(meeting, Presence.NO));
    outbox.put(onceKey("annonce", meeting), new Post(body.channel(), text, buttons));
    schedule(meeting, body.channel());
  }

  void announceChange(Meeting after, List<Phrase> changes) {
    Body body = meetings.body(after);
    if (body.channel() == null) return;
    List<String> lines = new ArrayList<>();
    lines.add(post("meeting.post.changed", after.title(), after.startsAt()));
    for (Phrase each : changes)
      lines.add("- " + Escaped.markdown(messages.say(Language.FRENCH, each)));
    List<Button> buttons = List.of(button(after, Presence.YES), button(after, Presence.NO));
    outbox.put(
        onceKey("annonce", after), new Post(body.channel(), String.join("\n", lines), buttons));
    schedule(after, body.channel());
  }

  void announceCancelled(Meeting meeting, String reason) {
    Body body = meetings.body(meeting);
    if (body.channel() == null) return;
    String text = post("meeting.post.cancelled", meeting.title(), meeting.startsAt(), reason);
    outbox.put(onceKey("annonce", meeting), Post.of(body.channel(), text));
    schedule(meeting, body.channel());
  }

  /** In the calendar of the channel's server: made, changed, taken out (domain.md I17). */
  private void schedule(Meeting meeting, String channel) {
    outbox.put(
        onceKey("calendrier", meeting),
        new ServerEvent(
            channel,
            meeting.number(),
            meeting.title(),
            meeting.place(),
            meeting.startsAt(),
            meeting.endsAt(),
            say("meeting.event", meetings.body(meeting).name(), meeting.number()),
            meeting.state() == MeetingState.CANCELLED));
  }

  /** Asks whether an item that somebody proposes is kept. */
  void proposed(Meeting meeting, AgendaItem item, Person by, Person to, AskId ask) {
    Letter plain = letter(LetterClass.AVIS, meeting, to, "ordre-proposition");
    Letter letter =
        plain.saying(
            Map.of(
                "item", item.title(),
                "kind", messages.say(to.language(), item.kind().phrase()),
                "who", by.fullName()));
    outbox.put(
        "ordre-proposition:" + meeting.number() + ":" + item.id() + ":" + to.id().value(),
        letter.asking(ask));
  }

  /** Somebody proposes another time, to who convened it: one click moves the meeting. */
  void suggested(Meeting meeting, Person by, Instant start, Person to, AskId ask) {
    Letter letter =
        letter(LetterClass.AVIS, meeting, to, "rencontre-suggestion")
            .saying(Map.of("who", by.fullName(), "proposed", start.toString()));
    outbox.put(
        onceKey("rencontre-suggestion", meeting)
            + ":"
            + by.id().value()
            + ":"
            + start.getEpochSecond(),
        letter.asking(ask));
  }

  /** In the channel of the body, an hour before: once. */
  void soon(Meeting meeting) {
    Body body = meetings.body(meeting);
    if (body.channel() == null) return;
    String text = post("meeting.post.soon", meeting.title(), meeting.startsAt(), meeting.place());
    outbox.put(onceKey("bientot", meeting), Post.of(body.channel(), text));
  }

  /**
   * To who convened it: the quorum is in doubt, and whom to call.
   *
   * @param stage how many hours before; once for each
   */
  void doubtful(Meeting meeting, Attendance.Tally tally, List<Invited> invited, String stage) {
    PersonId convener = meeting.convener();
    if (convener == null) return;
    Person to = people.get(convener);
    Map<String, Object> more = new HashMap<>();
    more.put("needed", tally.quorum().needed());
    more.put("yes", tally.yes());
    more.put("possible", tally.forecast() == Quorum.Forecast.POSSIBLE);
    more.put("silent", reachable(invited, null));
    more.put("maybe", reachable(invited, Presence.MAYBE));
    more.put("no", reachable(invited, Presence.NO));
    more.put("number", meeting.number());
    Letter letter = letter(LetterClass.AVIS, meeting, to, "quorum-doute").saying(more);
    outbox.put(onceKey("quorum-doute", meeting) + ":" + stage, letter);
  }

  private static List<String> reachable(List<Invited> invited, @Nullable Presence said) {
    return invited.stream()
        .filter(each -> each.invitation().presence() == said)
        .map(each -> each.person().fullName() + ", " + each.person().email())
        .toList();
  }

  /** A letter about a meeting to one person, with what every template of the room may say. */
  public Letter letter(LetterClass letterClass, Meeting meeting, Person to, String template) {
    return Letter.of(
        letterClass,
        to.email(),
        to.fullName(),
        to.language(),
        template,
        data(meeting, to.language()));
  }

  private Map<String, Object> data(Meeting meeting, Language language) {
    Body body = meetings.body(meeting);
    String type = "meeting.type." + body.kind().name().toLowerCase(Locale.ROOT);
    return Map.of(
        "body", body.name(),
        "type", messages.say(language, type),
        "title", meeting.title(),
        "starts", meeting.startsAt().toString(),
        "length", messages.word(language, meeting.length()),
        "place", meeting.place(),
        "agenda", agendas.markdown(meeting, language),
        "convener", convener(meeting));
  }

  private String convener(Meeting meeting) {
    PersonId convener = meeting.convener();
    return convener == null ? "" : people.get(convener).fullName();
  }

  private CalendarObject calendar(Meeting meeting, Invitation invitation, Person to, Instant at) {
    return new CalendarObject(
        meeting,
        meetings.body(meeting).name(),
        to,
        invitation.presence(),
        agendas.plain(meeting, to.language()),
        at);
  }

  private Button button(Meeting meeting, Presence presence) {
    return new Button(
        say(presence.key()),
        MeetingCommands.ANSWER,
        Map.of("rencontre", meeting.number(), "presence", presence.value()));
  }

  private String say(String key, Object... arguments) {
    return messages.say(Language.FRENCH, key, arguments);
  }

  /** Words for a channel: the data in them shows as it is. */
  private String post(String key, Object... arguments) {
    return say(key, Escaped.all(List.of(arguments)).toArray()).strip();
  }

  private void put(String what, Meeting meeting, Person to, Letter letter) {
    outbox.put(onceKey(what, meeting) + ":" + to.id().value(), letter);
  }

  private static String onceKey(String what, Meeting meeting) {
    String version = meeting.number() + ":" + meeting.sequence();
    return what + ":" + version + (meeting.revision() == 0 ? "" : "." + meeting.revision());
  }
}
