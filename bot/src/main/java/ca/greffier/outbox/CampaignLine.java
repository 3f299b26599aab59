package ca.greffier.outbox;

import ca.greffier.outbox.CampaignDao.Claimed;
import ca.greffier.outbox.Settling.Outcome;
import ca.greffier.outbox.Settling.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries the letters of one chunk over one line. A letter is ended only when the row says that it
 * is about to be: what this writes down for one letter announces the next one, so that each letter
 * costs one line of one transaction.
 */
final class CampaignLine {
  private static final int MOST_BREAKS = 3;

  private final Campaign campaign;
  private final Claimed chunk;
  private final Settling settling;
  private final BulkCarrier carrier;
  private final Domains domains;
  private final Pace pace;
  private final InstantSource clock;
  private final BooleanSupplier stopping;

  private final Deque<Recipient> left;
  private final List<Outcome> unwritten = new ArrayList<>();
  private @Nullable Line line;
  private @Nullable Recipient begun;
  private int breaks;
  private @Nullable Instant heldUntil;

  /** What a line works with, the same for all of a run. */
  record Tools(
      Settling settling,
      BulkCarrier carrier,
      Domains domains,
      Pace pace,
      InstantSource clock,
      BooleanSupplier stopping) {}

  CampaignLine(
      Campaign campaign, Claimed chunk, List<Recipient> left, @Nullable Line line, Tools tools) {
    this.campaign = campaign;
    this.chunk = chunk;
    this.left = new ArrayDeque<>(left);
    this.line = line;
    this.settling = tools.settling();
    this.carrier = tools.carrier();
    this.domains = tools.domains();
    this.pace = tools.pace();
    this.clock = tools.clock();
    this.stopping = tools.stopping();
  }

  /** How it ended. */
  enum End {
    /** All of the chunk is settled. */
    DONE,
    /** All is settled but what waits for its hour. */
    HELD,
    /** The campaign was stopped, or the program stops. */
    STOPPED,
    /** The server takes no letters now. */
    LATER
  }

  /** The line, to be used for the next chunk; null when it broke. */
  @Nullable Line line() {
    return line;
  }

  /** When the first of those that were held may leave; null when none was. */
  @Nullable Instant heldUntil() {
    return heldUntil;
  }

  End carry() {
    CompletableFuture<Verdict> written = settling.put(chunk, List.of(), null);
    try {
      while (true) {
        if (begun == null) {
          Recipient one = next();
          written = write(one);
          if (one == null) {
            written.join();
            return heldUntil == null ? End.DONE : End.HELD;
          }
          begin(one);
          continue;
        }
        Verdict verdict = written.join();
        if (verdict == Verdict.STOP || stopping.getAsBoolean()) {
          drop();
          return End.STOPPED;
        }
        if (verdict == Verdict.LEAVE_OUT) {
          drop();
          continue;
        }
        Recipient next = next();
        end(begun, next);
        written = write(next);
        if (next != null && line != null) follow(next);
        else if (next != null) left.addFirst(next);
      }
    } catch (Later later) {
      flush();
      return End.LATER;
    } catch (CompletionException unwritable) {
      drop();
      throw unwritable;
    } catch (RuntimeException bug) {
      drop();
      flush();
      throw bug;
    }
  }

  private CompletableFuture<Verdict> write(@Nullable Recipient next) {
    CompletableFuture<Verdict> written = settling.put(chunk, unwritten, next);
    unwritten.clear();
    return written;
  }

  /** What was put before is on disk too when this is. */
  private void flush() {
    write(null).join();
  }

  /** The next one whose hour it is and whose domain takes letters. */
  private @Nullable Recipient next() {
    Recipient one;
    while ((one = left.poll()) != null) {
      Instant until = pace.heldUntil(one, clock.instant());
      if (until != null) {
        if (heldUntil == null || until.isBefore(heldUntil)) heldUntil = until;
        continue;
      }
      String busy = domains.busy(one.address());
      if (busy == null) return one;
      unwritten.add(Outcome.later(one, busy));
    }
    return null;
  }

  private void begin(Recipient one) throws Later {
    try {
      Line open = line;
      if (open == null) {
        open = carrier.open(campaign);
        line = open;
      }
      open.begin(one);
      begun = one;
    } catch (LineLost lost) {
      broken(one, lost);
    } catch (Never never) {
      unwritten.add(Outcome.refused(one, never));
    } catch (Later later) {
      if (line == null) {
        left.addFirst(one);
        throw later;
      }
      postponed(one, later);
    }
  }

  private void follow(Recipient next) throws Later {
    try {
      if (line == null) throw new LineLost("closed");
      line.follow();
      begun = next;
    } catch (LineLost lost) {
      broken(next, lost);
    } catch (Never never) {
      unwritten.add(Outcome.refused(next, never));
    } catch (Later later) {
      postponed(next, later);
    }
  }

  /** Whatever comes of it, nothing is begun any more. */
  private void end(Recipient one, @Nullable Recipient next) {
    begun = null;
    Line open = line;
    if (open == null) throw new IllegalStateException("a letter without its line");
    try {
      String answer = next == null ? open.end() : open.end(next);
      unwritten.add(Outcome.sent(one, answer));
      domains.took(one.address());
      breaks = 0;
    } catch (LineLost lost) {
      unwritten.add(Outcome.unknown(one, String.valueOf(lost.getMessage())));
      shut();
    } catch (Never never) {
      unwritten.add(Outcome.refused(one, never));
    } catch (Later later) {
      postponed(one, later);
    }
  }

  private void postponed(Recipient one, Later later) {
    String answer = String.valueOf(later.getMessage());
    domains.refused(one.address(), answer);
    unwritten.add(Outcome.later(one, answer));
  }

  /** It was not ended: it can be begun again elsewhere, a few times. */
  private void broken(Recipient one, LineLost lost) throws Later {
    shut();
    left.addFirst(one);
    if (++breaks >= MOST_BREAKS) throw new Later(String.valueOf(lost.getMessage()));
  }

  /** Leaves the letter that was begun without its end: it never was. */
  private void drop() {
    begun = null;
    shut();
  }

  private void shut() {
    if (line != null) line.close();
    line = null;
  }
}
