package ca.greffier.meeting;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Param;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.meeting.Attendance.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What those who are convened say: whether they come, or that another time would be better. */
final class AnswerCommands {
  private final Parts parts;
  private final Words words;
  private final Param<Presence> presence;
  private final Param<Person> proxy;
  private final Param<Integer> sequence;
  private final Param<Instant> stamp;
  private final Param<Instant> proposed;

  /** What it works with. */
  record Parts(
      Meetings meetings,
      Attendance attendance,
      MeetingLetters letters,
      Asks asks,
      People people,
      ZoneId zone) {}

  /** What says which meeting, and when it would be. */
  record Words(Param<Meeting> meeting, Param<LocalDate> date, Param<LocalTime> time) {}

  AnswerCommands(Parts parts, Words words, DirectoryKinds directoryKinds) {
    this.parts = parts;
    this.words = words;
    this.presence = Param.required("presence", new PresenceKind());
    this.proxy = Param.optional("procuration", directoryKinds.person());
    this.sequence = Param.optional("sequence", ReplyOrder.sequence());
    this.stamp = Param.optional("dtstamp", ReplyOrder.stamp());
    this.proposed = Param.optional("propose", ReplyOrder.stamp());
  }

  List<Command> all() {
    return List.of(
        Command.of(
            MeetingCommands.ANSWER,
            Role.MEMBER,
            this::answer,
            words.meeting(),
            presence,
            proxy,
            sequence,
            stamp,
            proposed),
        Command.of(
            "rencontre suggerer",
            Role.MEMBER,
            this::suggest,
            words.meeting(),
            words.date(),
            words.time()));
  }

  private Reply answer(Call call) {
    Meeting which = call.get(words.meeting());
    PersonId who = call.actor().known();
    Answer answer =
        new Answer(
            call.get(presence),
            call.find(proxy).map(Person::id).orElse(null),
            call.find(sequence).orElse(null),
            call.find(stamp).orElse(null));
    if (!parts.attendance().record(which, who, answer, call.at()))
      return Reply.said("meeting.answer.older", which.title());
    call.find(proposed).ifPresent(start -> suggestion(which, who, start, call.at()));
    Optional<Person> representative = call.find(proxy);
    if (representative.isPresent())
      return Reply.said("meeting.answer.proxy", which.title(), representative.get().fullName());
    String key = "meeting.answer." + answer.presence().name().toLowerCase(Locale.ROOT);
    return Reply.said(key, which.title(), which.startsAt());
  }

  /** Another time, for who convened it to take or leave. */
  private Reply suggest(Call call) {
    Meeting which = call.get(words.meeting());
    Instant start =
        call.get(words.date()).atTime(call.get(words.time())).atZone(parts.zone()).toInstant();
    PersonId convener = suggestion(which, call.actor().known(), start, call.at());
    return Reply.said(
        "meeting.suggested", which.title(), start, parts.people().get(convener).fullName());
  }

  private PersonId suggestion(Meeting which, PersonId who, Instant start, Instant at) {
    PersonId convener = which.convener();
    if (convener == null || which.state() != MeetingState.CONVENED) throw Meetings.refusal(which);
    if (parts.meetings().invitation(which.id(), who).isEmpty())
      throw new Refusal("meeting.not_invited", which.number());
    if (!start.isAfter(at)) throw new Refusal("meeting.past", start);
    Map<String, String> given =
        Map.of(
            "rencontre", which.number(),
            "date", LocalDate.ofInstant(start, parts.zone()).toString(),
            "heure", LocalTime.ofInstant(start, parts.zone()).toString());
    AskId ask = parts.asks().putOnce(convener, MeetingCommands.CHANGE, given, which.startsAt());
    parts
        .letters()
        .suggested(which, parts.people().get(who), start, parts.people().get(convener), ask);
    return convener;
  }
}
