package ca.greffier.command;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface JournalDao {
  /** 0 when this invocation id has been handled before. */
  @SqlUpdate(
      """
      INSERT INTO journal (invocation, at, person, identity, command, given, source, refusal)
      VALUES (:id, :at, :person, :identity, :command, :given::jsonb, :source, :refusal)
      ON CONFLICT (invocation) DO NOTHING
      """)
  int insert(
      String id,
      Instant at,
      @Nullable PersonId person,
      String identity,
      String command,
      String given,
      Source source,
      @Nullable String refusal);

  @SqlQuery("SELECT count(*) > 0 FROM journal WHERE invocation = :id")
  boolean has(String id);

  @SqlQuery("SELECT count(*) > 0 FROM journal WHERE invocation = :id AND refusal IS NOT NULL")
  boolean isRefused(String id);

  @SqlQuery(
      """
      SELECT command, source, refusal IS NOT NULL AS refused, count(*) AS times
      FROM journal GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      """)
  List<Journal.Count> counts();

  @SqlQuery(
      """
      SELECT at, person, identity, command, given::text AS given, source, refusal
      FROM journal ORDER BY id DESC LIMIT :most
      """)
  List<Journal.Line> latest(int most);
}
