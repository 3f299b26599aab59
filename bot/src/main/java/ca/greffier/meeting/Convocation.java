package ca.greffier.meeting;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.Person;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Convening a meeting, and calling it off. Convening asks each member of the body, on the day of
 * the meeting, whether they will come. Refuses a notice that is incomplete or too late (domain.md
 * M1, M2); the delay may be waived, which is recorded (Civil Code of Québec, article 353).
 */
final class Convocation {
  private final MeetingDao dao;
  private final Meetings meetings;
  private final MeetingLetters letters;
  private final Asks asks;
  private final QuebecCalendar calendar;
  private final ZoneId zone;

  Convocation(
      Jdbi jdbi,
      Meetings meetings,
      MeetingLetters letters,
      Asks asks,
      QuebecCalendar calendar,
      ZoneId zone) {
    this.dao = jdbi.onDemand(MeetingDao.class);
    this.meetings = meetings;
    this.letters = letters;
    this.asks = asks;
    this.calendar = calendar;
    this.zone = zone;
  }

  /**
   * @return the people convened
   */
  List<Person> convene(Meeting meeting, PersonId convener, boolean waived, Instant at) {
    if (meeting.state() != MeetingState.PLANNED) throw Meetings.refusal(meeting);
    if (meeting.hasStarted(at)) throw new Refusal("meeting.started", meeting.startsAt());
    List<Phrase> missing = Notice.missing(meeting);
    if (!missing.isEmpty()) throw new Refusal("meeting.notice.missing", missing, meeting.number());
    if (!waived) checkDelay(meeting, at);
    List<Person> members = meetings.members(meeting);
    if (members.isEmpty())
      throw new Refusal("meeting.nobody", meetings.body(meeting).code(), meetings.day(meeting));
    if (dao.convene(meeting.id(), convener, at, waived) == 0)
      throw Meetings.refusal(meetings.get(meeting.id()));
    for (Person member : members) ask(meeting, member);
    Meeting convened = meetings.get(meeting.id());
    for (Invitation invitation : meetings.invitations(meeting.id()))
      letters.convoke(convened, invitation, at);
    letters.announce(convened);
    return members;
  }

  /**
   * Calls a meeting off; those who were convened are told.
   *
   * @return how many people are told
   */
  int cancel(Meeting meeting, String reason, Instant at) {
    if (meeting.state() == MeetingState.CONVENED && meeting.hasStarted(at))
      throw new Refusal("meeting.started", meeting.startsAt());
    if (dao.cancel(meeting.id()) == 0) throw Meetings.refusal(meetings.get(meeting.id()));
    List<Invitation> invited = meetings.invitations(meeting.id());
    Meeting cancelled = meetings.get(meeting.id());
    for (Invitation invitation : invited) {
      asks.close(invitation.ask());
      letters.cancel(cancelled, invitation, reason, at);
    }
    if (!invited.isEmpty()) letters.announceCancelled(cancelled, reason);
    return invited.size();
  }

  private void checkDelay(Meeting meeting, Instant at) {
    BodyKind kind = meetings.body(meeting).kind();
    LocalDate latest = Notice.latest(meetings.day(meeting), kind, calendar);
    if (LocalDate.ofInstant(at, zone).isAfter(latest))
      throw new Refusal("meeting.notice.late", Notice.delay(kind), latest);
  }

  private void ask(Meeting meeting, Person member) {
    Map<String, String> given = Map.of("rencontre", meeting.number());
    AskId ask = asks.put(member.id(), MeetingCommands.ANSWER, given, meeting.startsAt());
    dao.invite(meeting.id(), member.id(), ask);
  }
}
