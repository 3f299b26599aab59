package ca.greffier.command;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface AskDao {
  /** A row of {@code ask}; {@code given} is JSON. */
  record Row(
      AskId id,
      PersonId person,
      String command,
      String given,
      Instant until,
      boolean once,
      @Nullable Instant closedAt) {}

  @SqlUpdate(
      """
      INSERT INTO ask (person, command, given, until, once, created_at)
      VALUES (:to, :command, :given::jsonb, :until, :once, :at)
      """)
  @GetGeneratedKeys("id")
  AskId insert(PersonId to, String command, String given, Instant until, boolean once, Instant at);

  @SqlUpdate("INSERT INTO ask_token (hash, ask) VALUES (:hash, :ask) ON CONFLICT (hash) DO NOTHING")
  void token(String hash, AskId ask);

  @SqlQuery(
      """
      SELECT id, person, command, given, until, once, closed_at
      FROM ask JOIN ask_token ON ask = id WHERE hash = :hash
      """)
  Optional<Row> byHash(String hash);

  @SqlQuery("SELECT id, person, command, given, until, once, closed_at FROM ask WHERE id = :id")
  Optional<Row> byId(AskId id);

  @SqlUpdate("UPDATE ask SET until = :until WHERE id = :id")
  void until(AskId id, Instant until);

  @SqlUpdate("UPDATE ask SET closed_at = :at WHERE id = :id AND closed_at IS NULL")
  int close(AskId id, Instant at);
}
