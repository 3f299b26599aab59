package ca.greffier.risk;

import ca.greffier.command.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface RiskDao {
  /** A risk with the last review of a day, and what it had become by then. */
  String ON_A_DAY =
      """
      SELECT r.id, kind, number, cause, event, consequence, deliverable, body, opened_on,
             CASE WHEN closed_on <= :on THEN state ELSE 'OPEN' END AS state,
             CASE WHEN closed_on <= :on THEN closed_on END AS closed_on,
             CASE WHEN closed_on <= :on THEN outcome ELSE '' END AS outcome,
             probability, impact, response, owner, trigger, review_by, v.day AS reviewed_on,
             (SELECT b.probability * b.impact FROM risk_review b
              WHERE b.risk = r.id AND b.id < v.id ORDER BY b.id DESC LIMIT 1) AS previous_score
      FROM risk r
           JOIN LATERAL (SELECT * FROM risk_review WHERE risk = r.id AND day <= :on
                         ORDER BY id DESC LIMIT 1) v ON true
      """;

  /** So that two people never take the same number. */
  @SqlUpdate("LOCK TABLE risk IN SHARE ROW EXCLUSIVE MODE")
  void lock();

  @SqlQuery(
      """
      INSERT INTO risk (kind, number, cause, event, consequence, deliverable, body, opened_on)
      SELECT :kind, coalesce(max(number), 0) + 1, :cause, :event, :consequence, :deliverable,
             :body, :day
      FROM risk WHERE kind = :kind
      RETURNING id
      """)
  RiskId insert(@BindMethods RiskStatement statement, LocalDate day);

  @SqlUpdate(
      """
      INSERT INTO risk_review (risk, day, person, probability, impact, response, owner, trigger,
                               review_by, words)
      VALUES (:risk, :day, :by, :probability, :impact, :response, :owner, :trigger, :reviewBy,
              :words)
      """)
  void review(RiskId risk, @BindMethods Review review, PersonId by, LocalDate day);

  @SqlQuery(ON_A_DAY + "ORDER BY probability * impact DESC, number")
  List<Risk> on(LocalDate on);

  @SqlQuery(ON_A_DAY + "WHERE r.id = :id")
  Optional<Risk> get(RiskId id, LocalDate on);

  @SqlQuery(ON_A_DAY + "WHERE kind = :kind AND number = :number")
  Optional<Risk> byNumber(RiskKind kind, int number, LocalDate on);

  @SqlQuery(
      """
      SELECT day, person, probability, impact, words FROM risk_review
      WHERE risk = :risk ORDER BY id DESC
      """)
  List<Reviewed> reviews(RiskId risk);

  /** 0 when it is closed already. */
  @SqlUpdate(
      """
      UPDATE risk SET state = :state, closed_on = :day, outcome = :outcome
      WHERE id = :id AND state = 'OPEN'
      """)
  int close(RiskId id, RiskState state, LocalDate day, String outcome);

  /** Open, due, and with an owner who has not been reminded since the last review. */
  @SqlQuery(
      ON_A_DAY
          + """
          WHERE state = 'OPEN' AND owner IS NOT NULL
                AND reminded_on IS NULL
                AND (review_by <= :on OR v.day < :on - :staleDays)
          ORDER BY probability * impact DESC, number
          """)
  List<Risk> toReview(LocalDate on, int staleDays);

  /** Null once it is reviewed. */
  @SqlUpdate("UPDATE risk SET reminded_on = :day WHERE id = :id")
  void reminded(RiskId id, @Nullable LocalDate day);

  /** Whoever was told of a risk on a day. */
  @SqlQuery(
      """
      SELECT v.owner FROM risk r
             JOIN LATERAL (SELECT owner FROM risk_review WHERE risk = r.id
                           ORDER BY id DESC LIMIT 1) v ON true
      WHERE reminded_on = :day AND v.owner IS NOT NULL
      """)
  List<PersonId> remindedOn(LocalDate day);
}
