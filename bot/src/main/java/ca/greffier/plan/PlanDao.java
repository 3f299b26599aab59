package ca.greffier.plan;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface PlanDao {
  @SqlQuery(
      """
      SELECT id, code, title, body, person, weight, baseline, forecast, reached, declared,
             (SELECT greatest(count(*) - 1, 0) FROM deliverable_forecast
              WHERE deliverable = d.id)::int AS moves
      FROM deliverable d ORDER BY coalesce(forecast, baseline) NULLS LAST, code
      """)
  List<Deliverable> deliverables();

  @SqlQuery(
      """
      SELECT id, code, title, body, person, weight, baseline, forecast, reached, declared,
             (SELECT greatest(count(*) - 1, 0) FROM deliverable_forecast
              WHERE deliverable = d.id)::int AS moves
      FROM deliverable d WHERE id = :id
      """)
  Optional<Deliverable> deliverable(DeliverableId id);

  @SqlQuery("SELECT id FROM deliverable WHERE code = upper(:code)")
  Optional<DeliverableId> byCode(String code);

  /** Adds a deliverable, or corrects the one that has this code; its baseline is only ever set. */
  @SqlQuery(
      """
      INSERT INTO deliverable (code, title, body, person, weight, baseline)
      VALUES (:code, :title, :body, :person, :weight, :baseline)
      ON CONFLICT (code) DO UPDATE
      SET title = excluded.title, body = excluded.body, person = excluded.person,
          weight = excluded.weight,
          baseline = coalesce(deliverable.baseline, excluded.baseline)
      RETURNING id
      """)
  DeliverableId upsert(
      String code,
      String title,
      BodyId body,
      @Nullable PersonId person,
      int weight,
      @Nullable LocalDate baseline);

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

  @SqlUpdate("UPDATE deliverable SET declared = :percent WHERE id = :id")
  void declare(DeliverableId id, int percent);

  @SqlUpdate("UPDATE deliverable SET reached = :on WHERE id = :id AND reached IS NULL")
  int reach(DeliverableId id, LocalDate on);
}
