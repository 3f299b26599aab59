package ca.greffier.outbox;

import ca.greffier.outbox.Settling.Outcome;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The one statement that every letter of a campaign goes through, so prepared once and executed
 * without anything in between: what became of the letters before, how many left in this hour, and
 * which ones the lines are about to end.
 */
final class SettleStatement implements AutoCloseable {
  /** What was taken back meanwhile stays so, unless it did get out. */
  private static final String SQL =
      """
      WITH settled AS (
        UPDATE campaign_letter l
        SET state = s.state, answer = s.answer, settled_at = ?, doubtful = l.doubtful OR s.doubtful
        FROM unnest(?::bigint[], ?::text[], ?::text[], ?::boolean[])
               AS s (id, state, answer, doubtful)
        WHERE l.id = s.id AND (l.state = 'waiting' OR s.state = 'sent')),
      counted AS (
        INSERT INTO campaign_hour (hour, sent)
        SELECT ?::timestamptz, sent FROM (SELECT ?::int AS sent) AS now
        WHERE sent > 0
        ON CONFLICT (hour) DO UPDATE SET sent = campaign_hour.sent + EXCLUDED.sent)
      UPDATE campaign_chunk k SET carrying = nullif(s.next, 0), lease_until = ?
      FROM unnest(?::bigint[], ?::bigint[], ?::bigint[]) AS s (first, claim, next)
      WHERE k.first = s.first AND k.claim = s.claim
      RETURNING k.first,
                (SELECT c.state = 'running' FROM campaign c WHERE c.id = k.campaign),
                coalesce((SELECT l.state = 'waiting' FROM campaign_letter l WHERE l.id = s.next),
                         false)
      """;

  /** Planned once, and every row found by its key: right for ten letters and for a million. */
  private static final String BY_KEY =
      """
      SET plan_cache_mode = force_generic_plan;
      SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off
      """;

  private static final String AS_USUAL =
      """
      RESET plan_cache_mode; RESET enable_seqscan; RESET enable_hashjoin; RESET enable_mergejoin
      """;

  private final Connection connection;
  private final PreparedStatement statement;

  SettleStatement(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement set = connection.createStatement()) {
      set.execute(BY_KEY);
    }
    this.statement = connection.prepareStatement(SQL);
  }

  /**
   * A line that asks whether it may end the letter it has begun.
   *
   * @param next the letter's number; 0 for none
   */
  record Asking(long first, long claim, long next) {}

  /** What a line is told. */
  record Leave(boolean running, boolean waiting) {}

  /**
   * @return by the first letter of the chunk; a line whose chunk was claimed by another gets none
   */
  Map<Long, Leave> execute(
      List<Outcome> outcomes, Collection<Asking> lines, Instant now, Duration lease)
      throws SQLException {
    int sent = (int) outcomes.stream().filter(each -> each.fate() == Settling.Fate.SENT).count();
    statement.setObject(1, now.atOffset(ZoneOffset.UTC));
    statement.setArray(2, array("bigint", outcomes, each -> each.of().id().value()));
    statement.setArray(3, array("text", outcomes, SettleStatement::state));
    statement.setArray(4, array("text", outcomes, Outcome::answer));
    statement.setArray(5, array("boolean", outcomes, Outcome::doubtful));
    statement.setObject(6, now.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC));
    statement.setInt(7, sent);
    statement.setObject(8, now.plus(lease).atOffset(ZoneOffset.UTC));
    statement.setArray(9, array("bigint", lines, Asking::first));
    statement.setArray(10, array("bigint", lines, Asking::claim));
    statement.setArray(11, array("bigint", lines, Asking::next));
    Map<Long, Leave> leaves = new HashMap<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next())
        leaves.put(rows.getLong(1), new Leave(rows.getBoolean(2), rows.getBoolean(3)));
    }
    return leaves;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
    try (Statement set = connection.createStatement()) {
      set.execute(AS_USUAL);
    }
  }

  private static String state(Outcome outcome) {
    return outcome.fate().name().toLowerCase(Locale.ROOT);
  }

  private <T> Array array(String type, Collection<T> all, Function<T, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, all.stream().map(value).toArray());
  }
}
