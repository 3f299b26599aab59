package ca.greffier.directory;

import ca.greffier.command.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface AbsenceDao {
  @SqlUpdate(
      """
      INSERT INTO absence (person, starts, ends, substitute, noted_by, noted_at)
      VALUES (:person, :starts, :ends, :substitute, :by, :at)
      """)
  void add(@BindMethods Absence absence, PersonId by, Instant at);

  @SqlQuery(
      """
      SELECT person, starts, ends, substitute FROM absence
      WHERE person = :person AND withdrawn_at IS NULL AND starts <= :on AND ends >= :on
      ORDER BY ends DESC LIMIT 1
      """)
  Optional<Absence> on(PersonId person, LocalDate on);

  @SqlQuery(
      """
      SELECT DISTINCT person FROM absence
      WHERE withdrawn_at IS NULL AND starts <= :on AND ends >= :on
      """)
  Set<PersonId> away(LocalDate on);

  @SqlQuery(
      """
      SELECT person, starts, ends, substitute FROM absence
      WHERE person = :person AND withdrawn_at IS NULL AND ends >= :from ORDER BY starts
      """)
  List<Absence> of(PersonId person, LocalDate from);

  @SqlQuery(
      """
      SELECT person, starts, ends, substitute FROM absence
      WHERE withdrawn_at IS NULL AND ends >= :from ORDER BY starts, person LIMIT :most
      """)
  List<Absence> all(LocalDate from, int most);

  /** Those of a person that share a day with a span. */
  @SqlUpdate(
      """
      UPDATE absence SET withdrawn_at = :at
      WHERE person = :person AND withdrawn_at IS NULL AND starts <= :ends AND ends >= :starts
      """)
  int withdraw(PersonId person, LocalDate starts, LocalDate ends, Instant at);
}
