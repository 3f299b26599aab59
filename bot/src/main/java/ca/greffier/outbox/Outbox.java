package ca.greffier.outbox;

import java.time.Instant;
import java.time.InstantSource;
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
}
