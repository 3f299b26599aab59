package ca.greffier.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which domains ask for patience. After a few letters in a row that a domain refuses for now, those
 * that follow are left to the outbox without asking, for a time that doubles.
 */
final class Domains {
  private static final int PATIENCE = 3;
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 5;

  private final InstantSource clock;
  private final Map<String, Busy> busy = new ConcurrentHashMap<>();

  private record Busy(int times, Instant until, String answer) {}

  Domains(InstantSource clock) {
    this.clock = clock;
  }

  /** What it said last; null when it takes letters. */
  @Nullable String busy(String address) {
    if (busy.isEmpty()) return null;
    Busy known = busy.get(domain(address));
    return known != null && clock.instant().isBefore(known.until()) ? known.answer() : null;
  }

  void refused(String address, String answer) {
    busy.compute(
        domain(address),
        (_, known) -> {
          int times = known == null ? 1 : known.times() + 1;
          int doublings = Math.min(times - PATIENCE, MOST_DOUBLINGS);
          Instant now = clock.instant();
          Instant until = doublings < 0 ? now : now.plus(FIRST.multipliedBy(1L << doublings));
          return new Busy(times, until, answer);
        });
  }

  void took(String address) {
    if (!busy.isEmpty()) busy.remove(domain(address));
  }

  static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
