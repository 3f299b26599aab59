package ca.greffier.outbox;

import ca.greffier.outbox.CampaignDao.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Letters to many: begun by one statement, paused, resumed and cancelled at once. */
public final class Campaigns {
  /** A small campaign is cut so that several lines share it, a large one so that few claims do. */
  private static final int CHUNKS = 40;

  private static final int LEAST_IN_CHUNK = 20;
  private static final int MOST_IN_CHUNK = 500;

  /** As long as nobody resumes it. */
  private static final Duration FAR = Duration.ofDays(36_500);

  private final Jdbi jdbi;
  private final CampaignDao dao;
  private final InstantSource clock;

  public Campaigns(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(CampaignDao.class);
    this.clock = clock;
  }

  /**
   * Where a campaign is.
   *
   * @param state {@code running}, {@code paused}, {@code cancelled} or {@code done}
   * @param reason what the servers said, when it paused by itself
   */
  public record Standing(
      String state, @Nullable String reason, Instant createdAt, @Nullable Instant endedAt) {}

  /**
   * Those it goes to.
   *
   * @param query SQL that finds {@code number} (unique among them, the end of the once-key), {@code
   *     thing} (what one click ends), {@code address} in lower case, {@code name}, {@code language}
   *     and {@code zone} (null when unknown); never made of what people type
   * @param bound the values of its parameters
   */
  public record Recipients(String query, Map<String, ?> bound) {}

  /**
   * Begins a campaign in the open transaction. Addresses that refused for good are left out.
   *
   * @param onceKey {@code infolettre:12}
   * @param common the letter, addressed to nobody
   * @return how many letters will leave
   */
  public int start(String onceKey, Letter common, Recipients recipients, Instant notBefore) {
    return jdbi.inTransaction(
        _ -> {
          Instant now = clock.instant();
          CampaignId id = dao.create(onceKey, Payload.write(common), now, notBefore);
          long mark = dao.mark();
          int letters = dao.fill(id, onceKey, now, recipients.query(), recipients.bound());
          dao.cut(id, mark, Math.clamp(letters / CHUNKS, LEAST_IN_CHUNK, MOST_IN_CHUNK));
          return letters;
        });
  }

  public Optional<Standing> standing(String onceKey) {
    return dao.standing(onceKey);
  }

  /**
   * How many letters are in each state: {@code waiting}, {@code sent}, {@code refused}, {@code
   * withdrawn}, {@code later} (tried again one by one).
   */
  public List<Outbox.Count> counts(String onceKey) {
    return dao.counts(onceKey);
  }

  /** When the rest leaves, while all of it waits for its hour, its host or the server. */
  public Optional<Instant> heldUntil(String onceKey) {
    return dao.heldUntil(onceKey, clock.instant());
  }

  /** The addresses that may have got their letter twice, because a node died. */
  public List<String> doubtful(String onceKey) {
    return dao.doubtful(onceKey);
  }

  /**
   * Stops before the next letter.
   *
   * @return false when it was not running
   */
  public boolean pause(String onceKey) {
    return jdbi.inTransaction(
        _ -> {
          if (dao.turn(onceKey, "running", "paused", null) == 0) return false;
          dao.postpone(onceKey, clock.instant().plus(FAR));
          return true;
        });
  }

  /**
   * Goes on with exactly the rest.
   *
   * @return false when it was not paused
   */
  public boolean resume(String onceKey) {
    return jdbi.inTransaction(
        _ -> {
          if (dao.turn(onceKey, "paused", "running", null) == 0) return false;
          dao.postpone(onceKey, clock.instant());
          return true;
        });
  }

  /**
   * Takes back all the letters that have not left.
   *
   * @return how many; empty when there was nothing to cancel
   */
  public Optional<Integer> cancel(String onceKey) {
    return jdbi.inTransaction(
        _ -> {
          Instant now = clock.instant();
          if (dao.turn(onceKey, "running paused", "cancelled", null) == 0) return Optional.empty();
          dao.ended(onceKey, now);
          return Optional.of(dao.withdrawAll(onceKey, now) + dao.withdrawLater(onceKey));
        });
  }

  /** Takes back the letters to an address that a thing ({@code abonnement:17}) would end. */
  public int withdraw(String address, String thing) {
    return dao.withdraw(address.toLowerCase(Locale.ROOT), thing, clock.instant());
  }

  Campaign campaign(CampaignId id) {
    Row row = dao.row(id);
    return new Campaign(row.id(), row.onceKey(), (Letter) Payload.read("letter", row.letter()));
  }
}
