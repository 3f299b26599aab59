package ca.greffier.plan;

import ca.greffier.command.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface PlanDao {
  String NOW =
      """
      SELECT id, kind, code, title, body, person, weight, hard, original, baseline, forecast,
             reached, accepted, cancelled, proof, declared,
             (SELECT greatest(count(*) - 1, 0) FROM deliverable_forecast
              WHERE deliverable = d.id)::int AS moves
      FROM deliverable d
      """;

  /** All of them; how often each was put off is counted for all at once. */
  @SqlQuery(
      """
      SELECT id, kind, code, title, body, person, weight, hard, original, baseline, forecast,
             reached, accepted, cancelled, proof, declared,
             greatest(coalesce(f.times, 0) - 1, 0)::int AS moves
      FROM deliverable d
      LEFT JOIN (SELECT deliverable, count(*) AS times FROM deliverable_forecast
                 GROUP BY deliverable) f ON f.deliverable = d.id
      ORDER BY coalesce(forecast, baseline) NULLS LAST, code
      """)
  List<Deliverable> deliverables();

  @SqlQuery(NOW + "WHERE id = :id")
  Optional<Deliverable> deliverable(DeliverableId id);

  /** Those that changed from an instant on and before another. */
  @SqlQuery("SELECT DISTINCT deliverable FROM deliverable_version WHERE at >= :from AND at < :end")
  Set<DeliverableId> changed(Instant from, Instant end);

  /**
   * Each as it stood after the last change before an instant; those that came later are absent.
   *
   * @param only some of them; null for all
   */
  @SqlQuery(
      """
      SELECT d.id, d.kind, d.code, d.title, v.body, d.person, v.weight, d.hard, v.original,
             v.baseline, v.forecast, v.reached, v.accepted, v.cancelled, v.proof, v.declared,
             greatest(coalesce(f.times, 0) - 1, 0)::int AS moves
      FROM deliverable d
      JOIN (SELECT DISTINCT ON (deliverable) * FROM deliverable_version
            WHERE at < :end AND (:only::bigint[] IS NULL OR deliverable = ANY(:only))
            ORDER BY deliverable, id DESC) v ON v.deliverable = d.id
      LEFT JOIN (SELECT deliverable, count(*) AS times FROM deliverable_forecast
                 WHERE at < :end AND (:only::bigint[] IS NULL OR deliverable = ANY(:only))
                 GROUP BY deliverable) f ON f.deliverable = d.id
      ORDER BY coalesce(v.forecast, v.baseline) NULLS LAST, d.code
      """)
  List<Deliverable> before(Instant end, @Nullable List<Long> only);

  @SqlQuery("SELECT id FROM deliverable WHERE code = upper(:code)")
  Optional<DeliverableId> byCode(String code);

  /** The highest number given to a code that begins with these letters; 0 when none was. */
  @SqlQuery(
      """
      SELECT coalesce(max(substring(code FROM '^[A-Z]-([0-9]{1,6})$')::int), 0)
      FROM deliverable WHERE code LIKE :letter || '-%'
      """)
  int lastNumber(String letter);

  @SqlUpdate("LOCK TABLE deliverable IN SHARE ROW EXCLUSIVE MODE")
  void lockNumbers();

  /** Adds a deliverable, or corrects the one that has this code; its baseline is only ever set. */
  @SqlQuery(
      """
      INSERT INTO deliverable (code, kind, title, body, person, weight, hard, original, baseline)
      VALUES (:code, :kind, :title, :body, :person, :weight, coalesce(:hard, false), :baseline,
              :baseline)
      ON CONFLICT (code) DO UPDATE
      SET title = excluded.title, body = excluded.body, person = excluded.person,
          weight = excluded.weight, hard = coalesce(:hard, deliverable.hard),
          original = coalesce(deliverable.original, excluded.original),
          baseline = coalesce(deliverable.baseline, excluded.baseline)
      RETURNING id
      """)
  DeliverableId upsert(@BindMethods Plan.Entry entry);

  @SqlUpdate(
      """
      UPDATE deliverable SET forecast = :forecast
      WHERE id = :id AND forecast IS DISTINCT FROM :forecast
      """)
  int forecast(DeliverableId id, LocalDate forecast);

  @SqlUpdate(
      """
      INSERT INTO deliverable_forecast (deliverable, forecast, at, person)
      VALUES (:id, :forecast, :at, :by)
      """)
  void keepForecast(DeliverableId id, LocalDate forecast, Instant at, PersonId by);

  @SqlQuery(
      """
      SELECT p.id FROM (SELECT person FROM deliverable_forecast WHERE deliverable = :id
                        ORDER BY id DESC LIMIT 1) f
      JOIN person p ON p.id = f.person
      """)
  Optional<PersonId> forecaster(DeliverableId id);

  @SqlUpdate("UPDATE deliverable SET declared = :percent WHERE id = :id")
  void declare(DeliverableId id, int percent);

  @SqlUpdate(
      "UPDATE deliverable SET reached = :on, proof = coalesce(:proof, proof) WHERE id = :id AND"
          + " reached IS NULL")
  int reach(DeliverableId id, LocalDate on, @Nullable String proof);

  @SqlUpdate("UPDATE deliverable SET proof = :proof WHERE id = :id")
  void prove(DeliverableId id, String proof);

  @SqlUpdate(
      "UPDATE deliverable SET accepted = :on, proof = coalesce(:proof, proof) WHERE id = :id")
  void accept(DeliverableId id, LocalDate on, @Nullable String proof);

  @SqlUpdate("UPDATE deliverable SET cancelled = :on, reason = :reason WHERE id = :id")
  void cancel(DeliverableId id, LocalDate on, String reason);

  @SqlUpdate(
      """
      UPDATE deliverable SET reached = NULL, accepted = NULL, cancelled = NULL, proof = NULL,
             reason = :reason
      WHERE id = :id
      """)
  void reopen(DeliverableId id, String reason);

  @SqlUpdate(
      """
      UPDATE deliverable SET baseline = :date, original = coalesce(original, :date)
      WHERE id = :id
      """)
  void rebase(DeliverableId id, LocalDate date);

  /** Keeps the deliverable as it now stands, unless it stood so already. */
  @SqlUpdate(
      """
      INSERT INTO deliverable_version (deliverable, at, person, body, weight, original, baseline,
             forecast, reached, accepted, cancelled, proof, reason, declared)
      SELECT d.id, :at, :by, d.body, d.weight, d.original, d.baseline, d.forecast, d.reached,
             d.accepted, d.cancelled, d.proof, d.reason, d.declared
      FROM deliverable d
      LEFT JOIN LATERAL (SELECT * FROM deliverable_version
                         WHERE deliverable = d.id ORDER BY id DESC LIMIT 1) v ON true
      WHERE d.id = :id
        AND (d.body, d.weight, d.original, d.baseline, d.forecast, d.reached, d.accepted,
             d.cancelled, d.proof, d.reason, d.declared)
            IS DISTINCT FROM
            (v.body, v.weight, v.original, v.baseline, v.forecast, v.reached, v.accepted,
             v.cancelled, v.proof, v.reason, v.declared)
      """)
  void keep(DeliverableId id, Instant at, PersonId by);
}
