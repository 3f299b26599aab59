package ca.greffier.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface IssueDao {
  String ISSUE =
      """
      SELECT id, number, title, consequence, impact, owner, due, risk, deliverable, body,
             opened_on, closed_on, outcome
      FROM project_issue
      """;

  /** So that two people never take the same number. */
  @SqlUpdate("LOCK TABLE project_issue IN SHARE ROW EXCLUSIVE MODE")
  void lock();

  @SqlQuery(
      """
      INSERT INTO project_issue (number, title, consequence, impact, owner, due, risk,
                                 deliverable, body, opened_on)
      SELECT coalesce(max(number), 0) + 1, :title, :consequence, :impact, :owner, :due, :risk,
             :deliverable, :body, :day
      FROM project_issue
      RETURNING id
      """)
  IssueId insert(@BindMethods IssueDraft draft, LocalDate day);

  @SqlQuery(ISSUE + "ORDER BY closed_on IS NOT NULL, impact DESC NULLS LAST, number")
  List<Issue> all();

  @SqlQuery(ISSUE + "WHERE number = :number")
  Optional<Issue> byNumber(int number);

  @SqlQuery(ISSUE + "WHERE id = :id")
  Issue get(IssueId id);

  @SqlQuery(ISSUE + "WHERE risk = :risk ORDER BY number")
  List<Issue> of(RiskId risk);

  /** 0 when it is closed already. */
  @SqlUpdate(
      """
      UPDATE project_issue SET closed_on = :day, outcome = :outcome
      WHERE id = :id AND closed_on IS NULL
      """)
  int close(IssueId id, LocalDate day, String outcome);
}
