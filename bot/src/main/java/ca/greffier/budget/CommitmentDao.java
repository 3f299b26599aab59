package ca.greffier.budget;

import ca.greffier.command.PersonId;
import ca.greffier.text.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface CommitmentDao {
  String COMMITMENT =
      """
      SELECT c.id, c.budget_line, l.code AS line, c.kind, c.title, c.supplier, c.reference,
             c.signed_on, c.ends_on, c.closed_on, a.amount,
             (SELECT coalesce(sum(net + tps + tvq), 0)::bigint FROM expense
              WHERE commitment = c.id) AS spent
      FROM commitment c JOIN budget_line l ON l.id = c.budget_line
      JOIN LATERAL (SELECT amount FROM commitment_amount WHERE commitment = c.id
                    ORDER BY id DESC LIMIT 1) a ON true
      """;

  @SqlQuery(COMMITMENT + "ORDER BY c.closed_on NULLS FIRST, c.ends_on NULLS LAST, c.id")
  List<Commitment> all();

  @SqlQuery(COMMITMENT + "WHERE c.id = :id")
  Optional<Commitment> get(CommitmentId id);

  @SqlQuery(
      """
      INSERT INTO commitment (budget_line, kind, title, supplier, reference, signed_on, ends_on)
      VALUES (:line, :kind, :title, :supplier, :reference, :signedOn, :endsOn)
      RETURNING id
      """)
  CommitmentId insert(@BindMethods Commitments.Draft draft);

  @SqlUpdate(
      """
      INSERT INTO commitment_amount (commitment, amount, why, at, person)
      VALUES (:id, :amount, :why, :at, :by)
      """)
  void amount(CommitmentId id, Money amount, String why, Instant at, PersonId by);

  @SqlUpdate("UPDATE commitment SET ends_on = :endsOn WHERE id = :id")
  void endsOn(CommitmentId id, LocalDate endsOn);

  @SqlUpdate("UPDATE commitment SET closed_on = :day WHERE id = :id")
  void close(CommitmentId id, LocalDate day);

  /** The amounts it had, the first one first. */
  @SqlQuery(
      """
      SELECT at, amount, why, person FROM commitment_amount WHERE commitment = :id ORDER BY id
      """)
  List<Amendment> amendments(CommitmentId id);
}
