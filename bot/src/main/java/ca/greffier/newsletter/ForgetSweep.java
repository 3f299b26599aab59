package ca.greffier.newsletter;

import ca.greffier.sweep.Sweep;
import java.time.Instant;

/** Forgets the addresses of those who asked for a list and never followed the link. */
public final class ForgetSweep implements Sweep {
  private final Subscribing subscribing;

  public ForgetSweep(Subscribing subscribing) {
    this.subscribing = subscribing;
  }

  @Override
  public String name() {
    return "inscriptions";
  }

  @Override
  public String cron() {
    return "0 50 3 * * ?";
  }

  @Override
  public void run(Instant now) {
    subscribing.forget(now);
  }
}
