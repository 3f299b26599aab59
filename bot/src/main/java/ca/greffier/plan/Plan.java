package ca.greffier.plan;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.BodyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The deliverables and their dates. A baseline is set once; forecasts move and are all kept. */
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

  /** What a table says of a deliverable. */
  record Entry(
      String code,
      String title,
      BodyId body,
      @Nullable PersonId person,
      int weight,
      @Nullable LocalDate baseline,
      @Nullable LocalDate forecast,
      @Nullable LocalDate reached) {}

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

  /** What a body must deliver, the next due first. */
  public List<Deliverable> of(BodyId body) {
    return all().stream().filter(each -> each.body().equals(body)).toList();
  }

  /** What a body has not delivered yet, the next due first. */
  public List<Deliverable> open(BodyId body) {
    return of(body).stream().filter(each -> !each.isReached()).toList();
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
  }

  /**
   * Notes the percentage its body declares.
   *
   * @throws Refusal when the deliverable is reached
   */
  public void declare(Deliverable what, int percent) {
    requireOpen(what);
    dao.declare(what.id(), percent);
  }

  /**
   * Notes that it was handed over.
   *
   * @throws Refusal when it was already, or when the date is still to come
   */
  void reach(Deliverable what, LocalDate on, Instant at) {
    requirePast(what.code(), on, at);
    requireOpen(what);
    dao.reach(what.id(), on);
  }

  /** Adds or corrects a deliverable. The caller has checked that the baseline does not move. */
  void put(Entry entry, PersonId by, Instant at) {
    DeliverableId id =
        dao.upsert(
            entry.code(),
            entry.title(),
            entry.body(),
            entry.person(),
            entry.weight(),
            entry.baseline());
    LocalDate forecast = entry.forecast();
    if (forecast != null) move(id, forecast, by, at);
    LocalDate reached = entry.reached();
    if (reached != null) dao.reach(id, reached);
  }

  void requirePast(String code, LocalDate reached, Instant at) {
    if (reached.isAfter(today(at))) throw new Refusal("plan.reach.future", reached, code);
  }

  LocalDate today(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private void move(DeliverableId id, LocalDate date, PersonId by, Instant at) {
    if (dao.forecast(id, date) > 0) dao.keepForecast(id, date, at, by);
  }

  private static void requireOpen(Deliverable what) {
    LocalDate reached = what.reached();
    if (reached != null) throw new Refusal("plan.reached", what.code(), reached);
  }
}
