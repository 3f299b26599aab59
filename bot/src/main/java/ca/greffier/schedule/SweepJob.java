package ca.greffier.schedule;

import ca.greffier.sweep.Sweep;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one job: runs the sweep of its name. A sweep that fails is logged, and runs again next time.
 */
@DisallowConcurrentExecution
public final class SweepJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(SweepJob.class);

  private final @Nullable Sweep sweep;
  private final InstantSource clock;

  /**
   * @param sweep absent when another node, newer than this one, knows a sweep that this one does
   *     not
   */
  SweepJob(@Nullable Sweep sweep, InstantSource clock) {
    this.sweep = sweep;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    if (sweep == null) return;
    try {
      sweep.run(clock.instant());
    } catch (RuntimeException bug) {
      LOG.error("sweep {}", sweep.name(), bug);
    }
  }
}
