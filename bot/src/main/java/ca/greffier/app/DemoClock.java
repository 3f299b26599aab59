package ca.greffier.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The demonstration's clock: it jumps from scene to scene, then runs on from the last one. */
final class DemoClock implements InstantSource {
  private volatile Instant scene;
  private volatile long since = -1;

  DemoClock(Instant scene) {
    this.scene = scene;
  }

  @Override
  public Instant instant() {
    return since < 0 ? scene : scene.plus(Duration.ofNanos(System.nanoTime() - since));
  }

  /** Stands still at an instant; it never goes back. */
  void at(Instant instant) {
    if (instant.isAfter(scene)) scene = instant;
  }

  /** From now on it runs like any clock. */
  void run() {
    since = System.nanoTime();
  }
}
