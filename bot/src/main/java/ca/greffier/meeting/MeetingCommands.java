package ca.greffier.meeting;

import ca.greffier.command.Asks;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.paper.Paper;
import ca.greffier.paper.PaperFormat;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What can be asked about meetings. */
public final class MeetingCommands {
  static final String ANSWER = "rencontre repondre";
  static final String CHANGE = "rencontre modifier";

  static final Duration USUAL = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int LISTED = 30;

  private final MeetingDao dao;
  private final Meetings meetings;
  private final Convocation convocation;
  private final Attendance attendance;
  private final MeetingStatus status;
  private final MeetingLetters letters;
  private final BodyRuleCommands rules;
  private final SeriesCommands series;
  private final AgendaCommands agendas;
  private final AnswerCommands answers;
  private final ZoneId zone;
  private final String domain;

  private final Param<Body> body;
  private final Param<Meeting> meeting;
  private final Param<String> title;
  private final Param<String> newTitle;
  private final Param<LocalDate> date;
  private final Param<LocalDate> newDate;
  private final Param<LocalTime> time;
  private final Param<LocalTime> newTime;
  private final Param<Duration> length;
  private final Param<String> place;
  private final Param<String> agenda;
  private final Param<Boolean> waiver;
  private final Param<String> reason;
  private final Param<Boolean> following;
  private final Param<Person> invitee;

  /** What the commands are made of; {@code domain} is that of the iCalendar UIDs. */
  public record Parts(
      Jdbi jdbi,
      Meetings meetings,
      Agendas agendas,
      MeetingLetters letters,
      Asks asks,
      Bodies bodies,
      People people,
      QuebecCalendar calendar,
      ZoneId zone,
      String domain) {}

  public MeetingCommands(
      Parts parts, Kinds kinds, DirectoryKinds directoryKinds, MeetingKinds meetingKinds) {
    this.dao = parts.jdbi().onDemand(MeetingDao.class);
    this.meetings = parts.meetings();
    this.zone = parts.zone();
    this.letters = parts.letters();
    this.domain = parts.domain();
    this.attendance = new Attendance(parts.jdbi(), meetings);
    this.convocation =
        new Convocation(
            parts.jdbi(),
            meetings,
            parts.agendas(),
            parts.letters(),
            parts.asks(),
            parts.calendar(),
            zone);
    this.status = new MeetingStatus(meetings, attendance);
    this.body = Param.required("corps", directoryKinds.body());
    this.rules = new BodyRuleCommands(new BodyRuleRegister(parts.jdbi()), body, kinds);
    this.meeting = Param.required("rencontre", meetingKinds.meeting());
    this.title = Param.required("titre", kinds.text(120));
    this.newTitle = Param.optional("titre", kinds.text(120));
    this.date = Param.required("date", kinds.date());
    this.newDate = Param.optional("date", kinds.date());
    this.time = Param.required("heure", kinds.time());
    this.newTime = Param.optional("heure", kinds.time());
    this.length = Param.optional("duree", kinds.duration());
    this.place = Param.optional("lieu", kinds.text(200));
    this.agenda = Param.optional("ordre", kinds.longText(4000));
    this.series =
        new SeriesCommands(
            meetings,
            parts.calendar(),
            zone,
            domain,
            new SeriesCommands.Words(body, title, date, time, length, place),
            kinds);
    this.agendas =
        new AgendaCommands(
            new AgendaCommands.Parts(
                parts.agendas(),
                meetings,
                parts.letters(),
                convocation,
                parts.bodies(),
                parts.people(),
                parts.asks()),
            meeting,
            Param.optional("responsable", directoryKinds.person()),
            kinds);
    this.answers =
        new AnswerCommands(
            new AnswerCommands.Parts(
                meetings, attendance, parts.letters(), parts.asks(), parts.people(), zone),
            new AnswerCommands.Words(meeting, date, time),
            directoryKinds);
    this.waiver = Param.optional("dispense", kinds.yesNo());
    this.reason = Param.optional("motif", kinds.text(300));
    this.following = Param.optional("suivantes", kinds.yesNo());
    this.invitee = Param.required("personne", directoryKinds.person());
  }

  public List<Command> all() {
    List<Command> all = new ArrayList<>(own());
    all.addAll(answers.all());
    all.addAll(agendas.all());
    return all;
  }

  private List<Command> own() {
    Role secretary = Role.SECRETARY;
    return List.of(
        Command.of(
            "rencontre planifier",
            secretary,
            this::plan,
            body,
            title,
            date,
            time,
            length,
            place,
            agenda),
        Command.of(
            CHANGE,
            secretary,
            this::change,
            meeting,
            newTitle,
            newDate,
            newTime,
            length,
            place,
            agenda,
            waiver,
            following),
        Command.of("rencontre apercu", secretary, this::preview, meeting),
        Command.of("rencontre convoquer", secretary, this::convene, meeting, waiver),
        Command.of("rencontre inviter", secretary, this::invite, meeting, invitee),
        Command.of("rencontre annuler", secretary, this::cancel, meeting, reason, following),
        rules.command(),
        series.command(),
        Command.of("rencontre etat", Role.MEMBER, this::state, meeting),
        Command.of("rencontre liste", Role.MEMBER, call -> status.list(LISTED)));
  }

  private Reply plan(Call call) {
    MeetingPlan plan =
        new MeetingPlan(
            call.get(title),
            start(call.get(date), call.get(time), call.at()),
            minutes(call.find(length).orElse(USUAL)),
            call.find(place).orElse(""),
            call.find(agenda).orElse(""));
    MeetingId id = meetings.plan(call.get(body).id(), plan, domain);
    return Reply.said("meeting.planned", String.valueOf(id.value()), plan.title(), plan.startsAt());
  }

  private Reply change(Call call) {
    Meeting now = call.get(meeting);
    boolean rest = call.find(following).orElse(false);
    List<Meeting> after = rest ? meetings.following(now) : List.of();
    MeetingPlan plan = changed(call, now, newStart(call, now));
    Reply done = change(call, now, plan);
    if (!rest) return done;
    long days = ChronoUnit.DAYS.between(meetings.day(now), day(plan.startsAt()));
    List<Object> moved = new ArrayList<>();
    for (Meeting each : after) {
      LocalTime hour = call.find(newTime).orElse(LocalTime.ofInstant(each.startsAt(), zone));
      Instant start = start(meetings.day(each).plusDays(days), hour, call.at());
      change(call, each, changed(call, each, start));
      moved.add(Phrase.of("meeting.series.each", each.number(), day(start)));
    }
    return Reply.together(done, Reply.said("meeting.series.changed", moved.size(), moved));
  }

  private MeetingPlan changed(Call call, Meeting now, Instant start) {
    return new MeetingPlan(
        call.find(newTitle).orElse(now.title()),
        start,
        minutes(call.find(length).orElse(now.length())),
        call.find(place).orElse(now.place()),
        call.find(agenda).orElse(now.agenda()));
  }

  private Reply change(Call call, Meeting now, MeetingPlan plan) {
    if (now.state() == MeetingState.CONVENED) {
      int told = convocation.change(now, plan, call.find(waiver).orElse(false), call.at());
      return Reply.said("meeting.changed.told", told, now.number(), plan.title(), plan.startsAt());
    }
    if (dao.change(now.id(), plan) == 0) throw Meetings.refusal(meetings.get(now.id()));
    return Reply.said("meeting.changed", now.number(), plan.title(), plan.startsAt());
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private Instant newStart(Call call, Meeting now) {
    Optional<LocalDate> day = call.find(newDate);
    Optional<LocalTime> hour = call.find(newTime);
    if (day.isEmpty() && hour.isEmpty()) return now.startsAt();
    return start(
        day.orElse(meetings.day(now)),
        hour.orElse(LocalTime.ofInstant(now.startsAt(), zone)),
        call.at());
  }

  /** What would leave, and to whom, before it does. */
  private Reply preview(Call call) {
    Meeting which = call.get(meeting);
    if (which.state() != MeetingState.PLANNED) throw Meetings.refusal(which);
    List<String> names = meetings.members(which).stream().map(Person::fullName).toList();
    List<Phrase> lacking = convocation.lacking(which, call.at());
    Reply verdict =
        lacking.isEmpty()
            ? Reply.said("meeting.preview.ready", convocation.latest(which), which.number())
            : Reply.said("meeting.preview.lacking", lacking);
    Paper paper = letters.paper(which, true, call.actor().language());
    return Reply.together(
        Reply.said("meeting.preview.who", names.size(), names),
        verdict,
        PaperFormat.PDF.reply(
            paper, "apercu-" + which.number(), "meeting.preview.paper", paper.title()));
  }

  private Reply convene(Call call) {
    Meeting which = call.get(meeting);
    List<Person> told =
        convocation.convene(
            which, call.actor().known(), call.find(waiver).orElse(false), call.at());
    return Reply.said(
        "meeting.convened.done", told.size(), which.title(), which.startsAt(), which.number());
  }

  private Reply invite(Call call) {
    Meeting which = call.get(meeting);
    Person who = call.get(invitee);
    Invitation invitation = convocation.invite(which, who, call.at());
    return Reply.said(
        invitation.guest() ? "meeting.invite.guest" : "meeting.invite.member",
        who.fullName(),
        which.title());
  }

  private Reply cancel(Call call) {
    Meeting which = call.get(meeting);
    boolean rest = call.find(following).orElse(false);
    List<Meeting> after = rest ? meetings.following(which) : List.of();
    String why = call.find(reason).orElse("");
    int told = convocation.cancel(which, why, call.at());
    for (Meeting each : after) told += convocation.cancel(each, why, call.at());
    return rest
        ? Reply.said("meeting.series.cancelled", after.size() + 1, told, which.title())
        : Reply.said("meeting.cancelled.done", told, which.title());
  }

  private Reply state(Call call) {
    Meeting which = call.get(meeting);
    boolean may =
        call.actor().role().covers(Role.SECRETARY)
            || meetings.invitation(which.id(), call.actor().known()).isPresent();
    if (!may) throw new Refusal("meeting.not_invited", which.number());
    return status.of(which);
  }

  private Instant start(LocalDate day, LocalTime hour, Instant now) {
    Instant start = day.atTime(hour).atZone(zone).toInstant();
    if (!start.isAfter(now)) throw new Refusal("meeting.past", start);
    return start;
  }

  static int minutes(Duration length) {
    if (length.compareTo(LONGEST) > 0) throw new Refusal("meeting.long", LONGEST);
    return (int) length.toMinutes();
  }
}
