package ca.greffier.directory;

import ca.greffier.command.Refusal;
import ca.greffier.command.Tokens;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * How often somebody knocked at the door in the last hour: counted in the database, so that all
 * nodes count together. Who it was is kept as a keyed hash, for a day.
 */
final class Knocks {
  private static final Duration COUNTED = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(1);

  private final KnockDao dao;
  private final Tokens tokens;

  Knocks(Jdbi jdbi, Tokens tokens) {
    this.dao = jdbi.onDemand(KnockDao.class);
    this.tokens = tokens;
  }

  /**
   * Refuses whoever has knocked too often. In a transaction: until it ends, others who are counted
   * under the same name wait, so that many at once are counted one by one.
   *
   * @param who what is counted: {@code address:zoe@example.org}
   */
  void limit(String who, int most, Instant now) {
    String name = tokens.of(who);
    dao.hold(name);
    if (dao.count(name, now.minus(COUNTED)) >= most) throw new Refusal("directory.signin.often");
  }

  void count(String who, Instant now) {
    dao.forget(now.minus(KEPT));
    dao.insert(tokens.of(who), now);
  }

  interface KnockDao {
    @SqlQuery("SELECT true FROM pg_advisory_xact_lock(hashtextextended('knock:' || :who, 0))")
    boolean hold(String who);

    @SqlQuery("SELECT count(*) FROM knock WHERE who = :who AND at > :since")
    int count(String who, Instant since);

    @SqlUpdate("INSERT INTO knock (who, at) VALUES (:who, :now)")
    void insert(String who, Instant now);

    @SqlUpdate("DELETE FROM knock WHERE at < :before")
    void forget(Instant before);
  }
}
