package ca.greffier.budget;

import ca.greffier.command.PersonId;
import ca.greffier.text.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface BudgetDao {
  @SqlQuery(
      """
      SELECT id, code, title, authorized, committed, spent, to_commit
      FROM budget_line ORDER BY code
      """)
  List<BudgetLine> lines();

  @SqlQuery(
      """
      SELECT id, code, title, authorized, committed, spent, to_commit
      FROM budget_line WHERE code = upper(:code)
      """)
  Optional<BudgetLine> line(String code);

  @SqlQuery(
      """
      INSERT INTO budget_line (code, title, authorized, committed, spent, to_commit)
      VALUES (:code, :title, :authorized, :committed, :spent, :toCommit)
      ON CONFLICT (code) DO UPDATE
      SET title = excluded.title, authorized = excluded.authorized,
          committed = excluded.committed, spent = excluded.spent, to_commit = excluded.to_commit
      RETURNING id
      """)
  BudgetLineId upsertLine(
      String code, String title, Money authorized, Money committed, Money spent, Money toCommit);

  @SqlUpdate(
      """
      INSERT INTO budget_change (budget_line, authorized, committed, spent, to_commit, at, person)
      SELECT id, authorized, committed, spent, to_commit, :at, :by
      FROM budget_line WHERE id = :id
      """)
  void keepLine(BudgetLineId id, Instant at, PersonId by);
}
