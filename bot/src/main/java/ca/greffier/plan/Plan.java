package ca.greffier.plan;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.BodyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The deliverables and milestones, and their dates. A baseline moves only by an approved change;
 * forecasts move, and every state is kept.
 */
public final class Plan {
  private final PlanDao dao;
  private final ZoneId zone;

  /**
   * @param zone in which a date is past
   */
  public Plan(Jdbi jdbi, ZoneId zone) {
    this.dao = jdbi.onDemand(PlanDao.class);
    this.zone = zone;
  }

  /**
   * What a table says of a deliverable; its baseline is what was approved first, and is only ever
   * set. Where it says nothing of the person or the weight, there is none; of {@code hard}, nothing
   * changes.
   */
  public record Entry(
      String code,
      DeliverableKind kind,
      String title,
      BodyId body,
      @Nullable PersonId person,
      int weight,
      @Nullable LocalDate baseline,
      @Nullable LocalDate forecast,
      @Nullable LocalDate reached,
      @Nullable String proof,
      @Nullable Boolean hard) {}

  public Deliverable get(DeliverableId id) {
    return dao.deliverable(id).orElseThrow(() -> new IllegalArgumentException("none: " + id));
  }

  public Optional<Deliverable> byCode(String code) {
    return dao.byCode(code.trim()).map(this::get);
  }

  /** All of them, the next due first. */
  public List<Deliverable> all() {
    return dao.deliverables();
  }

  /** Who gave its last forecast; nobody when there is none, or the person is gone. */
  public Optional<PersonId> forecaster(DeliverableId id) {
    return dao.forecaster(id);
  }

  /** All of them as they were believed to be at the end of a day, the next due first. */
  public List<Deliverable> asOf(LocalDate day) {
    return dao.before(endOf(day), null);
  }

  /**
   * The same, beside what is known of a later day: only those that changed in between are asked.
   *
   * @param known all of them as they are believed to be at the end of the later day
   */
  public List<Deliverable> asOf(LocalDate day, LocalDate later, List<Deliverable> known) {
    Set<DeliverableId> changed = dao.changed(endOf(day), endOf(later));
    List<Deliverable> all =
        new ArrayList<>(known.stream().filter(each -> !changed.contains(each.id())).toList());
    if (!changed.isEmpty())
      all.addAll(dao.before(endOf(day), changed.stream().map(DeliverableId::value).toList()));
    return all;
  }

  private Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** What a body must deliver, the next due first. */
  public List<Deliverable> of(BodyId body) {
    return all().stream().filter(each -> each.body().equals(body)).toList();
  }

  /** What a body has not delivered yet, the next due first. */
  public List<Deliverable> open(BodyId body) {
    return of(body).stream().filter(Deliverable::isOpen).toList();
  }

  /**
   * Gives a new forecast; the same one again is nothing.
   *
   * @throws Refusal when the deliverable is reached, or the date is past
   */
  public void forecast(Deliverable what, LocalDate date, PersonId by, Instant at) {
    requireOpen(what);
    if (date.isBefore(today(at))) throw new Refusal("plan.forecast.past", date, what.code());
    move(what.id(), date, by, at);
    dao.keep(what.id(), at, by);
  }

  /**
   * Notes the percentage its body declares.
   *
   * @throws Refusal when the deliverable is reached or cancelled
   */
  public void declare(Deliverable what, int percent, PersonId by, Instant at) {
    requireOpen(what);
    dao.declare(what.id(), percent);
    dao.keep(what.id(), at, by);
  }

  /** Puts its baseline at another date: what an approved change decided (domain.md K23). */
  public void rebase(Deliverable what, LocalDate date, PersonId by, Instant at) {
    dao.rebase(what.id(), date);
    dao.keep(what.id(), at, by);
  }

  /**
   * Notes that it was handed over.
   *
   * @throws Refusal when it was already, when it is cancelled, or when the date is still to come
   */
  void reach(Deliverable what, LocalDate on, @Nullable String proof, PersonId by, Instant at) {
    requirePast(what.code(), on, at);
    requireOpen(what);
    dao.reach(what.id(), on, proof);
    dao.keep(what.id(), at, by);
  }

  /**
   * Notes that it was accepted.
   *
   * @throws Refusal when it was not handed over, or the date is before that or still to come
   */
  void accept(Deliverable what, LocalDate on, @Nullable String proof, PersonId by, Instant at) {
    LocalDate reached = what.reached();
    if (reached == null) throw new Refusal("plan.accept.unreached", what.code());
    requirePast(what.code(), on, at);
    if (on.isBefore(reached)) throw new Refusal("plan.accept.early", what.code(), reached);
    dao.accept(what.id(), on, proof);
    dao.keep(what.id(), at, by);
  }

  /**
   * Gives it up.
   *
   * @throws Refusal when it is reached or cancelled already
   */
  void cancel(Deliverable what, String reason, PersonId by, Instant at) {
    requireOpen(what);
    dao.cancel(what.id(), today(at), reason);
    dao.keep(what.id(), at, by);
  }

  /**
   * Takes back that it was reached, accepted or cancelled.
   *
   * @throws Refusal when it is open
   */
  void reopen(Deliverable what, String reason, PersonId by, Instant at) {
    if (what.isOpen()) throw new Refusal("plan.reopen.open", what.code());
    dao.reopen(what.id(), reason);
    dao.keep(what.id(), at, by);
  }

  /** The next code of a kind; nobody else takes it before the transaction ends. */
  public String nextCode(DeliverableKind kind) {
    dao.lockNumbers();
    return "%s-%02d".formatted(kind.letter(), dao.lastNumber(kind.letter()) + 1);
  }

  /** Adds or corrects a deliverable. The caller has checked that the baseline does not move. */
  public void put(Entry entry, PersonId by, Instant at) {
    DeliverableId id = dao.upsert(entry);
    LocalDate forecast = entry.forecast();
    if (forecast != null) move(id, forecast, by, at);
    LocalDate reached = entry.reached();
    String proof = entry.proof();
    if (reached != null) dao.reach(id, reached, proof);
    if (reached != null && proof != null) dao.prove(id, proof);
    dao.keep(id, at, by);
  }

  /**
   * @throws Refusal when a date is still to come
   */
  public void requirePast(String code, LocalDate reached, Instant at) {
    if (reached.isAfter(today(at))) throw new Refusal("plan.reach.future", reached, code);
  }

  /** The day of an instant, in the zone of the project. */
  public LocalDate today(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private void move(DeliverableId id, LocalDate date, PersonId by, Instant at) {
    if (dao.forecast(id, date) > 0) dao.keepForecast(id, date, at, by);
  }

  private static void requireOpen(Deliverable what) {
    LocalDate reached = what.reached();
    if (reached != null) throw new Refusal("plan.reached", what.code(), reached);
    LocalDate cancelled = what.dates().cancelled();
    if (cancelled != null) throw new Refusal("plan.cancelled", what.code(), cancelled);
  }
}
