package ca.greffier.sweep;

import java.time.Instant;

/**
 * Looks at rows that are due and does what they wait for. Safe to run twice, late, or on two nodes.
 */
public interface Sweep {
  /** In French, as the journal of work and the metrics show it: {@code relances}. */
  String name();

  /** When the clock runs it: a Quartz cron expression in the project's zone. */
  String cron();

  void run(Instant now);

  /**
   * Whether it only reads and writes rows, so that it can be run ahead of its time and undone. One
   * that reads files, starts a program or talks to the network says no.
   */
  default boolean isForeseeable() {
    return true;
  }
}
