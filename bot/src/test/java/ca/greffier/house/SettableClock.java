package ca.greffier.house;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told. */
public final class SettableClock implements InstantSource {
  private volatile Instant now;

  public SettableClock(Instant now) {
    this.now = now;
  }

  /** At an instant in ISO form: {@code 2026-11-23T14:00:00Z}. */
  public static SettableClock at(String instant) {
    return new SettableClock(Instant.parse(instant));
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void set(Instant instant) {
    now = instant;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }
}
