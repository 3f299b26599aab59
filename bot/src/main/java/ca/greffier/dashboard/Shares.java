package ca.greffier.dashboard;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The links by which others than its people see the board, as a member does: each has an end and
 * can be revoked. Its token is derived from the house's key and kept nowhere (decision 0003).
 */
public final class Shares {
  /** The path of a link, before its token. */
  public static final String PATH = "/tableau/partage/";

  private static final int MOST_DAYS = 366;
  private static final Pattern KEY = Pattern.compile("([0-9]{1,18})-([a-z0-9]{16,128})");

  private final Dao dao;
  private final Tokens tokens;
  private final URI web;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * @param web the public address of the web pages
   */
  public Shares(Jdbi jdbi, Tokens tokens, URI web, InstantSource clock, ZoneId zone) {
    this.dao = jdbi.onDemand(Dao.class);
    this.tokens = tokens;
    this.web = web;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * A link that was given.
   *
   * @param name for whom
   * @param until the last day it opens
   * @param seen how often it was opened
   */
  record Share(
      long id,
      String name,
      PersonId createdBy,
      Instant createdAt,
      LocalDate until,
      @Nullable Instant revokedAt,
      int seen,
      @Nullable Instant seenAt) {}

  /**
   * Gives a link.
   *
   * @return its address
   * @throws Refusal when the end is past, or more than a year away
   */
  String share(String name, LocalDate until, PersonId by, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    if (until.isBefore(today)) throw new Refusal("dashboard.share.past", until);
    if (until.isAfter(today.plusDays(MOST_DAYS)))
      throw new Refusal("dashboard.share.long", today.plusDays(MOST_DAYS));
    return address(dao.add(name, by, at, until));
  }

  /** Those that still open, the one that ends first. */
  List<Share> open(Instant at) {
    return dao.open(LocalDate.ofInstant(at, zone));
  }

  /**
   * From now on it opens nothing.
   *
   * @throws Refusal when no such link opens
   */
  Share revoke(int number, Instant at) {
    Share share =
        open(at).stream()
            .filter(each -> each.id() == number)
            .findFirst()
            .orElseThrow(() -> new Refusal("dashboard.share.unknown", number));
    dao.revoke(share.id(), at);
    return share;
  }

  /** Whether a link opens the board now; counts that it did. */
  public boolean opens(String key) {
    Matcher parts = KEY.matcher(key);
    if (!parts.matches()) return false;
    long id = Long.parseLong(parts.group(1));
    if (!isSame(parts.group(2), token(id))) return false;
    Instant now = clock.instant();
    return dao.see(id, LocalDate.ofInstant(now, zone), now) > 0;
  }

  String address(long id) {
    return web.toString().replaceFirst("/$", "") + PATH + id + "-" + token(id);
  }

  private String token(long id) {
    return tokens.of("tableau:" + id);
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  interface Dao {
    @SqlQuery(
        """
        INSERT INTO board_share (name, created_by, created_at, until)
        VALUES (:name, :by, :at, :until) RETURNING id
        """)
    long add(String name, PersonId by, Instant at, LocalDate until);

    @SqlQuery(
        """
        SELECT * FROM board_share WHERE revoked_at IS NULL AND until >= :today ORDER BY until, id
        """)
    List<Share> open(LocalDate today);

    @SqlUpdate("UPDATE board_share SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL")
    int revoke(long id, Instant at);

    @SqlUpdate(
        """
        UPDATE board_share SET seen = seen + 1, seen_at = :now
        WHERE id = :id AND revoked_at IS NULL AND until >= :today
        """)
    int see(long id, LocalDate today, Instant now);
  }
}
