package ca.greffier.app;

import ca.greffier.outbox.Dispatch;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what was just put into the outbox without waiting for the next tick. One run at a time;
 * those asked for meanwhile become one more.
 */
final class Pump implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pump.class);

  private final Dispatch dispatch;
  private final InstantSource clock;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("outbox").factory());
  private volatile boolean open;

  Pump(Dispatch dispatch, InstantSource clock) {
    this.dispatch = dispatch;
    this.clock = clock;
  }

  void open() {
    open = true;
    wake();
  }

  void wake() {
    if (open && asked.compareAndSet(false, true)) thread.execute(this::run);
  }

  private void run() {
    asked.set(false);
    try {
      dispatch.run(clock.instant());
    } catch (RuntimeException e) {
      LOG.error("outbox", e);
    }
  }

  /** Lets what is being carried arrive. */
  @Override
  public void close() {
    open = false;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(30, TimeUnit.SECONDS)) thread.shutdownNow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
