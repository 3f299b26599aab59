package ca.greffier.minutes;

import ca.greffier.command.Actor;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Role;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.meeting.CarriedOver;
import ca.greffier.meeting.Invited;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.MeetingId;
import ca.greffier.meeting.Meetings;
import ca.greffier.text.Folded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What is kept of the meetings: what other rooms read. */
public final class Minutes implements CarriedOver {
  private static final Comparator<Participant> BY_NAME =
      Comparator.comparing((Participant one) -> Folded.of(one.person().familyName()))
          .thenComparing(one -> Folded.of(one.person().givenName()));

  private static final int MOST_FOUND = 200;

  private final MinutesDao dao;
  private final SittingDao sittings;
  private final DecisionDao decisions;
  private final ActionDao actions;
  private final Meetings meetings;
  private final People people;

  public Minutes(Jdbi jdbi, Meetings meetings, People people) {
    this.dao = jdbi.onDemand(MinutesDao.class);
    this.sittings = jdbi.onDemand(SittingDao.class);
    this.decisions = jdbi.onDemand(DecisionDao.class);
    this.actions = jdbi.onDemand(ActionDao.class);
    this.meetings = meetings;
    this.people = people;
  }

  public Proceedings of(Meeting meeting) {
    List<Participant> participants = participants(meeting);
    int members = (int) participants.stream().filter(Participant::member).count();
    return new Proceedings(
        meeting,
        meetings.quorum(meeting, members),
        participants,
        sittings.notes(meeting.id()),
        decisions.decisions(meeting.id()),
        decisions.amendments(meeting.id()),
        actions.actions(meeting.id()),
        sittings.sitting(meeting.id()),
        sittings.movements(meeting.id()),
        dao.closedAt(meeting.id()),
        life(meeting.id()));
  }

  private Optional<Life> life(MeetingId meeting) {
    return dao.state(meeting)
        .map(
            state ->
                new Life(
                    state.official(),
                    state.approvedAt(),
                    state.approvedIn(),
                    state.amended(),
                    state.sealedAt(),
                    state.seal(),
                    dao.corrections(meeting),
                    dao.signatures(meeting)));
  }

  /** The meeting that is being held in the channel of its body. */
  public Optional<Meeting> sittingIn(String channel) {
    return sittings.sittingIn(channel).map(meetings::get);
  }

  /** A decision that everybody may know of. */
  public record Published(String body, String number, Instant heldAt, String text) {}

  /** What bodies decided in minutes that were approved from an instant to another. */
  public List<Published> published(Instant from, Instant to) {
    return decisions.published(from, to);
  }

  /** For each body, the last of its meetings whose notes were sent. */
  public List<Proceedings> lastClosed() {
    return dao.lastClosed().stream().map(id -> of(meetings.get(id))).toList();
  }

  @Override
  public List<LocalDate> toApprove(Meeting meeting) {
    return dao.unapproved(meeting.body(), meeting.startsAt()).stream().map(meetings::day).toList();
  }

  @Override
  public List<String> promised(Meeting meeting) {
    return actions.openOf(meeting.body(), meeting.startsAt()).stream()
        .map(each -> each.number() + ", " + each.text())
        .toList();
  }

  /** Every open action, the one that is due first. */
  public List<ActionItem> openActions() {
    return actions.open();
  }

  /** Open actions that a person may see: their own, and those of meetings they were invited to. */
  public List<ActionItem> openActions(PersonId reader) {
    return actions.openFor(reader);
  }

  /**
   * Somebody has something to do that was not promised at a meeting.
   *
   * @param body in whose series it is numbered
   * @param origin what it comes from: {@code E-7}
   * @return its number
   */
  public String promise(Body body, String origin, String text, PersonId responsible, Term term) {
    int year = term.from().getYear();
    String number =
        ActionItem.number(body.code(), year, decisions.next(body.id(), year, ActionItem.SERIES));
    actions.promise(number, origin, text, responsible, term.due());
    return number;
  }

  /** From the day it is promised to the day it is due. */
  public record Term(LocalDate from, LocalDate due) {}

  public Optional<ActionItem> action(String number) {
    return actions.action(number);
  }

  /** Those invited, as they answered unless it was noted otherwise; then those who came besides. */
  private List<Participant> participants(Meeting meeting) {
    Map<PersonId, Standing> noted = new HashMap<>();
    for (SittingDao.Noted one : sittings.attendance(meeting.id()))
      noted.put(one.person(), one.standing());
    List<Participant> participants = new ArrayList<>();
    for (Invited invited : meetings.invited(meeting)) {
      Person person = invited.person();
      Standing known = noted.remove(person.id());
      Standing standing =
          known == null
              ? Standing.expected(
                  invited.invitation().presence(), invited.invitation().proxy() != null)
              : known;
      participants.add(new Participant(person, standing, !invited.invitation().guest()));
    }
    noted.forEach(
        (guest, standing) -> participants.add(new Participant(people.get(guest), standing, false)));
    participants.sort(BY_NAME);
    return participants;
  }

  /**
   * Whether somebody may read what is kept of a meeting: who was invited or came, and the
   * secretary.
   */
  boolean mayRead(Proceedings said, Actor actor) {
    return actor.role().covers(Role.SECRETARY)
        || said.participants().stream().anyMatch(one -> one.person().id().equals(actor.known()));
  }

  /**
   * @throws Refusal when they may not read it
   */
  void requireReader(Proceedings said, Actor actor) {
    if (!mayRead(said, actor)) throw new Refusal("minutes.not_there", said.meeting().number());
  }

  /** What holds words and somebody may read, the latest first. */
  List<Found> search(String words, Actor reader) {
    Map<MeetingId, Boolean> mayRead = new HashMap<>();
    return decisions.search(words, MOST_FOUND).stream()
        .filter(
            each ->
                mayRead.computeIfAbsent(
                    each.meeting(), id -> mayRead(of(meetings.get(id)), reader)))
        .toList();
  }

  /** The meeting at which a decision was taken, by its number as it is written. */
  Meeting meetingOf(String decision) {
    return meetings.get(decisions.meetingOf(decision).orElseThrow());
  }

  /** The numbers of the decisions of a body, or of all, the latest first. */
  List<String> register(@Nullable BodyId body, int most) {
    return decisions.register(body, most);
  }

  /** The number of a decision as it is written, when there is one. */
  public Optional<String> decision(String number) {
    return decisions.decision(number);
  }
}
