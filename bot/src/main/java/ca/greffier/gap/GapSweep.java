package ca.greffier.gap;

import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/**
 * Lets every rule look, and tells what is new or worse in one letter, on working days from 8 h to
 * 18 h, with what came of the measures that were chosen; what is found at another time waits.
 */
public final class GapSweep implements Sweep {
  private final Jdbi jdbi;
  private final Gaps gaps;
  private final Alert alert;
  private final FollowUp followUp;
  private final Rules rules;
  private final ThresholdRegister thresholds;
  private final OfficeHours hours;

  public GapSweep(
      Jdbi jdbi,
      Gaps gaps,
      Alert alert,
      FollowUp followUp,
      Rules rules,
      ThresholdRegister thresholds,
      OfficeHours hours) {
    this.jdbi = jdbi;
    this.gaps = gaps;
    this.alert = alert;
    this.followUp = followUp;
    this.rules = rules;
    this.thresholds = thresholds;
    this.hours = hours;
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
    LocalDate today = hours.day(now);
    jdbi.useTransaction(
        _ -> {
          gaps.lock();
          Thresholds limits = thresholds.now();
          for (GapRule rule : rules.all()) gaps.see(rule.code(), rule.look(today, limits), now);
          gaps.wake(today, now);
          if (!hours.isOpen(now)) return;
          followUp.run(now);
          alert.tell(gaps.toTell(), now);
        });
  }
}
