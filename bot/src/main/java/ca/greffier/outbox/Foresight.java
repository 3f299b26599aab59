package ca.greffier.outbox;

import ca.greffier.outbox.Parcel.ParcelId;
import ca.greffier.sweep.Sweep;
import ca.greffier.sweep.Ticks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * What will leave by itself if nobody does anything meanwhile: the sweeps themselves are run ahead
 * of their time, tick after tick, in the open transaction, and all they did is undone. Nothing that
 * is foreseen is kept or sent.
 */
public final class Foresight {
  private static final String BEFORE = "foresight";

  private final Jdbi jdbi;
  private final OutboxDao dao;
  private final Supplier<List<Sweep>> sweeps;
  private final Ticks ticks;

  /**
   * @param sweeps of the whole house, read when something is foreseen: they are built after
   */
  public Foresight(Jdbi jdbi, Supplier<List<Sweep>> sweeps, Ticks ticks) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(OutboxDao.class);
    this.sweeps = sweeps;
    this.ticks = ticks;
  }

  /** A parcel that waits in its row. */
  record Waiting(ParcelId id, String onceKey, String kind, String addressee, Instant notBefore) {}

  /** A parcel that would leave, and when. */
  record Foreseen(Instant at, String onceKey, String kind, String addressee) {}

  /**
   * What was foreseen, the soonest first.
   *
   * @param until how far it was looked: nearer than asked when there was too much to run
   */
  record Outlook(List<Foreseen> parcels, Instant until) {}

  private record Tick(Sweep sweep, Instant at, int order) {}

  /**
   * @param mostTicks how many runs of sweeps it may take
   */
  Outlook look(Instant now, Instant until, int mostTicks) {
    return jdbi.inTransaction(
        handle -> {
          handle.savepoint(BEFORE);
          try {
            return run(now, until, mostTicks);
          } finally {
            handle.rollbackToSavepoint(BEFORE);
          }
        });
  }

  private Outlook run(Instant now, Instant until, int mostTicks) {
    List<Foreseen> found = new ArrayList<>();
    ParcelId seen = collect(new ParcelId(0), now, found);
    PriorityQueue<Tick> due =
        new PriorityQueue<>(Comparator.comparing(Tick::at).thenComparing(Tick::order));
    int order = 0;
    for (Sweep sweep : sweeps.get()) if (sweep.isForeseeable()) due.add(tick(sweep, now, order++));
    Instant reached = until;
    for (int count = 0; !due.isEmpty() && !due.peek().at().isAfter(until); count++) {
      Tick next = due.remove();
      if (count == mostTicks) {
        reached = next.at();
        break;
      }
      next.sweep().run(next.at());
      seen = collect(seen, next.at(), found);
      due.add(tick(next.sweep(), next.at(), next.order()));
    }
    Instant last = reached;
    found.removeIf(each -> each.at().isAfter(last));
    found.sort(Comparator.comparing(Foreseen::at));
    return new Outlook(List.copyOf(found), last);
  }

  private Tick tick(Sweep sweep, Instant after, int order) {
    return new Tick(sweep, ticks.next(sweep.cron(), after), order);
  }

  /** A row is dated by the real clock: what a sweep puts ahead of its time leaves at its tick. */
  private ParcelId collect(ParcelId after, Instant tick, List<Foreseen> found) {
    ParcelId last = after;
    for (Waiting row : dao.waitingAfter(after)) {
      Instant at = row.notBefore().isAfter(tick) ? row.notBefore() : tick;
      found.add(new Foreseen(at, row.onceKey(), row.kind(), row.addressee()));
      last = row.id();
    }
    return last;
  }
}
