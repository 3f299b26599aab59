package ca.greffier.chat;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for what another thread will bring. */
final class Waiting {
  private static final Duration MOST = Duration.ofSeconds(20);

  private Waiting() {}

  static <T> T until(String what, Supplier<@Nullable T> source) {
    long end = System.nanoTime() + MOST.toNanos();
    while (true) {
      T found = source.get();
      if (found != null) return found;
      if (System.nanoTime() > end) throw new AssertionError("waited in vain for " + what);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
