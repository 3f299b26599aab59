package ca.greffier.outbox;

import ca.greffier.outbox.Parcel.ParcelId;
import ca.greffier.sweep.Sweep;
import ca.greffier.sweep.Ticks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What will leave by itself if nobody does anything meanwhile: the sweeps themselves are run ahead
 * of their time, in the open transaction, and all they did is undone. Nothing that is foreseen is
 * kept or sent. The ticks of a few hours are tried at once, and run one by one only when something
 * leaves.
 */
public final class Foresight {
  private static final String BEFORE = "foresight";
  private static final String SPAN = "span";

  /** Ticks this close are tried at once: hardly anything ever leaves at most of them. */
  private static final Duration TOGETHER = Duration.ofMinutes(179);

  private static final int MOST_IN_SPAN = 18;

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
  record Foreseen(ParcelId id, Instant at, String onceKey, String kind, String addressee) {}

  /**
   * What was foreseen, the soonest first.
   *
   * @param until how far it was looked: nearer than asked when there was too much to run
   */
  record Outlook(List<Foreseen> parcels, Instant until) {}

  /**
   * The ticks of a sweep that come close together.
   *
   * @param first to {@code last}: one run at the last of them tells whether anything leaves
   */
  private record Span(Sweep sweep, Instant first, Instant last, int order) {}

  /**
   * @param mostTicks how many runs of sweeps it may take
   */
  Outlook look(Instant now, Instant until, int mostTicks) {
    return jdbi.inTransaction(
        handle -> {
          handle.savepoint(BEFORE);
          try {
            return run(handle, new Looking(until, mostTicks), now);
          } finally {
            handle.rollbackToSavepoint(BEFORE);
          }
        });
  }

  /** How far, and how many runs it may take. */
  private record Looking(Instant until, int mostTicks) {}

  private Outlook run(Handle handle, Looking looking, Instant now) {
    List<Foreseen> found = new ArrayList<>();
    ParcelId seen = collect(new ParcelId(0), now, found);
    PriorityQueue<Span> due =
        new PriorityQueue<>(Comparator.comparing(Span::last).thenComparing(Span::order));
    int order = 0;
    for (Sweep sweep : sweeps.get()) {
      if (sweep.isForeseeable()) add(due, span(sweep, now, order++, looking), looking);
    }
    Instant reached = looking.until();
    for (int count = 0; !due.isEmpty(); count++) {
      Span next = due.remove();
      if (count >= looking.mostTicks()) {
        reached = next.first();
        break;
      }
      ParcelId before = seen;
      handle.savepoint(SPAN);
      next.sweep().run(next.last());
      seen = collect(before, next.last(), found);
      if (seen.equals(before) || next.first().equals(next.last())) {
        handle.releaseSavepoint(SPAN);
      } else {
        handle.rollbackToSavepoint(SPAN);
        found.removeIf(each -> each.id().value() > before.value());
        seen = runEach(next, before, found);
        count += MOST_IN_SPAN;
      }
      add(due, span(next.sweep(), next.last(), next.order(), looking), looking);
    }
    Instant last = reached;
    found.removeIf(each -> each.at().isAfter(last));
    found.sort(Comparator.comparing(Foreseen::at));
    return new Outlook(List.copyOf(found), last);
  }

  private static void add(PriorityQueue<Span> due, Span span, Looking looking) {
    if (!span.first().isAfter(looking.until())) due.add(span);
  }

  /** From the first tick after an instant to the last within the next hours. */
  private Span span(Sweep sweep, Instant after, int order, Looking looking) {
    Instant first = ticks.next(sweep.cron(), after);
    Instant end =
        first.plus(TOGETHER).isBefore(looking.until()) ? first.plus(TOGETHER) : looking.until();
    Instant last = first;
    for (Instant next = ticks.next(sweep.cron(), last);
        !next.isAfter(end);
        next = ticks.next(sweep.cron(), last)) last = next;
    return new Span(sweep, first, last, order);
  }

  /** Something leaves: tick after tick, to know when. */
  private ParcelId runEach(Span span, ParcelId before, List<Foreseen> found) {
    ParcelId seen = before;
    for (Instant at = span.first();
        !at.isAfter(span.last());
        at = ticks.next(span.sweep().cron(), at)) {
      span.sweep().run(at);
      seen = collect(seen, at, found);
    }
    return seen;
  }

  /** A row is dated by the real clock: what a sweep puts ahead of its time leaves at its tick. */
  private ParcelId collect(ParcelId after, Instant tick, List<Foreseen> found) {
    ParcelId last = after;
    for (Waiting row : dao.waitingAfter(after)) {
      Instant at = row.notBefore().isAfter(tick) ? row.notBefore() : tick;
      found.add(new Foreseen(row.id(), at, row.onceKey(), row.kind(), row.addressee()));
      last = row.id();
    }
    return last;
  }
}
