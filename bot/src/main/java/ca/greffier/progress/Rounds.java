package ca.greffier.progress;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Absence;
import ca.greffier.directory.AbsenceWords;
import ca.greffier.directory.Absences;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rounds: opened for a body, read back, and what they leave unsaid. */
public final class Rounds {
  private static final int MOST_HISTORY = 50;

  private final ProgressDao dao;
  private final Asks asks;
  private final Absences absences;
  private final Relief relief;
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
    this.absences = new Absences(jdbi, zone);
    this.relief = new Relief(dao, new Relief.Parts(asks, absences, bodies, people, inquiry), zone);
    this.bodies = bodies;
    this.people = people;
    this.inquiry = inquiry;
    this.calendar = calendar;
    this.zone = zone;
  }

  /**
   * Somebody expected to answer a round, and when they last did.
   *
   * @param ask null while they are away
   */
  public record Asked(Person person, @Nullable AskId ask, Optional<Instant> answeredAt) {}

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
    List<Person> expected = expected(body, today);
    if (expected.isEmpty()) throw new Refusal("progress.nobody", body.code());
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
    for (Person person : expected) dao.expect(round.id(), person.id(), null);
    relief.askWhoIsThere(round, at);
    inquiry.post(round, body);
    return Optional.of(round);
  }

  /** Who answers for a body; when all of them are away and nobody stands in, everybody else too. */
  private List<Person> expected(Body body, LocalDate today) {
    List<Person> usual = bodies.respondents(body.id(), today);
    if (usual.stream().anyMatch(person -> !isLeft(person.id(), today))) return usual;
    Set<Person> all = new LinkedHashSet<>(usual);
    bodies.members(body.id(), today).forEach(member -> all.add(member.person()));
    return List.copyOf(all);
  }

  private boolean isLeft(PersonId person, LocalDate today) {
    Optional<Absence> absence = absences.on(person, today);
    if (absence.isEmpty()) return false;
    PersonId substitute = absence.get().substitute();
    return substitute == null || isAway(substitute, today);
  }

  boolean isAway(PersonId person, LocalDate day) {
    return absences.on(person, day).isPresent();
  }

  /** Somebody answers that they are away: noted, and told by a letter that can take it back. */
  void noteAbsence(PersonId person, AbsenceWords.Span span, Instant at) {
    absences.add(new Absence(person, span.starts(), span.ends(), null), person, at);
    AskId ask =
        asks.put(
            person,
            "absence retirer",
            Map.of("du", span.starts().toString()),
            span.ends().plusDays(1).atStartOfDay(zone).toInstant());
    inquiry.confirmAbsence(people.get(person), ask, span);
  }

  /** Asks those who have come back since a round was opened, or who stand in for others. */
  void askWhoIsThere(Instant now) {
    Set<PersonId> away = absences.away(day(now));
    for (Round round : dao.running(now)) {
      boolean changes =
          dao.expectations(round.id()).stream()
              .anyMatch(
                  each ->
                      each.answeredAt() == null
                          && (each.ask() == null || away.contains(each.person())));
      if (changes) relief.askWhoIsThere(round, now);
    }
  }

  /** Tells who leads a body that nobody has answered, and takes their word for it until the end. */
  void askLead(Round round, Body body, Person lead) {
    AskId ask =
        asks.put(
            lead.id(), "point donner", Map.of("ronde", "" + round.id().value()), round.endsAt());
    inquiry.tellLead(new Inquiry.Question(round, body, lead, ask));
  }

  private Refusal alreadyOpen(Body body) {
    Round open = dao.openRound(body.id()).orElseThrow();
    return new Refusal("progress.open.already", body.code(), open.closesAt(), open.id().value());
  }

  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
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

  /**
   * The last part of a deliverable does not advance.
   *
   * @param since when that share was first said
   */
  public record Stuck(DeliverableId deliverable, int percent, Instant since) {}

  /** Those whose last two answers say the same share, from there up to 99 %. */
  public List<Stuck> stuck(int from) {
    return dao.stuck(from);
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
        asked(quiet.round()).stream()
            .filter(each -> each.ask() != null)
            .map(Asked::person)
            .toList());
  }
}
