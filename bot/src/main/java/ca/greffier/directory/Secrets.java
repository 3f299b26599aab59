package ca.greffier.directory;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets that nobody can guess: 160 random bits, fit for a cookie and for an address. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  static String fresh() {
    byte[] bytes = new byte[20];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
