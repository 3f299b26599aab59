package ca.greffier.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number used once: hidden in each form drawn, so that pressing twice acts once. */
record Nonce(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

  static Nonce fresh() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return new Nonce(HexFormat.of().formatHex(bytes));
  }

  /** The one that came with a form; a fresh one when it is not one of ours. */
  static Nonce of(@Nullable String typed) {
    return typed != null && SHAPE.matcher(typed).matches() ? new Nonce(typed) : fresh();
  }

  /** The id of the invocation it stands for. */
  String invocation() {
    return "web:" + value;
  }
}
