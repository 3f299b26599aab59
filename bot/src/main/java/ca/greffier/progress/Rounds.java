package ca.greffier.progress;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.plan.DeliverableId;
import ca.greffier.text.QuebecCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The rounds: opened for a body, read back, and what they leave unsaid. */
public final class Rounds {
  private static final int MOST_HISTORY = 50;

  private final ProgressDao dao;
  private final Asks asks;
  private final Bodies bodies;
  private final People people;
  private final Inquiry inquiry;
  private final QuebecCalendar calendar;
  private final ZoneId zone;

  public Rounds(
      Jdbi jdbi,
      Asks asks,
      Bodies bodies,
      People people,
      Inquiry inquiry,
      QuebecCalendar calendar,
      ZoneId zone) {
    this.dao = jdbi.onDemand(ProgressDao.class);
    this.asks = asks;
    this.bodies = bodies;
    this.people = people;
    this.inquiry = inquiry;
    this.calendar = calendar;
    this.zone = zone;
  }

  /** Somebody asked in a round, and when they last answered. */
  public record Asked(Person person, AskId ask, Optional<Instant> answeredAt) {}

  /**
   * A body that has said nothing since it was asked.
   *
   * @param round the last one closed without a word
   * @param rounds how many in a row
   * @param lastAnswer the last time it said anything
   * @param awaited who was asked
   */
  public record Silence(
      Body body, Round round, int rounds, Optional<LocalDate> lastAnswer, List<Person> awaited) {}

  /**
   * Why and how a body is asked.
   *
   * @param days working days given to answer
   * @param dueOn the day of its cadence; empty when somebody asks
   */
  record Opening(Body body, int days, PersonId by, Optional<LocalDate> dueOn) {}

  /**
   * Asks a body how things go: a letter to each person who answers for it, a post in its channel.
   *
   * @param days working days given to answer
   * @throws Refusal when a round is open already, or nobody answers for the body
   */
  Round open(Body body, int days, PersonId by, Instant at) {
    return openIfFree(new Opening(body, days, by, Optional.empty()), at)
        .orElseThrow(() -> alreadyOpen(body));
  }

  /**
   * The same, unless a round is open already or the day of the cadence has had its own.
   *
   * @throws Refusal when nobody answers for the body
   */
  Optional<Round> openIfFree(Opening opening, Instant at) {
    Body body = opening.body();
    LocalDate today = LocalDate.ofInstant(at, zone);
    List<Person> respondents = bodies.respondents(body.id(), today);
    if (respondents.isEmpty()) throw new Refusal("progress.nobody", body.code());
    Window window = Window.of(today, opening.days(), calendar);
    Optional<RoundId> id =
        dao.open(
            body.id(),
            opening.dueOn(),
            at,
            opening.by(),
            window.remindAt(zone),
            window.closesAt(zone),
            window.endsAt(zone));
    if (id.isEmpty()) return Optional.empty();
    Round round = get(id.get());
    for (Person person : respondents) {
      AskId ask =
          asks.put(
              person.id(), "point donner", Map.of("ronde", "" + id.get().value()), round.endsAt());
      dao.expect(id.get(), person.id(), ask);
      inquiry.ask(round, body, person, ask, dao.previous(body.id(), id.get()));
    }
    inquiry.post(round, body);
    return Optional.of(round);
  }

  private Refusal alreadyOpen(Body body) {
    Round open = dao.openRound(body.id()).orElseThrow();
    return new Refusal("progress.open.already", body.code(), open.closesAt(), open.id().value());
  }

  public Optional<Round> find(RoundId id) {
    return dao.round(id);
  }

  Round get(RoundId id) {
    return dao.round(id).orElseThrow(() -> new IllegalArgumentException("none: " + id));
  }

  public boolean isOpen(BodyId body) {
    return dao.openRound(body).isPresent();
  }

  /** The last round of each body. */
  public List<Round> latest() {
    return dao.latest();
  }

  /** Those that still take an answer. */
  List<Round> answerable(Instant now) {
    return dao.answerable(now);
  }

  public List<Asked> asked(RoundId round) {
    return dao.expectations(round).stream()
        .map(
            row ->
                new Asked(
                    people.get(row.person()), row.ask(), Optional.ofNullable(row.answeredAt())))
        .toList();
  }

  /** What each person answered last in a round. */
  public List<Answer> answers(RoundId round) {
    return dao.answers(round);
  }

  /** All that a body ever said, the latest first. */
  public List<Answer> history(BodyId body) {
    return dao.historyOf(body, MOST_HISTORY);
  }

  /** All that was ever said of a deliverable, the latest first. */
  public List<Answer> history(DeliverableId deliverable) {
    return dao.historyAbout(deliverable, MOST_HISTORY);
  }

  /** The last answer about a deliverable, in any round. */
  public Optional<Answer> latestAbout(DeliverableId deliverable) {
    return dao.latestAbout(deliverable);
  }

  /** The last answer about each of these deliverables, in any round; none for the others. */
  public Map<DeliverableId, Answer> latestAbout(List<DeliverableId> deliverables) {
    Map<DeliverableId, Answer> latest = new HashMap<>();
    for (Answer answer : dao.latestAbout(deliverables.stream().map(DeliverableId::value).toList()))
      if (answer.deliverable() != null) latest.put(answer.deliverable(), answer);
    return latest;
  }

  /** Bodies whose last closed rounds have had no answer from anybody, even late. */
  public List<Silence> silentBodies() {
    return dao.quiet().stream().map(this::silence).toList();
  }

  private Silence silence(ProgressDao.Quiet quiet) {
    return new Silence(
        bodies.get(quiet.body()),
        get(quiet.round()),
        quiet.rounds(),
        Optional.ofNullable(quiet.lastAnswer()).map(at -> LocalDate.ofInstant(at, zone)),
        asked(quiet.round()).stream().map(Asked::person).toList());
  }
}
