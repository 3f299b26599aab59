package ca.greffier.meeting;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.directory.Member;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.text.Folded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The meetings, and who is invited to them: what other rooms read. */
public final class Meetings {
  private static final Comparator<Invited> BY_NAME =
      Comparator.comparing((Invited invited) -> Folded.of(invited.person().familyName()))
          .thenComparing(invited -> Folded.of(invited.person().givenName()));

  private final MeetingDao dao;
  private final Bodies bodies;
  private final People people;
  private final ZoneId zone;
  private final BodyRuleRegister rules;

  /**
   * @param zone in which a meeting's day is told
   */
  public Meetings(Jdbi jdbi, Bodies bodies, People people, ZoneId zone) {
    this.dao = jdbi.onDemand(MeetingDao.class);
    this.bodies = bodies;
    this.people = people;
    this.zone = zone;
    this.rules = new BodyRuleRegister(jdbi);
  }

  public Optional<Meeting> find(MeetingId id) {
    return dao.find(id);
  }

  /**
   * @throws Refusal when there is no such meeting
   */
  public Meeting get(MeetingId id) {
    return find(id).orElseThrow(() -> new Refusal("meeting.unknown", String.valueOf(id.value())));
  }

  /**
   * Plans a meeting, which nobody is told of yet.
   *
   * @param domain of the iCalendar UID
   */
  public MeetingId plan(BodyId body, MeetingPlan plan, String domain) {
    return dao.insert(body, plan, UUID.randomUUID() + "@" + domain);
  }

  /**
   * Brings in a meeting that was held elsewhere and is over: nobody is convened or told.
   *
   * @throws Refusal when the body has one at that very time already
   */
  public Meeting bring(BodyId body, MeetingPlan plan, String uid, PersonId by, Instant at) {
    return get(
        dao.bring(body, plan, uid, by, at)
            .orElseThrow(() -> new Refusal("meeting.brought", plan.startsAt())));
  }

  /** Makes meetings a series, the first one first. */
  void together(List<MeetingId> series) {
    dao.together(series.getFirst(), series.stream().map(MeetingId::value).toList());
  }

  /**
   * Those of its series that come after it and may still be held.
   *
   * @throws Refusal when there are none
   */
  List<Meeting> following(Meeting meeting) {
    List<Meeting> following = dao.following(meeting.id());
    if (following.isEmpty()) throw new Refusal("meeting.series.alone", meeting.number());
    return following;
  }

  /** Those that may still be held, the next one first; then the latest of the others. */
  public List<Meeting> list(int most) {
    return dao.list(most);
  }

  /** Those that were convened and take place from a day to another, both included. */
  public List<Meeting> convened(LocalDate from, LocalDate to) {
    return dao.convened(
        from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** What somebody was convened to, from an instant on, even if it was cancelled since. */
  List<Meeting> inviting(PersonId person, Instant from) {
    return dao.inviting(person, from);
  }

  /** The same for what a body was convened to. */
  List<Meeting> of(BodyId body, Instant from) {
    return dao.of(body, from);
  }

  public List<Invitation> invitations(MeetingId id) {
    return dao.invitations(id);
  }

  /** Those invited, by family name. */
  public List<Invited> invited(Meeting meeting) {
    return dao.invitations(meeting.id()).stream()
        .map(invitation -> new Invited(people.get(invitation.person()), invitation))
        .sorted(BY_NAME)
        .toList();
  }

  public Optional<Invitation> invitation(MeetingId id, PersonId person) {
    return dao.invitation(id, person);
  }

  public Body body(Meeting meeting) {
    return bodies.get(meeting.body());
  }

  /** The day of a meeting where the project lives. */
  public LocalDate day(Meeting meeting) {
    return day(meeting.startsAt());
  }

  /** The day it is at an instant where the project lives. */
  public LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** The rules by which the body of a meeting meets. */
  BodyRules rules(Meeting meeting) {
    return rules.of(body(meeting));
  }

  /** Whether its minutes are a procès-verbal (domain.md M8). */
  public boolean isOfficial(Meeting meeting) {
    return rules(meeting).official();
  }

  /** In how many working days its minutes are to be sent (domain.md M13). */
  public int sentWithin(Meeting meeting) {
    return rules(meeting).sentWithin();
  }

  /** Those that have ended and are not closed. */
  public List<Meeting> held(Instant now) {
    return dao.held(now);
  }

  /** Whether a member may be represented by another there. */
  public boolean allowsProxies(Meeting meeting) {
    return rules(meeting).proxies();
  }

  /** What adopts a motion there. */
  public DecisionRule decidesBy(Meeting meeting) {
    return rules(meeting).decidesBy();
  }

  /** Whether its minutes say who seconded a motion. */
  public boolean namesSeconders(Meeting meeting) {
    return rules(meeting).seconders();
  }

  /** How many of so many members a body needs now. */
  public Quorum quorum(BodyId body, int members) {
    return rules.of(bodies.get(body)).quorum().of(members);
  }

  /** How many of its members a meeting needs: once it is convened, that is settled. */
  public Quorum quorum(Meeting meeting, int members) {
    Integer settled = meeting.quorum();
    return settled == null ? quorum(meeting.body(), members) : new Quorum(members, settled);
  }

  /** The members of the body on the day of the meeting, each once, the chair first. */
  public List<Person> members(Meeting meeting) {
    return bodies.members(meeting.body(), day(meeting)).stream()
        .map(Member::person)
        .distinct()
        .toList();
  }

  /**
   * A convened meeting, held by this transaction until its end: who writes about it waits in line.
   *
   * @throws Refusal when it is not convened, closed or cancelled
   */
  public Meeting hold(MeetingId id) {
    Meeting meeting =
        dao.hold(id).orElseThrow(() -> new Refusal("meeting.unknown", String.valueOf(id.value())));
    if (meeting.state() != MeetingState.CONVENED) throw refusal(meeting);
    return meeting;
  }

  /**
   * Ends a meeting that was held.
   *
   * @throws Refusal when it was not convened, or is closed already
   */
  public void close(Meeting meeting) {
    if (dao.close(meeting.id()) == 0) throw refusal(get(meeting.id()));
  }

  /** Why nothing more can be done to a meeting in its state. */
  static Refusal refusal(Meeting meeting) {
    return switch (meeting.state()) {
      case PLANNED -> new Refusal("meeting.not_convened", meeting.number());
      case CONVENED -> new Refusal("meeting.convened", meeting.number());
      case CLOSED -> new Refusal("meeting.closed", meeting.number());
      case CANCELLED -> new Refusal("meeting.cancelled", meeting.number());
    };
  }
}
