package ca.greffier.sweep;

import java.time.Instant;

/** When sweeps are due: what the clock above tells the rooms below. */
public interface Ticks {
  /**
   * @param cron what {@link Sweep#cron()} says
   * @return the first tick after an instant
   */
  Instant next(String cron, Instant after);
}
