package ca.greffier.directory;

import ca.greffier.command.PersonId;
import ca.greffier.command.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The sessions of the web pages. One ends a week after it was last used, thirty days after it was
 * opened, or when it is revoked. It says who somebody is, never what they may do: that is the
 * directory's, at each request.
 */
public final class Sessions {
  public static final Duration IDLE = Duration.ofDays(7);
  public static final Duration LIFE = Duration.ofDays(30);

  /** A session is not written at each request. */
  private static final Duration NOTED = Duration.ofMinutes(5);

  private final SessionDao dao;
  private final InstantSource clock;

  public Sessions(Jdbi jdbi, InstantSource clock) {
    this.dao = jdbi.onDemand(SessionDao.class);
    this.clock = clock;
  }

  /**
   * Whose session it is.
   *
   * @param number the first, the second… of this person
   */
  public record Holder(PersonId person, int number, Instant seenAt) {}

  /** Whose session a secret opens, if it still does. */
  public Optional<Holder> holder(String secret) {
    Instant now = clock.instant();
    String hash = Tokens.hash(secret);
    Optional<Holder> holder = dao.holder(hash, now, now.minus(IDLE));
    if (holder.isPresent() && holder.get().seenAt().isBefore(now.minus(NOTED))) dao.see(hash, now);
    return holder;
  }

  /** The open sessions of a person, the last opened first. */
  public List<Session> of(PersonId person) {
    Instant now = clock.instant();
    return dao.open(person, now, now.minus(IDLE));
  }

  /**
   * Ends one session of a person.
   *
   * @return false when no such session was open
   */
  public boolean end(PersonId person, int number) {
    Instant now = clock.instant();
    return dao.end(person, number, now, now.minus(IDLE)) > 0;
  }

  /**
   * Ends every session of a person.
   *
   * @return how many were open
   */
  public int endAll(PersonId person) {
    Instant now = clock.instant();
    return dao.endAll(person, now, now.minus(IDLE));
  }

  /** Opens a session; its secret is told once, here. */
  String open(PersonId person, Instant now) {
    String secret = Secrets.fresh();
    dao.forget(now.minus(LIFE));
    dao.insert(Tokens.hash(secret), person, now, now.plus(LIFE));
    return secret;
  }

  interface SessionDao {
    @SqlUpdate(
        """
        INSERT INTO web_session (hash, person, number, opened_at, seen_at, expires_at)
        SELECT :hash, p.id, 1 + coalesce((SELECT max(number) FROM web_session WHERE person = p.id), 0),
               :now, :now, :expires
        FROM (SELECT id FROM person WHERE id = :person FOR UPDATE) p
        """)
    void insert(String hash, PersonId person, Instant now, Instant expires);

    @SqlQuery(
        """
        SELECT person, number, seen_at FROM web_session
        WHERE hash = :hash AND ended_at IS NULL AND expires_at > :now AND seen_at > :idle
        """)
    Optional<Holder> holder(String hash, Instant now, Instant idle);

    @SqlUpdate("UPDATE web_session SET seen_at = :now WHERE hash = :hash")
    void see(String hash, Instant now);

    @SqlQuery(
        """
        SELECT number, opened_at, seen_at, expires_at FROM web_session
        WHERE person = :person AND ended_at IS NULL AND expires_at > :now AND seen_at > :idle
        ORDER BY number DESC
        """)
    List<Session> open(PersonId person, Instant now, Instant idle);

    @SqlUpdate(
        """
        UPDATE web_session SET ended_at = :now
        WHERE person = :person AND number = :number
          AND ended_at IS NULL AND expires_at > :now AND seen_at > :idle
        """)
    int end(PersonId person, int number, Instant now, Instant idle);

    @SqlUpdate(
        """
        UPDATE web_session SET ended_at = :now
        WHERE person = :person AND ended_at IS NULL AND expires_at > :now AND seen_at > :idle
        """)
    int endAll(PersonId person, Instant now, Instant idle);

    @SqlUpdate("DELETE FROM web_session WHERE expires_at < :before")
    void forget(Instant before);
  }
}
