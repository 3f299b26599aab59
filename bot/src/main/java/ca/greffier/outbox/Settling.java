package ca.greffier.outbox;

import ca.greffier.outbox.CampaignDao.Claimed;
import ca.greffier.outbox.Parcel.ParcelId;
import ca.greffier.outbox.SettleStatement.Asking;
import ca.greffier.outbox.SettleStatement.Leave;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what became of letters and which ones are about to be ended, for all the lines of a
 * node together: while a transaction commits, those of the next one gather.
 */
final class Settling implements AutoCloseable {
  private static final Duration GATHERING = Duration.ofMillis(2);
  private static final Stroke LAST =
      new Stroke(
          new Claimed(0, 0, new CampaignId(0), 0, null),
          List.of(),
          null,
          new CompletableFuture<>());

  private final Jdbi jdbi;
  private final Storm storm = new Storm();
  private final Pace pace;
  private final IntSupplier lines;
  private final InstantSource clock;
  private final BlockingQueue<Stroke> waiting = new LinkedBlockingQueue<>();
  private final Thread writer;

  /**
   * @param lines how many are at work
   */
  Settling(Jdbi jdbi, Pace pace, IntSupplier lines, InstantSource clock) {
    this.jdbi = jdbi;
    this.pace = pace;
    this.lines = lines;
    this.clock = clock;
    this.writer = Thread.ofPlatform().daemon().name("campaign-settling").start(this::write);
  }

  /** What became of a letter. */
  enum Fate {
    SENT,
    REFUSED,
    LATER
  }

  /**
   * @param doubtful whether it may have got out all the same
   * @param dead whether its address refused for good
   */
  record Outcome(Recipient of, Fate fate, String answer, boolean doubtful, boolean dead) {
    static Outcome sent(Recipient of, String answer) {
      return new Outcome(of, Fate.SENT, answer, false, false);
    }

    static Outcome refused(Recipient of, Never never) {
      return new Outcome(
          of, Fate.REFUSED, String.valueOf(never.getMessage()), false, never.isAddressDead());
    }

    static Outcome later(Recipient of, String answer) {
      return new Outcome(of, Fate.LATER, answer, false, false);
    }

    static Outcome unknown(Recipient of, String answer) {
      return new Outcome(of, Fate.LATER, answer, true, false);
    }
  }

  /** What a line may do with the letter it announced. */
  enum Verdict {
    END,
    /** It was taken back meanwhile. */
    LEAVE_OUT,
    /** The campaign is not running any more, no more may leave now, or another has the chunk. */
    STOP
  }

  private record Stroke(
      Claimed chunk,
      List<Outcome> outcomes,
      @Nullable Recipient next,
      CompletableFuture<Verdict> done) {

    Asking asking() {
      return new Asking(chunk.first(), chunk.claim(), next == null ? 0 : next.id().value());
    }
  }

  /**
   * Writes down outcomes and announces the letter that a line ends next.
   *
   * @return what the line may do, once it is on disk; fails when it could not be written
   */
  CompletableFuture<Verdict> put(Claimed chunk, List<Outcome> outcomes, @Nullable Recipient next) {
    CompletableFuture<Verdict> done = new CompletableFuture<>();
    waiting.add(new Stroke(chunk, List.copyOf(outcomes), next, done));
    return done;
  }

  @Override
  public void close() {
    waiting.add(LAST);
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends when all is written, or when the database fails: then nobody ends a letter any more. */
  private void write() {
    List<Stroke> together = new ArrayList<>();
    try (Handle handle = jdbi.open();
        SettleStatement statement = new SettleStatement(handle.getConnection())) {
      boolean last = false;
      while (!last) {
        together.clear();
        together.add(waiting.take());
        gather(together);
        last = together.remove(LAST);
        if (!together.isEmpty()) commit(handle, statement, together);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(together, e);
    } catch (SQLException | RuntimeException e) {
      fail(together, e);
    }
  }

  /** Until all lines are there, but not for long: one commit for ten costs little more than one. */
  private void gather(List<Stroke> together) throws InterruptedException {
    long until = System.nanoTime() + GATHERING.toNanos();
    waiting.drainTo(together);
    while (together.size() < lines.getAsInt()) {
      Stroke next = waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) return;
      together.add(next);
      waiting.drainTo(together);
    }
  }

  private void fail(List<Stroke> together, Exception e) {
    for (Stroke each : together) each.done().completeExceptionally(e);
    Stroke next;
    try {
      while (!(next = waiting.take()).equals(LAST)) next.done().completeExceptionally(e);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(Handle handle, SettleStatement statement, List<Stroke> together)
      throws SQLException {
    Instant now = clock.instant();
    List<Outcome> outcomes = together.stream().flatMap(each -> each.outcomes().stream()).toList();
    // a line that wrote twice meanwhile looks at what it wrote last
    Map<Long, Asking> asking = new LinkedHashMap<>();
    for (Stroke each : together) asking.put(each.chunk().first(), each.asking());
    SortedMap<String, Integer> byHost = pace.byHost(outcomes);
    boolean plain =
        byHost.isEmpty() && outcomes.stream().allMatch(each -> each.fate() == Fate.SENT);
    if (!plain) handle.begin();
    Map<Long, Leave> leaves = statement.execute(outcomes, asking.values(), now, Dispatch.LEASE);
    if (!plain) {
      CampaignDao dao = handle.attach(CampaignDao.class);
      pace.count(dao, byHost, now);
      handOver(handle, outcomes, now);
      for (Stroke each : together) storm.watch(dao, each.chunk(), each.outcomes());
      handle.commit();
    } else {
      for (Stroke each : together) storm.count(each.chunk(), each.outcomes());
    }
    boolean enough = pace.allowed(now) == 0;
    for (Stroke each : together) each.done().complete(verdict(each, leaves, enough));
  }

  /** In the transaction that settles them, or a crash could lose those that are tried again. */
  private static void handOver(Handle handle, List<Outcome> outcomes, Instant now) {
    List<Long> again =
        outcomes.stream()
            .filter(each -> each.fate() == Fate.LATER)
            .map(Outcome::of)
            .map(Recipient::id)
            .map(ParcelId::value)
            .toList();
    if (!again.isEmpty())
      handle.attach(CampaignDao.class).handOver(again, now.plus(Dispatch.backoff(1)));
    OutboxDao outbox = handle.attach(OutboxDao.class);
    for (Outcome each : outcomes)
      if (each.dead()) outbox.suppress(each.of().address(), each.answer(), now);
  }

  private static Verdict verdict(Stroke stroke, Map<Long, Leave> leaves, boolean enough) {
    Leave leave = leaves.get(stroke.chunk().first());
    if (leave == null || !leave.running() || enough) return Verdict.STOP;
    return stroke.next() == null || leave.waiting() ? Verdict.END : Verdict.LEAVE_OUT;
  }
}
