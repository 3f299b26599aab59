package ca.greffier.minutes;

import ca.greffier.sweep.Sweep;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Ends written resolutions that somebody has not signed by their last day. */
public final class WrittenSweep implements Sweep {
  private final Jdbi jdbi;
  private final WrittenResolutions resolutions;

  public WrittenSweep(Jdbi jdbi, WrittenResolutions resolutions) {
    this.jdbi = jdbi;
    this.resolutions = resolutions;
  }

  @Override
  public String name() {
    return "resolutions";
  }

  @Override
  public String cron() {
    return "0 5 7 * * ?";
  }

  @Override
  public void run(Instant now) {
    jdbi.useTransaction(_ -> resolutions.expire(now));
  }
}
