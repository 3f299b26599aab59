package ca.greffier.meeting;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Person;
import ca.greffier.outbox.Enclosure;
import ca.greffier.text.Language;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
  private final Agendas agendas;
  private final MeetingLetters letters;
  private final Asks asks;
  private final QuebecCalendar calendar;
  private final ZoneId zone;

  Convocation(
      Jdbi jdbi,
      Meetings meetings,
      Agendas agendas,
      MeetingLetters letters,
      Asks asks,
      QuebecCalendar calendar,
      ZoneId zone) {
    this.dao = jdbi.onDemand(MeetingDao.class);
    this.meetings = meetings;
    this.agendas = agendas;
    this.letters = letters;
    this.asks = asks;
    this.calendar = calendar;
    this.zone = zone;
  }

  /** What still keeps a meeting from being convened; empty when it can be, today. */
  List<Phrase> lacking(Meeting meeting, Instant at) {
    List<Phrase> lacking =
        new ArrayList<>(Notice.missing(meeting.plan(), !agendas.isEmpty(meeting)));
    LocalDate latest = latest(meeting);
    if (LocalDate.ofInstant(at, zone).isAfter(latest))
      lacking.add(Phrase.of("meeting.notice.latest", latest));
    if (meetings.members(meeting).isEmpty()) lacking.add(Phrase.of("meeting.notice.members"));
    return lacking;
  }

  /** The last day on which its notice may leave. */
  LocalDate latest(Meeting meeting) {
    return meetings.rules(meeting).latestNotice(meetings.day(meeting), calendar);
  }

  /**
   * @return the people convened
   */
  List<Person> convene(Meeting meeting, PersonId convener, boolean waived, Instant at) {
    if (meeting.state() != MeetingState.PLANNED) throw Meetings.refusal(meeting);
    if (meeting.hasStarted(at)) throw new Refusal("meeting.started", meeting.startsAt());
    List<Phrase> missing = Notice.missing(meeting.plan(), !agendas.isEmpty(meeting));
    if (!missing.isEmpty()) throw new Refusal("meeting.notice.missing", missing, meeting.number());
    if (!waived) checkDelay(meeting, meetings.day(meeting), at);
    List<Person> members = meetings.members(meeting);
    if (members.isEmpty())
      throw new Refusal("meeting.nobody", meetings.body(meeting).code(), meetings.day(meeting));
    int needed = meetings.quorum(meeting, members.size()).needed();
    if (dao.convene(meeting.id(), convener, at, waived, needed) == 0)
      throw Meetings.refusal(meetings.get(meeting.id()));
    for (Person member : members) ask(meeting, member, false);
    Meeting convened = meetings.get(meeting.id());
    List<Invitation> invited = meetings.invitations(meeting.id());
    Map<Language, Enclosure> enclosures = letters.enclosures(convened, invited);
    for (Invitation invitation : invited) letters.convoke(convened, invitation, enclosures, at);
    letters.announce(convened);
    return members;
  }

  /**
   * Invites somebody more to a meeting that is convened: they get it as it is now. Who is no member
   * of the body that day is a guest.
   *
   * @throws Refusal when it is not convened, has begun, or they are invited already
   */
  Invitation invite(Meeting meeting, Person person, Instant at) {
    if (meeting.state() != MeetingState.CONVENED) throw Meetings.refusal(meeting);
    if (meeting.hasStarted(at)) throw new Refusal("meeting.started", meeting.startsAt());
    if (meetings.invitation(meeting.id(), person.id()).isPresent())
      throw new Refusal("meeting.invited", person.fullName(), meeting.number());
    boolean member =
        meetings.members(meeting).stream().anyMatch(each -> each.id().equals(person.id()));
    ask(meeting, person, !member);
    Invitation invitation = meetings.invitation(meeting.id(), person.id()).orElseThrow();
    letters.convoke(meeting, invitation, letters.enclosures(meeting, List.of(invitation)), at);
    return invitation;
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

  /**
   * Changes a meeting that is convened, and tells everybody; at another time, everybody is asked
   * again. Only what may keep people from coming is another version of the calendar object
   * (domain.md I5).
   *
   * @return how many people are told
   * @throws Refusal when nothing changes, it has begun, or what remains is no complete notice in
   *     time
   */
  int change(Meeting before, MeetingPlan plan, boolean waived, Instant at) {
    if (before.hasStarted(at)) throw new Refusal("meeting.started", before.startsAt());
    if (before.plan().equals(plan)) throw new Refusal("meeting.unchanged", before.number());
    boolean agenda = !plan.agenda().isBlank() || !agendas.items(before).isEmpty();
    List<Phrase> missing = Notice.missing(plan, agenda);
    if (!missing.isEmpty()) throw new Refusal("meeting.notice.missing", missing, before.number());
    boolean moved = !before.startsAt().equals(plan.startsAt());
    if (moved && !waived) checkDelay(before, LocalDate.ofInstant(plan.startsAt(), zone), at);
    boolean another =
        moved || before.minutes() != plan.minutes() || !before.place().equals(plan.place());
    if (dao.move(before.id(), plan, another ? 1 : 0, waived) == 0)
      throw Meetings.refusal(meetings.get(before.id()));
    Meeting after = meetings.get(before.id());
    if (moved) dao.askAgain(after.id(), after.sequence(), at);
    return tell(after, MeetingLetters.changes(before, after), at);
  }

  /**
   * Tells those who were convened that the ordre du jour has changed.
   *
   * @return how many people are told
   */
  int tellAgenda(Meeting before, Instant at) {
    if (dao.move(before.id(), before.plan(), 0, false) == 0)
      throw Meetings.refusal(meetings.get(before.id()));
    Meeting after = meetings.get(before.id());
    return tell(after, List.of(Phrase.of("meeting.moved.agenda")), at);
  }

  private int tell(Meeting after, List<Phrase> changes, Instant at) {
    List<Invitation> invited = meetings.invitations(after.id());
    Map<Language, Enclosure> enclosures = letters.enclosures(after, invited);
    for (Invitation invitation : invited) {
      asks.until(invitation.ask(), after.startsAt());
      letters.change(after, invitation, changes, enclosures, at);
    }
    letters.announceChange(after, changes);
    return invited.size();
  }

  private void checkDelay(Meeting meeting, LocalDate day, Instant at) {
    BodyRules rules = meetings.rules(meeting);
    LocalDate latest = rules.latestNotice(day, calendar);
    if (LocalDate.ofInstant(at, zone).isAfter(latest))
      throw new Refusal("meeting.notice.late", rules.delay(), latest);
  }

  private void ask(Meeting meeting, Person member, boolean guest) {
    Map<String, String> given = Map.of("rencontre", meeting.number());
    AskId ask = asks.put(member.id(), MeetingCommands.ANSWER, given, meeting.startsAt());
    dao.invite(meeting.id(), member.id(), ask, guest);
  }
}
