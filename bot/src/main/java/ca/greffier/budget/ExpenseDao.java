package ca.greffier.budget;

import ca.greffier.command.PersonId;
import ca.greffier.text.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

interface ExpenseDao {
  String EXPENSE =
      """
      SELECT e.id, e.budget_line, l.code AS line, e.commitment, e.supplier, e.reference, e.dated,
             e.net, e.tps, e.tvq, e.credits,
             (SELECT coalesce(-sum(net + tps + tvq), 0)::bigint FROM expense
              WHERE credits = e.id) AS credited
      FROM expense e JOIN budget_line l ON l.id = e.budget_line
      """;

  /** The latest first. */
  @SqlQuery(EXPENSE + "ORDER BY e.dated DESC, e.id DESC")
  List<Expense> all();

  @SqlQuery(EXPENSE + "WHERE e.id = :id")
  Optional<Expense> get(ExpenseId id);

  @SqlQuery(
      EXPENSE
          + """
          WHERE lower(e.supplier) = lower(:supplier) AND lower(e.reference) = lower(:reference)
          """)
  Optional<Expense> same(String supplier, String reference);

  @SqlQuery(
      """
      INSERT INTO expense (budget_line, commitment, supplier, reference, dated, net, tps, tvq,
                           credits, at, person)
      VALUES (:line, :commitment, :supplier, :reference, :dated, :net, :tps, :tvq, :credits, :at,
              :by)
      RETURNING id
      """)
  ExpenseId insert(
      @BindMethods Expenses.Draft draft,
      Money net,
      Money tps,
      Money tvq,
      @Nullable ExpenseId credits,
      Instant at,
      PersonId by);
}
