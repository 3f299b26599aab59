package ca.greffier.directory;

import ca.greffier.command.Identity;
import ca.greffier.command.Refusal;
import ca.greffier.command.Tokens;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Links a Discord account to a person by a one-time code sent to the person's address. Whoever asks
 * gets the same answer whether the address is known or not, so that nobody can learn who is here.
 */
public final class Accounts {
  static final Duration LIFE = Duration.ofMinutes(15);
  static final int MOST_CODES_AN_HOUR = 3;
  static final int MOST_TRIES = 5;
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 10;

  private final LinkDao links;
  private final DirectoryDao directory;
  private final Outbox outbox;
  private final SecureRandom random = new SecureRandom();

  public Accounts(Jdbi jdbi, Outbox outbox) {
    this.links = jdbi.onDemand(LinkDao.class);
    this.directory = jdbi.onDemand(DirectoryDao.class);
    this.outbox = outbox;
  }

  /**
   * Sends a code to an address, if it is somebody's.
   *
   * @throws Refusal when this account or this address has asked too often
   */
  void request(Identity account, String address, Instant now) {
    requireDiscord(account);
    String email = address.toLowerCase(Locale.ROOT);
    Instant hourAgo = now.minus(Duration.ofHours(1));
    if (links.requests(account.toString(), email, hourAgo) >= MOST_CODES_AN_HOUR)
      throw new Refusal("directory.link.often");
    String code = newCode();
    long id = links.insert(account.toString(), email, hash(account, code), now, now.plus(LIFE));
    directory.byEmail(email).ifPresent(person -> send(person, code, id, account));
  }

  /**
   * Links the account when the code is right.
   *
   * @return the person; empty when the code is wrong, which counts as a try
   */
  Optional<Person> confirm(Identity account, String code, Instant now) {
    requireDiscord(account);
    LinkDao.Row row =
        links
            .latest(account.toString(), now)
            .filter(found -> found.tries() < MOST_TRIES)
            .orElseThrow(() -> new Refusal("directory.link.expired"));
    if (!row.hash().equals(hash(account, code.toUpperCase(Locale.ROOT)))) {
      links.countTry(row.id());
      return Optional.empty();
    }
    links.use(row.id(), now);
    Optional<Person> person = directory.byEmail(row.address());
    person.ifPresent(found -> directory.link(account.value(), found.id(), now));
    return person;
  }

  private void send(Person person, String code, long id, Identity account) {
    outbox.put(
        "code:" + id,
        Letter.of(
            LetterClass.AVIS,
            person.email(),
            person.fullName(),
            person.language(),
            "code",
            Map.of("code", code, "account", account.value(), "minutes", LIFE.toMinutes())));
  }

  private String newCode() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    return code.toString();
  }

  /** Bound to the account: a code seen in a letter is of no use from another one. */
  private static String hash(Identity account, String code) {
    return Tokens.hash(account + " " + code);
  }

  private static void requireDiscord(Identity account) {
    if (account.where() != Identity.Where.DISCORD) throw new Refusal("directory.link.here");
  }
}
