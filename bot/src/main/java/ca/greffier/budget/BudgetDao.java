package ca.greffier.budget;

import ca.greffier.command.PersonId;
import ca.greffier.text.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface BudgetDao {
  /** A line as it was known at an instant: what was taken over, and the papers. */
  String LINE =
      """
      SELECT l.id, l.code, l.title, t.authorized, t.committed + m.committed AS committed,
             t.spent + x.spent AS spent, x.outside, t.to_commit, l.reserve
      FROM budget_line l
      JOIN LATERAL (SELECT * FROM budget_change WHERE budget_line = l.id AND at <= :at
                    ORDER BY id DESC LIMIT 1) t ON true
      CROSS JOIN LATERAL
           (SELECT coalesce(sum(a.amount), 0)::bigint AS committed FROM commitment c
            JOIN LATERAL (SELECT amount FROM commitment_amount
                          WHERE commitment = c.id AND at <= :at
                          ORDER BY id DESC LIMIT 1) a ON true
            WHERE c.budget_line = l.id) m
      CROSS JOIN LATERAL
           (SELECT coalesce(sum(net + tps + tvq), 0)::bigint AS spent,
                   coalesce(sum(net + tps + tvq) FILTER (WHERE commitment IS NULL), 0)::bigint
                       AS outside
            FROM expense WHERE budget_line = l.id AND at <= :at) x
      """;

  /** What was spent by the end of a day, on all the lines. */
  record Spent(LocalDate day, Money spent) {}

  /**
   * @param ends the instant at which each of the days ends, in the same order
   */
  @SqlQuery(
      """
      SELECT d.day,
             (coalesce((SELECT sum(t.spent) FROM budget_line l
                        CROSS JOIN LATERAL (SELECT spent FROM budget_change
                                            WHERE budget_line = l.id AND at <= d.at
                                            ORDER BY id DESC LIMIT 1) t), 0)
              + coalesce((SELECT sum(net + tps + tvq) FROM expense x WHERE x.at <= d.at), 0))::bigint
                 AS spent
      FROM unnest(:days::date[], :ends::timestamptz[]) AS d(day, at)
      """)
  List<Spent> spent(List<String> days, List<String> ends);

  /**
   * @param code null for all of them
   */
  @SqlQuery(LINE + "WHERE :code::text IS NULL OR l.code = upper(:code) ORDER BY l.code")
  List<BudgetLine> lines(Instant at, @Nullable String code);

  @SqlQuery(LINE + "WHERE l.id = :id")
  BudgetLine line(BudgetLineId id, Instant at);

  @SqlUpdate("UPDATE budget_line SET reserve = :reserve WHERE id = :id")
  void reserve(BudgetLineId id, boolean reserve);

  @SqlQuery("SELECT id FROM budget_line WHERE id = :id FOR UPDATE")
  BudgetLineId lock(BudgetLineId id);

  /** Adds a line, or names the one that has this code; it is locked either way. */
  @SqlQuery(
      """
      INSERT INTO budget_line (code, title) VALUES (:code, :title)
      ON CONFLICT (code) DO UPDATE SET title = excluded.title
      RETURNING id
      """)
  BudgetLineId upsert(String code, String title);

  @SqlQuery(
      """
      SELECT (SELECT coalesce(sum(a.amount), 0)::bigint FROM commitment c
              JOIN LATERAL (SELECT amount FROM commitment_amount WHERE commitment = c.id
                            ORDER BY id DESC LIMIT 1) a ON true
              WHERE c.budget_line = :line) AS committed,
             (SELECT coalesce(sum(net + tps + tvq), 0)::bigint FROM expense
              WHERE budget_line = :line) AS spent
      """)
  Budget.Papers papers(BudgetLineId line);

  @SqlUpdate(
      """
      INSERT INTO budget_change (budget_line, authorized, committed, spent, to_commit, at, person)
      VALUES (:line, :authorized, :committed, :spent, :toCommit, :at, :by)
      """)
  void keep(
      BudgetLineId line,
      Money authorized,
      Money committed,
      Money spent,
      Money toCommit,
      Instant at,
      PersonId by);
}
