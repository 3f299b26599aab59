package ca.greffier.progress;

import ca.greffier.directory.BodyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface CadenceDao {
  /** What tells how fresh a body's word is on a day. */
  record Basis(
      BodyId body, @Nullable Instant answered, @Nullable Instant asked, @Nullable Integer weeks) {}

  @SqlUpdate(
      """
      INSERT INTO progress_cadence (body, weeks, starts, hour, days, stopped, set_by, set_at, reason)
      VALUES (:body, :weeks, :starts, :hour, :days, :stopped, :setBy, :setAt, :reason)
      """)
  void put(@BindMethods Cadence cadence);

  @SqlQuery(
      """
      SELECT body, weeks, starts, hour, days, stopped, set_by, set_at, reason
      FROM progress_cadence WHERE body = :body ORDER BY id DESC LIMIT 1
      """)
  Optional<Cadence> of(BodyId body);

  /** The last of each body, in the order of the bodies. */
  @SqlQuery(
      """
      SELECT DISTINCT ON (body) body, weeks, starts, hour, days, stopped, set_by, set_at, reason
      FROM progress_cadence ORDER BY body, id DESC
      """)
  List<Cadence> all();

  @SqlQuery(
      """
      SELECT body, weeks, starts, hour, days, stopped, set_by, set_at, reason
      FROM progress_cadence WHERE body = :body ORDER BY id DESC LIMIT :most
      """)
  List<Cadence> history(BodyId body, int most);

  /**
   * True when the body has been asked for a day of its cadence: by that round, by one that was open
   * then, or by one opened since.
   */
  @SqlQuery(
      """
      SELECT EXISTS (
        SELECT FROM progress_round
        WHERE body = :body
          AND (due_on = :day OR consolidated_at IS NULL OR consolidated_at > :moment
               OR opened_at >= :moment))
      """)
  boolean isAsked(BodyId body, LocalDate day, Instant moment);

  /** As it was known before an instant; a stopped cadence has no weeks. */
  @SqlQuery(
      """
      SELECT b.id AS body,
             (SELECT max(last.at) FROM progress_round r, LATERAL (
                SELECT max(at) AS at FROM progress_answer
                WHERE round = r.id AND at < :before) last
              WHERE r.body = b.id) AS answered,
             least((SELECT min(opened_at) FROM progress_round
                    WHERE body = b.id AND opened_at < :before),
                   (SELECT min(set_at) FROM progress_cadence
                    WHERE body = b.id AND set_at < :before)) AS asked,
             (SELECT CASE WHEN stopped THEN NULL ELSE weeks END FROM progress_cadence
              WHERE body = b.id AND set_at < :before ORDER BY id DESC LIMIT 1) AS weeks
      FROM body b ORDER BY b.id
      """)
  List<Basis> bases(Instant before);
}
