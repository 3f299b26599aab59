package ca.greffier.outbox;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Counts what left against what may leave. */
final class Pace {
  private final CampaignDao dao;
  private final Limits limits;

  Pace(CampaignDao dao, Limits limits) {
    this.dao = dao;
    this.limits = limits;
  }

  /** How many letters may still leave now; {@link Integer#MAX_VALUE} for no limit. */
  int allowed(Instant now) {
    if (limits.areNone()) return Integer.MAX_VALUE;
    ZonedDateTime here = now.atZone(limits.zone());
    if (!limits.isOpen(here.toLocalTime())) return 0;
    int left = Integer.MAX_VALUE;
    if (limits.perHour() > 0)
      left = limits.perHour() - dao.sentSince(now.truncatedTo(ChronoUnit.HOURS));
    int day = limits.onDay(here.toLocalDate());
    if (day < Integer.MAX_VALUE) {
      Instant midnight = here.toLocalDate().atStartOfDay(limits.zone()).toInstant();
      left = Math.min(left, day - dao.sentSince(midnight));
    }
    return Math.max(left, 0);
  }
}
