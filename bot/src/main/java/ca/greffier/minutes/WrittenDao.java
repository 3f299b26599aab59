package ca.greffier.minutes;

import ca.greffier.command.AskId;
import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import ca.greffier.minutes.WrittenResolution.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface WrittenDao {
  @SqlQuery(
      """
      INSERT INTO written_resolution (body, text, proposed_by, proposed_at, until)
      VALUES (:body, :text, :by, :at, :until) RETURNING id
      """)
  long propose(BodyId body, String text, PersonId by, Instant at, LocalDate until);

  @SqlUpdate(
      """
      INSERT INTO written_signature (resolution, person, ask) VALUES (:resolution, :person, :ask)
      """)
  void ask(long resolution, PersonId person, AskId ask);

  @SqlQuery("SELECT * FROM written_resolution WHERE id = :id FOR UPDATE")
  Optional<WrittenResolution> hold(long id);

  @SqlQuery("SELECT * FROM written_resolution ORDER BY id DESC LIMIT :most")
  List<WrittenResolution> latest(int most);

  /** Those whose last day has passed. */
  @SqlQuery("SELECT * FROM written_resolution WHERE state = 'OPEN' AND until < :today ORDER BY id")
  List<WrittenResolution> overdue(LocalDate today);

  /** Who could have voted, and what they answered. */
  record Signatory(PersonId person, AskId ask, @Nullable Boolean signs, @Nullable Instant at) {}

  @SqlQuery(
      """
      SELECT person, ask, signs, at FROM written_signature WHERE resolution = :resolution
      ORDER BY person
      """)
  List<Signatory> signatories(long resolution);

  /** 0 when they are not among those who sign, or have answered. */
  @SqlUpdate(
      """
      UPDATE written_signature SET signs = :signs, at = :at
      WHERE resolution = :resolution AND person = :person AND signs IS NULL
      """)
  int answer(long resolution, PersonId person, boolean signs, Instant at);

  @SqlUpdate(
      """
      UPDATE written_resolution SET state = :state, number = :number, ended_at = :at
      WHERE id = :id AND state = 'OPEN'
      """)
  int end(long id, State state, @Nullable String number, Instant at);
}
