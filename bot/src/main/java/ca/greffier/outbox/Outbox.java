package ca.greffier.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jdbi.v3.core.Jdbi;

/** Where actions leave what must go out: rows of the same transaction. */
public final class Outbox {
  private final InstantSource clock;
  private final OutboxDao dao;

  public Outbox(Jdbi jdbi, InstantSource clock) {
    this.clock = clock;
    this.dao = jdbi.onDemand(OutboxDao.class);
  }

  /**
   * Puts a parcel, once: a second one with the same key is nothing.
   *
   * @param onceKey what, whom, revision: {@code convocation:42:7:0}
   */
  public void put(String onceKey, Outgoing what) {
    put(onceKey, what, clock.instant());
  }

  /** The same, not to leave before an instant. */
  public void put(String onceKey, Outgoing what, Instant notBefore) {
    dao.insert(
        onceKey,
        Payload.kind(what),
        Payload.addressee(what),
        Payload.write(what),
        notBefore,
        clock.instant());
  }

  /**
   * Puts many parcels at once, in the order of their once-keys given.
   *
   * @param byOnceKey each as {@link #put(String, Outgoing)} would put it
   */
  public void putAll(SequencedMap<String, ? extends Outgoing> byOnceKey) {
    List<OutboxDao.Put> rows =
        byOnceKey.entrySet().stream()
            .map(
                each ->
                    new OutboxDao.Put(
                        each.getKey(),
                        Payload.kind(each.getValue()),
                        Payload.addressee(each.getValue()),
                        Payload.write(each.getValue())))
            .toList();
    dao.insertAll(rows, clock.instant());
  }

  /**
   * Takes back parcels that have not begun to leave, as if they had never been put.
   *
   * @return how many were taken back
   */
  public int withdraw(Collection<String> onceKeys) {
    return onceKeys.isEmpty() ? 0 : dao.withdraw(onceKeys);
  }

  /** Parcels in a state: {@code waiting}, {@code claimed}, {@code sent}, {@code refused}. */
  public record Count(String state, long parcels) {}

  /** How many parcels are in each state; states without any are left out. */
  public List<Count> counts() {
    return dao.counts();
  }

  /** The same for the parcels whose once-keys begin alike: {@code infolettre:12:}. */
  public List<Count> counts(String prefix) {
    return dao.countsUnder(prefix);
  }

  /**
   * For how long the parcel that should have left first has been waiting; zero when none is due.
   */
  public Duration lateness() {
    Instant now = clock.instant();
    return dao.oldestDue(now).map(due -> Duration.between(due, now)).orElse(Duration.ZERO);
  }

  /** What became of the letters whose key begins so, the first one first. */
  public List<Proof> proofsUnder(String prefix) {
    return dao.proofsUnder(prefix);
  }

  /** Whether something was put under a key, gone or not. */
  public boolean holds(String onceKey) {
    return dao.holds(onceKey);
  }

  /** The once-keys of what was sent to an address, latest first. */
  public List<String> sentTo(String addressee) {
    return dao.sentTo(addressee.toLowerCase(Locale.ROOT));
  }
}
