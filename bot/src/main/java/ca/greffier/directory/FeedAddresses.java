package ca.greffier.directory;

import ca.greffier.command.Actor;
import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.command.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The addresses at which people's calendar programs read what concerns them, each known to one of
 * them only. An address is derived from the house's key and kept nowhere; a new number makes a new
 * one, and the old opens nothing.
 */
public final class FeedAddresses {
  private static final Pattern KEY =
      Pattern.compile("([0-9]{1,18})-([0-9]{1,9})-([a-z0-9]{16,128})\\.ics");

  private final Dao dao;
  private final Parts parts;

  /**
   * @param web the public address of the web pages
   */
  public record Parts(People people, Tokens tokens, URI web) {}

  public FeedAddresses(Jdbi jdbi, Parts parts) {
    this.dao = jdbi.onDemand(Dao.class);
    this.parts = parts;
  }

  /**
   * Where somebody's calendar program reads a feed.
   *
   * @param path with its slashes, before the key
   */
  public String address(String feed, String path, PersonId person) {
    int number = dao.number(person, feed).orElse(1);
    return parts.web().toString().replaceFirst("/$", "")
        + path
        + person.value()
        + "-"
        + number
        + "-"
        + token(feed, person.value(), number)
        + ".ics";
  }

  /** From now on the old address opens nothing. */
  public void renew(String feed, PersonId person) {
    dao.renew(person, feed);
  }

  /** Whose key it is, if they are still one of us; empty when it is none, or no longer opens. */
  public Optional<Actor> reader(String feed, String key) {
    Matcher matcher = KEY.matcher(key);
    if (!matcher.matches()) return Optional.empty();
    PersonId person = new PersonId(Long.parseLong(matcher.group(1)));
    int number = Integer.parseInt(matcher.group(2));
    if (!isSame(matcher.group(3), token(feed, person.value(), number))) return Optional.empty();
    if (dao.number(person, feed).orElse(1) != number) return Optional.empty();
    return parts.people().person(person).filter(actor -> actor.role().covers(Role.MEMBER));
  }

  /** The host of the web pages, for the identifiers of what a feed holds. */
  public String host() {
    return parts.web().getHost();
  }

  private String token(String feed, long person, int number) {
    return parts.tokens().of(feed + ":" + person + ":" + number);
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  interface Dao {
    @SqlQuery("SELECT number FROM feed WHERE person = :person AND feed = :feed")
    Optional<Integer> number(PersonId person, String feed);

    @SqlUpdate(
        """
        INSERT INTO feed (person, feed, number) VALUES (:person, :feed, 2)
        ON CONFLICT (person, feed) DO UPDATE SET number = feed.number + 1
        """)
    void renew(PersonId person, String feed);
  }
}
