package ca.greffier.progress;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.text.Money;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Takes an answer, late or changed too, until its round ends; the forecast and the percentage it
 * gives go to the plan at once. Refuses people who have no seat in the body.
 */
public final class Answering {
  private static final int FULL = 100;

  private final ProgressDao dao;
  private final Bodies bodies;
  private final Plan plan;
  private final ZoneId zone;

  public Answering(Jdbi jdbi, Bodies bodies, Plan plan, ZoneId zone) {
    this.dao = jdbi.onDemand(ProgressDao.class);
    this.bodies = bodies;
    this.plan = plan;
    this.zone = zone;
  }

  /** What was said, before it is known which deliverable it is about. */
  record Said(
      String words,
      Optional<ProgressState> state,
      Optional<Integer> percent,
      Optional<Deliverable> deliverable,
      Optional<LocalDate> date,
      Optional<Money> spent,
      Optional<String> blocker) {

    static Said words(String words) {
      return new Said(
          words,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    boolean changesPlan() {
      return percent.isPresent() || date.isPresent();
    }

    /** True when its words say that nothing has changed, and what else is given was so before. */
    boolean repeats(Answer before) {
      return Unchanged.isSaid(words)
          && isSame(state, before.state())
          && isSame(percent, before.percent())
          && isSame(deliverable.map(Deliverable::id), before.deliverable())
          && isSame(date, before.forecast())
          && isSame(spent, before.spent())
          && isSame(blocker, before.blocker());
    }

    private static <T> boolean isSame(Optional<T> given, @Nullable T before) {
      return given.isEmpty() || given.get().equals(before);
    }
  }

  /**
   * What became of an answer.
   *
   * @param kept when the answer that it repeats was given
   * @param changes what it changed in the plan
   */
  record Taken(Optional<Instant> kept, List<Phrase> changes) {}

  /** Notes an answer; one that says that nothing has changed repeats the one before. */
  Taken take(Round round, PersonId person, Said said, Instant at) {
    Body body = bodies.get(round.body());
    requireOpen(round, at);
    requireSeat(round, body, person, at);
    Optional<Answer> before = dao.last(round.body(), person).filter(said::repeats);
    if (before.isPresent()) return repeat(before.get(), round, person, said.words(), at);
    @Nullable Deliverable about = about(body, said).orElse(null);
    List<Phrase> doubts = about == null ? List.of() : doubts(about, said);
    dao.answer(
        new Answer(
            round.id(),
            person,
            at,
            said.words(),
            said.state().orElse(null),
            about == null ? null : about.id(),
            said.percent().orElse(null),
            said.date().orElse(null),
            said.spent().orElse(null),
            said.blocker().orElse(null),
            null));
    List<Phrase> changes = new ArrayList<>();
    if (about != null) changes.addAll(update(about, said, person, at));
    changes.addAll(doubts);
    return new Taken(Optional.empty(), changes);
  }

  /**
   * Notes that nothing has changed: what this person said last for the body, or else anybody of it,
   * is said again.
   *
   * @throws Refusal when nobody has said anything yet
   */
  Taken keep(Round round, PersonId person, Instant at) {
    Body body = bodies.get(round.body());
    requireOpen(round, at);
    requireSeat(round, body, person, at);
    Answer before =
        dao.last(round.body(), person)
            .orElseThrow(() -> new Refusal("progress.unchanged.nothing", body.name()));
    return repeat(before, round, person, "", at);
  }

  /**
   * What a form may show of it: about the same deliverable, not yet handed over, and no date that
   * is past.
   */
  Optional<Answer> shown(Round round, PersonId person, Optional<Deliverable> about, Instant at) {
    Optional<Answer> last =
        about.isPresent() ? dao.latestAbout(about.get().id()) : dao.last(round.body(), person);
    return last.filter(answer -> !isOver(answer))
        .map(answer -> isPast(answer.forecast(), at) ? answer.withoutForecast() : answer);
  }

  /** What a body has left to hand over. */
  List<Deliverable> left(BodyId body) {
    return plan.open(body);
  }

  /** What an answer gives besides its words. */
  List<Phrase> details(Answer answer) {
    return new Details(plan).of(answer);
  }

  @Nullable Deliverable about(Answer answer) {
    return answer.deliverable() == null ? null : plan.get(answer.deliverable());
  }

  private boolean isOver(Answer answer) {
    return answer.deliverable() != null && !plan.get(answer.deliverable()).isOpen();
  }

  private boolean isPast(@Nullable LocalDate date, Instant at) {
    return date != null && date.isBefore(LocalDate.ofInstant(at, zone));
  }

  /** Its words are not said again: they were of another day. */
  private Taken repeat(Answer before, Round round, PersonId person, String words, Instant at) {
    Instant first = before.repeats() != null ? before.repeats() : before.at();
    dao.answer(
        new Answer(
            round.id(),
            person,
            at,
            words,
            before.state(),
            before.deliverable(),
            before.percent(),
            before.forecast(),
            before.spent(),
            before.blocker(),
            first));
    return new Taken(Optional.of(first), List.of());
  }

  /**
   * What contradicts what was said before, or itself (domain.md K20): it is noted all the same, and
   * asked about. A date that is past is refused by the plan.
   */
  private List<Phrase> doubts(Deliverable about, Said said) {
    List<Phrase> doubts = new ArrayList<>();
    boolean isDone = said.state().equals(Optional.of(ProgressState.DONE));
    Optional<Answer> earlier = dao.latestAbout(about.id());
    boolean wasDone = earlier.map(Answer::state).equals(Optional.of(ProgressState.DONE));
    if (wasDone && said.state().isPresent() && !isDone)
      doubts.add(Phrase.of("progress.doubt.undone", about.code()));
    if (isDone && said.percent().filter(percent -> percent < FULL).isPresent())
      doubts.add(Phrase.of("progress.doubt.done", about.code(), new Percent(said.percent().get())));
    Integer declared = about.declared();
    if (declared != null && said.percent().filter(percent -> percent < declared).isPresent())
      doubts.add(
          Phrase.of(
              "progress.doubt.less",
              about.code(),
              new Percent(declared),
              new Percent(said.percent().get())));
    Optional<Money> spent = earlier.map(Answer::spent);
    if (spent.isPresent() && said.spent().filter(now -> now.compareTo(spent.get()) < 0).isPresent())
      doubts.add(Phrase.of("progress.doubt.spent", about.code(), spent.get(), said.spent().get()));
    return doubts;
  }

  private List<Phrase> update(Deliverable about, Said said, PersonId by, Instant at) {
    List<Phrase> changes = new ArrayList<>();
    Optional<Integer> percent = said.percent();
    if (percent.isEmpty() && said.state().equals(Optional.of(ProgressState.DONE)))
      percent = Optional.of(100);
    percent.ifPresent(
        declared -> {
          plan.declare(about, declared, by, at);
          changes.add(Phrase.of("progress.change.percent", about.code(), new Percent(declared)));
        });
    said.date()
        .ifPresent(
            date -> {
              plan.forecast(about, date, by, at);
              changes.add(Phrase.of("progress.change.date", about.code(), date));
            });
    return changes;
  }

  private static void requireOpen(Round round, Instant at) {
    if (!at.isBefore(round.endsAt())) throw new Refusal("progress.ended", round.endsAt());
  }

  /** Members answer, asked or not, and whoever stands in for one. */
  private void requireSeat(Round round, Body body, PersonId person, Instant at) {
    boolean seated =
        bodies.members(body.id(), LocalDate.ofInstant(at, zone)).stream()
            .anyMatch(member -> member.person().id().equals(person));
    if (!seated && !dao.isExpected(round.id(), person))
      throw new Refusal("progress.stranger", body.name());
  }

  /** The deliverable that was named, or the only one the body has left when one is needed. */
  private Optional<Deliverable> about(Body body, Said said) {
    if (said.deliverable().isPresent()) {
      Deliverable named = said.deliverable().get();
      if (!named.body().equals(body.id()))
        throw new Refusal("progress.foreign", named.code(), body.name());
      return said.deliverable();
    }
    if (said.equals(Said.words(said.words()))) return Optional.empty();
    List<Deliverable> left = plan.open(body.id());
    if (left.size() == 1) return Optional.of(left.getFirst());
    if (!said.changesPlan()) return Optional.empty();
    List<String> codes = left.stream().map(Deliverable::code).toList();
    if (codes.isEmpty()) throw new Refusal("progress.which.none", body.name());
    throw new Refusal("progress.which", codes);
  }
}
