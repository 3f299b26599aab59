package ca.greffier.plan;

import ca.greffier.text.Phrase;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a deliverable stands against its dates (domain.md K11, K12). */
public enum MilestoneState {
  UNDATED,
  COMING,
  /** Due within ten working days. */
  NEAR,
  /** Expected later than its baseline. */
  SLIPPED,
  /** One of its dates has passed. */
  LATE,
  REACHED,
  REACHED_LATE,
  /** Said to be reached, with nothing that shows it. */
  UNPROVED,
  CANCELLED;

  private static final int NEAR_DAYS = 10;

  /** The worst that is true. */
  public static MilestoneState of(Deliverable what, LocalDate today, Slip slip) {
    if (what.isCancelled()) return CANCELLED;
    if (what.reached() != null) {
      if (!what.isProved()) return UNPROVED;
      return slip.days(what.baseline(), what.reached()) > 0 ? REACHED_LATE : REACHED;
    }
    LocalDate due = what.due();
    if (due == null) return UNDATED;
    if (isPast(what.baseline(), today) || isPast(what.forecast(), today)) return LATE;
    if (slip.days(what.baseline(), what.forecast()) > 0) return SLIPPED;
    return slip.days(today, due) <= NEAR_DAYS ? NEAR : COMING;
  }

  /** Always shown as a word beside a symbol: a colour alone tells nothing to some (A3). */
  public Phrase phrase() {
    return Phrase.of("plan.state." + name());
  }

  private static boolean isPast(@Nullable LocalDate date, LocalDate today) {
    return date != null && date.isBefore(today);
  }
}
