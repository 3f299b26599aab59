package ca.greffier.chat;

import java.util.concurrent.atomic.AtomicLong;

/** Ids as Discord makes them: of now, since JDA reads the age of an interaction from its id. */
final class Snowflakes {
  private static final long EPOCH = 1_420_070_400_000L;
  private static final AtomicLong COUNT = new AtomicLong();

  private Snowflakes() {}

  static String next() {
    long millis = System.currentTimeMillis() - EPOCH;
    return Long.toString((millis << 22) | (COUNT.incrementAndGet() & 0x3fffff));
  }
}
