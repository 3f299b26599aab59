package ca.greffier.change;

import ca.greffier.budget.BudgetLineId;
import ca.greffier.command.PersonId;
import ca.greffier.plan.DeliverableId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface ChangeDao {
  /** So that two people never take the same number. */
  @SqlUpdate("LOCK TABLE change_request IN SHARE ROW EXCLUSIVE MODE")
  void lock();

  @SqlQuery(
      """
      INSERT INTO change_request (year, number, title, reason, requester, requested_on,
             deliverable, from_date, to_date, budget_line, from_amount, to_amount)
      SELECT :year, coalesce(max(number), 0) + 1, :title, :reason, :requester, :day,
             :deliverable, :fromDate, :toDate, :budgetLine, :fromAmount, :toAmount
      FROM change_request WHERE year = :year
      RETURNING id
      """)
  ChangeId insert(
      @BindMethods Changes.Move move,
      int year,
      @Nullable String reason,
      @Nullable PersonId requester,
      LocalDate day);

  @SqlQuery("SELECT * FROM change_request ORDER BY year DESC, number DESC")
  List<Change> all();

  @SqlQuery("SELECT * FROM change_request WHERE id = :id")
  Change get(ChangeId id);

  @SqlQuery("SELECT * FROM change_request WHERE year = :year AND number = :number")
  Optional<Change> byNumber(int year, int number);

  /** The request for the same thing that waits for a decision, if any. */
  @SqlQuery(
      """
      SELECT * FROM change_request
      WHERE state IN ('DRAFT', 'SUBMITTED', 'DEFERRED')
        AND (deliverable = :deliverable OR budget_line = :line)
      ORDER BY id LIMIT 1
      """)
  Optional<Change> open(@Nullable DeliverableId deliverable, @Nullable BudgetLineId line);

  @SqlQuery(
      """
      SELECT EXISTS (SELECT 1 FROM change_request
                     WHERE deliverable = :deliverable
                       AND (state IN ('DRAFT', 'SUBMITTED', 'DEFERRED') OR to_date >= :to))
      """)
  boolean knowsDate(DeliverableId deliverable, LocalDate to);

  @SqlQuery(
      """
      SELECT EXISTS (SELECT 1 FROM change_request
                     WHERE budget_line = :line
                       AND (state IN ('DRAFT', 'SUBMITTED', 'DEFERRED') OR to_amount >= :to))
      """)
  boolean knowsAmount(BudgetLineId line, long to);

  @SqlUpdate("UPDATE change_request SET reason = :reason WHERE id = :id")
  void explain(ChangeId id, String reason);

  @SqlUpdate(
      """
      UPDATE change_request SET scope = :scope, schedule = :schedule, cost = :cost,
             quality = :quality, risks = :risks, options = :options,
             recommendation = :recommendation
      WHERE id = :id
      """)
  void detail(ChangeId id, @BindMethods Impacts impacts, String options, String recommendation);

  @SqlUpdate("UPDATE change_request SET state = :state WHERE id = :id")
  void move(ChangeId id, ChangeState state);

  @SqlUpdate(
      """
      UPDATE change_request SET state = :state, decided_on = :day, decided_by = :by,
             minutes = :minutes, decision = :words
      WHERE id = :id
      """)
  void decide(ChangeId id, @BindMethods Changes.Decision decision);

  @SqlQuery(
      """
      SELECT requester FROM change_request
      WHERE requested_on = :day AND reason IS NULL AND requester IS NOT NULL AND state = 'DRAFT'
      """)
  List<PersonId> askedOn(LocalDate day);

  /** Something that happened to a request; nobody is named when the person is gone. */
  record Event(Instant at, ChangeState state, @Nullable PersonId person) {}

  @SqlQuery(
      """
      SELECT e.at, e.state, p.id AS person FROM change_event e LEFT JOIN person p ON p.id = e.person
      WHERE e.change = :id ORDER BY e.id
      """)
  List<Event> events(ChangeId id);

  @SqlUpdate("INSERT INTO change_event (change, at, person, state) VALUES (:id, :at, :by, :state)")
  void note(ChangeId id, Instant at, @Nullable PersonId by, ChangeState state);
}
