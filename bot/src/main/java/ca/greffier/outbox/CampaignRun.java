package ca.greffier.outbox;

import ca.greffier.outbox.CampaignDao.Claimed;
import ca.greffier.outbox.CampaignLine.End;
import ca.greffier.outbox.CampaignLine.Tools;
import ca.greffier.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the campaigns that are due over as many lines as the carrier opens, chunk after chunk.
 * Nodes share a campaign by the chunks they claim. A node that dies leaves leases that expire; the
 * letter that each of its lines was ending is marked as doubtful, and sent again under the same
 * Message-ID.
 */
public final class CampaignRun implements Sweep, AutoCloseable {
  private static final Duration REST = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(CampaignRun.class);

  private final Jdbi jdbi;
  private final CampaignDao dao;
  private final Campaigns campaigns;
  private final BulkCarrier carrier;
  private final Pace pace;
  private final InstantSource clock;
  private final Domains domains;
  private final ReentrantLock running = new ReentrantLock();
  private final AtomicInteger atWork = new AtomicInteger();
  private volatile boolean stopping;

  public CampaignRun(Jdbi jdbi, BulkCarrier carrier, Limits limits, InstantSource clock) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(CampaignDao.class);
    this.campaigns = new Campaigns(jdbi, clock);
    this.carrier = carrier;
    this.pace = new Pace(dao, limits);
    this.clock = clock;
    this.domains = new Domains(clock);
  }

  @Override
  public String name() {
    return "campagnes";
  }

  @Override
  public String cron() {
    return "0/5 * * * * ?";
  }

  @Override
  public boolean isForeseeable() {
    return false;
  }

  /** Carries all that is due and allowed now; one run at a time on a node. */
  @Override
  public void run(Instant now) {
    if (!running.tryLock()) return;
    try {
      if (stopping || pace.allowed(now) == 0) return;
      List<Thread> lines = new ArrayList<>();
      Optional<Claimed> first = claim();
      if (first.isPresent()) {
        try (Settling settling = new Settling(jdbi, pace, atWork::get, clock)) {
          Tools tools = new Tools(settling, carrier, domains, pace, clock, this::mustStop);
          for (int i = 1; i < carrier.mostLines(); i++) {
            Optional<Claimed> next = claim();
            if (next.isEmpty()) break;
            lines.add(
                Thread.ofPlatform()
                    .daemon()
                    .name("campaign-" + i)
                    .start(() -> work(next.get(), tools)));
          }
          work(first.get(), tools);
          for (Thread line : lines) join(line);
        }
      }
      dao.finish(clock.instant());
    } finally {
      running.unlock();
    }
  }

  /**
   * Gives back what the last process on this database was carrying when it died. Only for a
   * database that no other node can be using.
   */
  public void recover() {
    int given = dao.expireLeases(clock.instant());
    if (given > 0) LOG.info("{} campaign lines were open when the last process ended", given);
  }

  /** Lets the letters that are being ended arrive, and begins no other. */
  @Override
  public void close() {
    stopping = true;
    running.lock();
    running.unlock();
  }

  private boolean mustStop() {
    return stopping || Thread.currentThread().isInterrupted();
  }

  /** From the first chunk to the last that is free, on one line. */
  private void work(Claimed first, Tools tools) {
    Claimed chunk = first;
    Campaign campaign = campaigns.campaign(chunk.campaign());
    Line line = null;
    atWork.incrementAndGet();
    try {
      while (true) {
        if (!campaign.id().equals(chunk.campaign())) {
          close(line);
          line = null;
          campaign = campaigns.campaign(chunk.campaign());
        }
        CampaignLine one = new CampaignLine(campaign, chunk, waiting(chunk), line, tools);
        End end;
        try {
          end = one.carry();
        } finally {
          line = one.line();
        }
        settle(chunk, end, one.heldUntil());
        if (end == End.LATER || stopping || pace.allowed(clock.instant()) == 0) return;
        Optional<Claimed> next = claim();
        if (next.isEmpty()) return;
        chunk = next.get();
      }
    } catch (CompletionException unwritable) {
      LOG.error("campaign {}", campaign.onceKey(), unwritable);
    } catch (RuntimeException e) {
      // the words cannot be made into a letter: trying again and again would change nothing
      LOG.error(
          "campaign {}, letters {} to {}", campaign.onceKey(), chunk.first(), chunk.last(), e);
      dao.turn(campaign.onceKey(), "running", "paused", String.valueOf(e.getMessage()));
      settle(chunk, End.STOPPED, null);
    } finally {
      atWork.decrementAndGet();
      close(line);
    }
  }

  private void settle(Claimed chunk, End end, @Nullable Instant heldUntil) {
    Instant now = clock.instant();
    Instant opening = heldUntil == null ? now : heldUntil;
    switch (end) {
      case DONE -> dao.closeChunk(chunk.first(), chunk.claim());
      case HELD -> dao.release(chunk.first(), chunk.claim(), opening);
      case STOPPED -> dao.release(chunk.first(), chunk.claim(), now);
      case LATER -> dao.release(chunk.first(), chunk.claim(), now.plus(REST));
    }
  }

  private Optional<Claimed> claim() {
    return jdbi.inTransaction(
        _ -> {
          Instant now = clock.instant();
          Optional<Claimed> chunk = dao.claim(now, now.plus(Dispatch.LEASE));
          chunk.map(Claimed::carrying).ifPresent(dao::doubt);
          return chunk;
        });
  }

  private List<Recipient> waiting(Claimed chunk) {
    return dao.waiting(chunk.first(), chunk.last(), chunk.campaign());
  }

  private static void close(@Nullable Line line) {
    if (line != null) line.close();
  }

  private static void join(Thread line) {
    try {
      line.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
