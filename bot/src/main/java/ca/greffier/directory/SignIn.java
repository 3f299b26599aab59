package ca.greffier.directory;

import ca.greffier.command.Kind;
import ca.greffier.command.PersonId;
import ca.greffier.command.Tokens;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Signing in without a password: a link is sent to the address of a person of the directory, good
 * once, for a quarter of an hour, in the browser that asked. Whoever asks gets the same answer, so
 * that nobody can learn who is here.
 */
public final class SignIn {
  public static final Duration LIFE = Duration.ofMinutes(15);
  static final int MOST_LINKS_BY_ADDRESS = 5;
  static final int MOST_LINKS_BY_MACHINE = 30;
  static final int MOST_WRONG_LINKS = 20;

  private final Jdbi jdbi;
  private final SignInDao dao;
  private final Knocks knocks;
  private final Parts parts;

  public SignIn(Jdbi jdbi, Parts parts) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(SignInDao.class);
    this.knocks = new Knocks(jdbi, parts.tokens());
    this.parts = parts;
  }

  /**
   * What signing in needs.
   *
   * @param address how an address is typed
   * @param afterwards run when a letter was put down: wakes the outbox
   */
  public record Parts(
      People people,
      Sessions sessions,
      Outbox outbox,
      Tokens tokens,
      Kind<String> address,
      InstantSource clock,
      Runnable afterwards) {}

  /**
   * Who stands at the door.
   *
   * @param browser the secret of a cookie
   * @param machine the address that the request came from
   */
  public record Origin(String browser, String machine) {}

  /**
   * Sends a link, if the address is somebody's.
   *
   * @throws ca.greffier.command.Refusal when it is not an address, or too many links were asked for
   *     this address or from this machine in an hour
   */
  public void ask(String typed, Origin origin) {
    String address = parts.address().parse(typed);
    jdbi.useTransaction(
        handle -> {
          Instant now = parts.clock().instant();
          knock("link:" + origin.machine(), MOST_LINKS_BY_MACHINE, now);
          knock("link:" + address, MOST_LINKS_BY_ADDRESS, now);
          parts.people().byEmail(address).ifPresent(person -> send(person, origin, now));
        });
    parts.afterwards().run();
  }

  /**
   * Opens a session with the token of a link.
   *
   * @return the session's secret, for a cookie; empty when the link is unknown, used, too old, or
   *     of another browser, which counts as a try
   * @throws ca.greffier.command.Refusal after too many tries from this machine
   */
  public Optional<String> open(String token, Origin origin) {
    return jdbi.inTransaction(
        handle -> {
          Instant now = parts.clock().instant();
          String tries = "wrong:" + origin.machine();
          knocks.limit(tries, MOST_WRONG_LINKS, now);
          Optional<PersonId> person = dao.use(hash(origin, token), now);
          if (person.isEmpty()) knocks.count(tries, now);
          person.ifPresent(found -> dao.voidOthers(found, now));
          return person.map(found -> parts.sessions().open(found, now));
        });
  }

  private void knock(String who, int most, Instant now) {
    knocks.limit(who, most, now);
    knocks.count(who, now);
  }

  /** The token travels in the letter's row, as a linking code does: alone it opens nothing. */
  private void send(Person person, Origin origin, Instant now) {
    String token = Secrets.fresh();
    dao.forget(now);
    long id = dao.insert(hash(origin, token), person.id(), now.plus(LIFE));
    parts
        .outbox()
        .put(
            "entree:" + id,
            Letter.of(
                LetterClass.AVIS,
                person.email(),
                person.fullName(),
                person.language(),
                "entree",
                Map.of("token", token, "minutes", LIFE.toMinutes())));
  }

  private static String hash(Origin origin, String token) {
    return Tokens.hash(origin.browser() + " " + token);
  }

  interface SignInDao {
    @SqlUpdate("INSERT INTO sign_in (hash, person, expires_at) VALUES (:hash, :person, :expires)")
    @GetGeneratedKeys("id")
    long insert(String hash, PersonId person, Instant expires);

    @SqlQuery(
        """
        UPDATE sign_in SET used_at = :now
        WHERE hash = :hash AND used_at IS NULL AND expires_at > :now
        RETURNING person
        """)
    Optional<PersonId> use(String hash, Instant now);

    @SqlUpdate("UPDATE sign_in SET used_at = :now WHERE person = :person AND used_at IS NULL")
    void voidOthers(PersonId person, Instant now);

    @SqlUpdate("DELETE FROM sign_in WHERE expires_at < :now")
    void forget(Instant now);
  }
}
