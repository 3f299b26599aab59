package ca.greffier.outbox;

import ca.greffier.outbox.OutboxDao.Claimed;
import ca.greffier.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims parcels in a short transaction, carries them outside any, and settles each. A node that
 * dies in between leaves a lease that expires; the parcel is then carried again under the same
 * Message-ID or nonce, and marked as doubtful.
 */
public final class Dispatch implements Sweep {
  static final Duration LEASE = Duration.ofMinutes(5);
  static final Duration ELSEWHERE = Duration.ofSeconds(5);
  static final int MOST_ATTEMPTS = 16;
  private static final int BATCH = 20;
  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  private final OutboxDao dao;
  private final Suppressions suppressions;
  private final List<Carrier> carriers;
  private final InstantSource clock;

  public Dispatch(
      Jdbi jdbi, Suppressions suppressions, List<Carrier> carriers, InstantSource clock) {
    this.dao = jdbi.onDemand(OutboxDao.class);
    this.suppressions = suppressions;
    this.carriers = List.copyOf(carriers);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "envois";
  }

  @Override
  public String cron() {
    return "0/5 * * * * ?";
  }

  /** Carries all that is due, batch after batch. */
  @Override
  public void run(Instant now) {
    while (true) {
      List<Claimed> batch = dao.claim(now, now.plus(LEASE), BATCH);
      if (batch.isEmpty()) return;
      batch.stream().sorted(Comparator.comparing(row -> row.id().value())).forEach(this::carry);
    }
  }

  /**
   * Gives back what the last process on this database was carrying when it died. Only for a
   * database that no other node can be using.
   */
  public void recover() {
    int given = dao.expireLeases(clock.instant());
    if (given > 0) LOG.info("{} parcels were being carried when the last process ended", given);
  }

  /** Begins by renewing the lease, as those before it in the batch may have taken long. */
  private void carry(Claimed row) {
    Instant leaseUntil = clock.instant().plus(LEASE);
    if (dao.begin(row.id(), row.attempts(), leaseUntil) == 0) return;
    try {
      Outgoing what = Payload.read(row.kind(), row.payload());
      if (what instanceof Letter letter && suppressions.has(letter.address()))
        throw new Never("suppressed", false);
      Parcel parcel = new Parcel(row.id(), row.onceKey(), row.attempts(), what);
      String answer = carrier(what).carry(parcel);
      dao.sent(row.id(), answer, clock.instant());
    } catch (Later later) {
      if (later.isElsewhere()) leave(row, String.valueOf(later.getMessage()));
      else again(row, String.valueOf(later.getMessage()));
    } catch (Never never) {
      if (never.isAddressDead())
        suppressions.add(row.addressee(), String.valueOf(never.getMessage()), clock.instant());
      refuse(row, String.valueOf(never.getMessage()));
    } catch (RuntimeException bug) {
      LOG.error("parcel {} ({})", row.id().value(), row.onceKey(), bug);
      again(row, bug.toString());
    }
  }

  private Carrier carrier(Outgoing what) throws Later {
    for (Carrier carrier : carriers) {
      if (carrier.carries(what)) return carrier;
    }
    throw new Later("no carrier for " + Payload.kind(what));
  }

  private void leave(Claimed row, String answer) {
    dao.left(row.id(), row.attempts(), answer, clock.instant().plus(ELSEWHERE));
  }

  private void again(Claimed row, String answer) {
    if (row.attempts() >= MOST_ATTEMPTS) {
      refuse(row, answer);
      return;
    }
    Instant notBefore = clock.instant().plus(backoff(row.attempts()));
    dao.later(row.id(), row.attempts(), answer, notBefore);
  }

  private void refuse(Claimed row, String answer) {
    dao.refused(row.id(), row.attempts(), answer, clock.instant());
  }

  /**
   * One minute, then twice as long each time, six hours at most: sixteen attempts span two days.
   */
  static Duration backoff(int attempts) {
    Duration wait = Duration.ofMinutes(1L << Math.min(attempts - 1, 9));
    return wait.compareTo(Duration.ofHours(6)) > 0 ? Duration.ofHours(6) : wait;
  }
}
