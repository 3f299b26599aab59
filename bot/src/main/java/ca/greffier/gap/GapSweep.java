package ca.greffier.gap;

import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Lets every rule look, and tells what is new or worse in one letter, on working days from 8 h to
 * 18 h; what is found at another time waits.
 */
public final class GapSweep implements Sweep {
  private final Jdbi jdbi;
  private final Gaps gaps;
  private final Alert alert;
  private final List<GapRule> rules;
  private final OfficeHours hours;
  private final ZoneId zone;

  public GapSweep(
      Jdbi jdbi,
      Gaps gaps,
      Alert alert,
      LateMilestone late,
      ForecastOverBudget over,
      SilentBody silent,
      OfficeHours hours,
      ZoneId zone) {
    this.jdbi = jdbi;
    this.gaps = gaps;
    this.alert = alert;
    this.rules = List.of(late, over, silent);
    this.hours = hours;
    this.zone = zone;
  }

  @Override
  public String name() {
    return "ecarts";
  }

  /** Twice a working day: what drifts is told early, but in one letter. */
  @Override
  public String cron() {
    return "0 30 8,13 ? * MON-FRI";
  }

  @Override
  public void run(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    jdbi.useTransaction(
        _ -> {
          gaps.lock();
          for (GapRule rule : rules) gaps.see(rule.code(), rule.look(today), now);
          if (hours.isOpen(now)) alert.tell(gaps.toTell(), now);
        });
  }
}
