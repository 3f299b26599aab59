package ca.greffier.minutes;

import ca.greffier.command.Asks;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.meeting.AgendaItem;
import ca.greffier.meeting.Agendas;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.MeetingKinds;
import ca.greffier.meeting.MeetingLetters;
import ca.greffier.meeting.Meetings;
import ca.greffier.outbox.Outbox;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What can be asked of a sitting and its minutes. */
public final class MinutesCommands {
  private static final int MOST_ITEMS = 60;

  private final Minutes minutes;
  private final Meetings meetings;
  private final Recording recording;
  private final Closing closing;
  private final MinutesReading reading;
  private final MinutesView view;
  private final Agendas agendas;
  private final ZoneId zone;
  private final RollCall roll;
  private final ApprovalCommands afterwards;
  private final PaperCommands papers;
  private final MotionCommands motions;
  private final ActionCommands actions;

  private final Param<Meeting> meeting;
  private final Param<String> text;
  private final Param<Person> person;
  private final Param<Standing> standing;
  private final Param<Integer> item;
  private final Param<Integer> turned;
  private final Param<LocalTime> time;
  private final Param<LocalTime> end;
  private final Param<String> lines;
  private final Param<String> line;
  private final LogCommands logs;
  private final TaggedLines tagged;

  /** What the commands are made of. */
  public record Parts(
      Jdbi jdbi,
      Minutes minutes,
      Meetings meetings,
      Agendas agendas,
      MeetingLetters letters,
      Bodies bodies,
      People people,
      Asks asks,
      Outbox outbox,
      Messages messages) {}

  public MinutesCommands(
      Parts parts, Kinds kinds, DirectoryKinds directoryKinds, MeetingKinds meetingKinds) {
    this.minutes = parts.minutes();
    this.meetings = parts.meetings();
    this.agendas = parts.agendas();
    this.zone = parts.messages().zone();
    this.recording = new Recording(parts.jdbi(), minutes, meetings, parts.messages());
    MinutesDao dao = parts.jdbi().onDemand(MinutesDao.class);
    Sealing sealing = new Sealing(parts.jdbi(), minutes, meetings);
    Approval approval =
        new Approval(
            dao,
            new Approval.Parts(
                minutes,
                meetings,
                parts.letters(),
                parts.bodies(),
                parts.people(),
                parts.asks(),
                parts.outbox()),
            sealing);
    MinutesPaper papers =
        new MinutesPaper(
            new MinutesPaper.Parts(meetings, agendas, parts.people()), parts.messages());
    this.reading = new MinutesReading(minutes, meetings, papers, approval);
    this.closing = new Closing(parts, papers, approval);
    this.view = new MinutesView(parts.people(), agendas, zone);
    this.meeting = Param.required("rencontre", meetingKinds.meeting());
    this.text = Param.required("texte", kinds.longText(2000));
    this.person = Param.required("personne", directoryKinds.person());
    this.standing = Param.required("statut", kinds.choice("statut", standings()));
    this.item = Param.optional("point", kinds.wholeNumber(1, MOST_ITEMS));
    this.turned = Param.required("point", kinds.wholeNumber(1, MOST_ITEMS));
    this.time = Param.optional("heure", kinds.time());
    this.end = Param.optional("finie", kinds.time());
    this.logs =
        new LogCommands(
            new LogImport(parts.jdbi(), meetings, agendas, parts.messages()),
            Param.required("corps", directoryKinds.body()),
            kinds);
    this.lines = Param.required("lignes", kinds.longText(8000));
    this.line = Param.required("ligne", kinds.text(1900));
    this.tagged = new TaggedLines(recording, agendas, directoryKinds.person(), kinds.date());
    this.motions =
        new MotionCommands(recording, minutes, meetings, agendas, meeting, directoryKinds, kinds);
    this.actions =
        new ActionCommands(recording, minutes, meetings, view, meeting, directoryKinds, kinds);
    this.roll =
        new RollCall(
            new RollCall.Parts(
                minutes, meetings, recording, parts.people(), parts.outbox(), parts.messages()),
            meeting,
            directoryKinds.person(),
            kinds);
    this.afterwards =
        new ApprovalCommands(
            dao,
            minutes,
            meetings,
            recording,
            approval,
            sealing,
            meeting,
            Param.required("seance", meetingKinds.meeting()),
            kinds);
    this.papers =
        new PaperCommands(
            new PaperCommands.Parts(
                minutes,
                meetings,
                parts.people(),
                reading,
                papers,
                new ConvocationProof(meetings, parts.outbox(), parts.messages())),
            meeting,
            Param.optional("corps", directoryKinds.body()),
            kinds);
  }

  /** The minutes, for the pages. */
  public MinutesReading reading() {
    return reading;
  }

  public List<Command> all() {
    List<Command> all = new ArrayList<>(own());
    all.addAll(motions.all());
    all.addAll(actions.all());
    all.addAll(roll.all());
    all.add(logs.command());
    all.addAll(afterwards.all());
    all.addAll(papers.all());
    return all;
  }

  private List<Command> own() {
    Role secretary = Role.SECRETARY;
    return List.of(
        Command.of("rencontre ouvrir", secretary, this::begin, meeting),
        Command.of("rencontre clore", secretary, this::close, meeting, end),
        Command.of("pv point", secretary, this::turn, meeting, turned),
        Command.of("pv note", secretary, this::note, meeting, text, item),
        Command.of(SpokenMinutes.LINES, secretary, this::lines, meeting, lines),
        Command.of(SpokenMinutes.SAY, Role.MEMBER, this::hear, meeting, line),
        Command.of("pv annuler", secretary, this::undo, meeting),
        Command.of("pv presence", secretary, this::attend, meeting, person, standing, time),
        Command.of("pv voir", Role.MEMBER, this::show, meeting));
  }

  private static Map<String, Standing> standings() {
    Map<String, Standing> values = new LinkedHashMap<>();
    values.put("present", Standing.PRESENT);
    values.put("absent", Standing.ABSENT);
    values.put("excuse", Standing.EXCUSED);
    values.put("represente", Standing.REPRESENTED);
    return values;
  }

  /** From now on everybody's coming and going is timed; the quorum is told. */
  private Reply begin(Call call) {
    Meeting which = call.get(meeting);
    Proceedings now = recording.begin(which, call.actor().known(), call.at());
    roll.announce(which);
    String quorum = now.isQuorate() ? "minutes.quorum.reached" : "minutes.quorum.lacking";
    return Reply.together(
        Reply.said(
            "minutes.sitting.begun",
            which.title(),
            Phrase.of(quorum, now.present(), now.quorum().needed()),
            which.number()),
        view.of(now, meetings.day(call.at())));
  }

  private Reply turn(Call call) {
    Meeting which = call.get(meeting);
    AgendaItem to = agendas.at(which, call.get(turned));
    if (!recording.turn(which, to, call.at()))
      throw new Refusal("minutes.sitting.not", which.number());
    return Reply.said("minutes.turned", view.at(to, call.at()));
  }

  private Reply note(Call call) {
    Meeting which = call.get(meeting);
    recording.note(which, call.get(text), itemOf(call, which), call.actor().known(), call.at());
    return Reply.said("minutes.noted", which.title());
  }

  private Reply lines(Call call) {
    Meeting which = call.get(meeting);
    return kept(which, tagged.keep(which, call.get(lines), writing(call)));
  }

  /** Of whoever is convened, while the sitting is open. */
  private Reply hear(Call call) {
    Meeting which = call.get(meeting);
    if (meetings.invitation(which.id(), call.actor().known()).isEmpty())
      throw new Refusal("meeting.not_invited", which.number());
    if (minutes.of(which).sitting().isEmpty())
      throw new Refusal("minutes.sitting.not", which.number());
    return kept(which, tagged.hear(which, call.get(line), writing(call)));
  }

  private static TaggedLines.Writing writing(Call call) {
    return new TaggedLines.Writing(call.actor().known(), call.actor().language(), call.at());
  }

  private static Reply kept(Meeting which, TaggedLines.Kept kept) {
    return Reply.said(
        "minutes.lines.kept",
        which.title(),
        kept.notes(),
        kept.decisions().size(),
        kept.actions().size());
  }

  private Reply undo(Call call) {
    return Reply.said(
        "minutes.note.undone", recording.undo(call.get(meeting), call.actor().known(), call.at()));
  }

  private @Nullable AgendaItem itemOf(Call call, Meeting which) {
    return call.find(item).map(place -> agendas.at(which, place)).orElse(null);
  }

  private Reply attend(Call call) {
    Person who = call.get(person);
    Standing what = call.get(standing);
    Meeting which = call.get(meeting);
    recording.attend(which, who, what, at(call, which, time), call.at());
    return Reply.said("minutes.attended", who.fullName(), what.label());
  }

  private Reply close(Call call) {
    Meeting which = recording.open(call.get(meeting), call.at());
    Instant ended = at(call, which, end);
    int readers = closing.close(which, ended, call.actor().known(), call.at());
    return Reply.said(
        meetings.isOfficial(which) ? "minutes.closed.official" : "minutes.closed.done",
        readers,
        which.title());
  }

  /** An hour of the day of the meeting; now, when none is given. */
  private Instant at(Call call, Meeting which, Param<LocalTime> hour) {
    return call.find(hour)
        .map(given -> meetings.day(which).atTime(given).atZone(zone).toInstant())
        .orElse(call.at());
  }

  private Reply show(Call call) {
    Proceedings said = minutes.of(call.get(meeting));
    minutes.requireReader(said, call.actor());
    return view.of(said, meetings.day(call.at()));
  }
}
