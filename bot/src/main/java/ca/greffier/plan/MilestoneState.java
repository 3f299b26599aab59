package ca.greffier.plan;

import ca.greffier.text.Phrase;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a deliverable stands against its dates (domain.md K11, K12). An unproved or cancelled one
 * needs the register of documents and of changes.
 */
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
  REACHED_LATE;

  private static final int NEAR_DAYS = 10;

  /** The worst that is true. */
  public static MilestoneState of(Deliverable what, LocalDate today, Slip slip) {
    LocalDate due = what.due();
    if (what.reached() != null)
      return slip.days(what.baseline(), what.reached()) > 0 ? REACHED_LATE : REACHED;
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
