package ca.greffier.poll;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.Member;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.meeting.MeetingId;
import ca.greffier.meeting.MeetingPlan;
import ca.greffier.meeting.Meetings;
import ca.greffier.meeting.Quorum;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The polls on a date: opened, answered by any door, and made into a meeting. */
public final class Polls {
  static final String ANSWER = "sondage voter";

  private static final Duration USUAL = Duration.ofHours(48);

  /** For a poll that is opened late. */
  private static final Duration LATE = Duration.ofHours(36);

  private static final int LISTED = 30;

  private final PollDao dao;
  private final Parts in;
  private final ZoneId zone;

  /** What polls are made with. */
  public record Parts(
      Asks asks, Bodies bodies, People people, Meetings meetings, PollLetters letters) {}

  public Polls(Jdbi jdbi, Parts parts, ZoneId zone) {
    this.dao = jdbi.onDemand(PollDao.class);
    this.in = parts;
    this.zone = zone;
  }

  /** What somebody asks the members of a body. */
  record Opening(
      Body body, String title, int minutes, String place, List<Instant> dates, Instant closesAt) {}

  /**
   * Asks every member of a body what they say of each date; its channel is told too.
   *
   * @throws Refusal when a date is past or comes before the end of the poll, or nobody sits there
   */
  Poll open(Opening opening, PersonId by, Instant at) {
    Instant closes = opening.closesAt();
    if (!closes.isAfter(at)) throw new Refusal("poll.closes.past", closes);
    for (Instant date : opening.dates())
      if (!date.isAfter(closes)) throw new Refusal("poll.closes.late", date, closes);
    List<Person> members = members(opening.body(), at);
    if (members.isEmpty()) throw new Refusal("poll.nobody", opening.body().code());
    PollId id =
        dao.open(
            opening.body().id(),
            opening.title(),
            opening.minutes(),
            opening.place(),
            by,
            at,
            remindAt(at, closes),
            closes);
    int number = 0;
    for (Instant date : opening.dates()) dao.option(id, ++number, date);
    Poll poll = get(id);
    for (Person member : members) {
      AskId ask = in.asks().put(member.id(), ANSWER, Map.of("sondage", poll.code()), closes);
      dao.voter(id, member.id(), ask);
      in.letters().ask(poll, opening.body(), tallies(poll), member, ask);
    }
    in.letters().post(poll, opening.body(), tallies(poll));
    return poll;
  }

  private List<Person> members(Body body, Instant at) {
    return in.bodies().members(body.id(), LocalDate.ofInstant(at, zone)).stream()
        .map(Member::person)
        .distinct()
        .toList();
  }

  /** Two days before the end; a day and a half, or halfway, when there is no such time. */
  private static Instant remindAt(Instant opened, Instant closes) {
    Duration open = Duration.between(opened, closes);
    if (open.compareTo(USUAL.plus(Duration.ofHours(12))) > 0) return closes.minus(USUAL);
    if (open.compareTo(LATE.plus(Duration.ofHours(6))) > 0) return closes.minus(LATE);
    return opened.plus(open.dividedBy(2));
  }

  Poll get(PollId id) {
    return dao.get(id).orElseThrow(() -> new IllegalArgumentException("none: " + id));
  }

  Optional<Poll> byNumber(int number) {
    return dao.get(new PollId(number));
  }

  /** The open ones first. */
  List<Poll> all() {
    return dao.all(LISTED);
  }

  List<Tally> tallies(Poll poll) {
    Quorum quorum = in.meetings().quorum(poll.body(), dao.voters(poll.id()).size());
    return dao.counts(poll.id()).stream()
        .map(
            each ->
                new Tally(
                    each.number(),
                    each.startsAt(),
                    each.yes(),
                    each.ifNeeded(),
                    each.no(),
                    each.silent(),
                    quorum))
        .toList();
  }

  boolean isAsked(Poll poll, PersonId person) {
    return dao.voters(poll.id()).stream().anyMatch(each -> each.person().equals(person));
  }

  /** Who has said nothing yet. */
  List<Person> silent(Poll poll) {
    return dao.voters(poll.id()).stream()
        .filter(each -> !each.voted())
        .map(each -> in.people().get(each.person()))
        .toList();
  }

  /** By date, who said what. */
  Map<Integer, Map<Says, List<String>>> said(Poll poll) {
    Map<Integer, Map<Says, List<String>>> said = new LinkedHashMap<>();
    for (PollDao.Vote each : dao.votes(poll.id()))
      said.computeIfAbsent(each.number(), _ -> new EnumMap<>(Says.class))
          .computeIfAbsent(each.says(), _ -> new ArrayList<>())
          .add(in.people().get(each.person()).fullName());
    return said;
  }

  /**
   * Notes what somebody says of every date; another answer takes the place of the first.
   *
   * @throws Refusal when the poll is over, they are not asked, or a date is not among those asked
   */
  void vote(Poll poll, PersonId person, VoteWords.Votes votes, Instant at) {
    if (!poll.isOpen(at)) throw new Refusal("poll.over", poll.code());
    if (!isAsked(poll, person)) throw new Refusal("poll.stranger", poll.code());
    List<Tally> dates = tallies(poll);
    if (votes.highest() > dates.size())
      throw new Refusal("poll.number", votes.highest(), dates.size());
    if (votes.inOrder() && votes.by().size() != dates.size())
      throw new Refusal("poll.count", votes.by().size(), dates.size());
    for (Tally date : dates)
      dao.vote(poll.id(), person, date.number(), votes.of(date.number()), at);
  }

  /**
   * Makes one of the dates a meeting, which is not convened yet.
   *
   * @throws Refusal when it became one already, has no such date, or that date is past
   */
  MeetingId decide(Poll which, int number, String domain, Instant at) {
    Poll poll = dao.hold(which.id()).orElseThrow();
    if (poll.decidedAt() != null) throw new Refusal("poll.decided", poll.code(), poll.decidedAt());
    List<Tally> dates = tallies(poll);
    if (number > dates.size()) throw new Refusal("poll.number", number, dates.size());
    Instant start = dates.get(number - 1).startsAt();
    if (!start.isAfter(at)) throw new Refusal("meeting.past", start);
    MeetingId meeting =
        in.meetings()
            .plan(
                poll.body(),
                new MeetingPlan(poll.title(), start, poll.minutes(), poll.place(), ""),
                domain);
    dao.decide(poll.id(), meeting, at);
    return meeting;
  }
}
