package ca.greffier.app;

import ca.greffier.sweep.Sweep;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what was just put down without waiting for the next tick. One run at a time; those asked
 * for meanwhile become one more.
 */
final class Pump implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pump.class);

  private final Sweep carrying;
  private final InstantSource clock;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final ExecutorService thread;
  private volatile boolean open;

  Pump(Sweep carrying, InstantSource clock) {
    this.carrying = carrying;
    this.clock = clock;
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name(carrying.name()).factory());
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
      carrying.run(clock.instant());
    } catch (RuntimeException e) {
      LOG.error("{}", carrying.name(), e);
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
