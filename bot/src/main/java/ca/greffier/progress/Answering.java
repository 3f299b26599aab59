package ca.greffier.progress;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
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
      Optional<String> blocker) {

    boolean changesPlan() {
      return percent.isPresent() || date.isPresent();
    }
  }

  /**
   * Notes an answer.
   *
   * @return what it changed in the plan
   */
  List<Phrase> take(Round round, PersonId person, Said said, Instant at) {
    Body body = bodies.get(round.body());
    requireOpen(round, at);
    requireSeat(body, person, LocalDate.ofInstant(at, zone));
    @Nullable Deliverable about = about(body, said).orElse(null);
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
            said.blocker().orElse(null)));
    return about == null ? List.of() : update(about, said, person, at);
  }

  private List<Phrase> update(Deliverable about, Said said, PersonId by, Instant at) {
    List<Phrase> changes = new ArrayList<>();
    Optional<Integer> percent = said.percent();
    if (percent.isEmpty() && said.state().equals(Optional.of(ProgressState.DONE)))
      percent = Optional.of(100);
    percent.ifPresent(
        declared -> {
          plan.declare(about, declared);
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

  private void requireSeat(Body body, PersonId person, LocalDate on) {
    boolean seated =
        bodies.members(body.id(), on).stream().anyMatch(m -> m.person().id().equals(person));
    if (!seated) throw new Refusal("progress.stranger", body.name());
  }

  /** The deliverable that was named, or the only one the body has left when one is needed. */
  private Optional<Deliverable> about(Body body, Said said) {
    if (said.deliverable().isPresent()) {
      Deliverable named = said.deliverable().get();
      if (!named.body().equals(body.id()))
        throw new Refusal("progress.foreign", named.code(), body.name());
      return said.deliverable();
    }
    if (!said.changesPlan()) return Optional.empty();
    List<Deliverable> left = plan.open(body.id());
    if (left.size() == 1) return Optional.of(left.getFirst());
    List<String> codes = left.stream().map(Deliverable::code).toList();
    if (codes.isEmpty()) throw new Refusal("progress.which.none", body.name());
    throw new Refusal("progress.which", codes);
  }
}
