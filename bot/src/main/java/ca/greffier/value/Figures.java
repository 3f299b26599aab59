package ca.greffier.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on figures that may be unknown. What needs an unknown figure, or a division by zero,
 * is unknown too: never infinite, never « not a number ».
 */
final class Figures {
  private static final MathContext EXACT = MathContext.DECIMAL128;
  private static final BigDecimal SMALL = new BigDecimal("0.1");
  private static final int DECIMALS = 4;

  private Figures() {}

  static @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.add(b, EXACT);
  }

  static @Nullable BigDecimal minus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.subtract(b, EXACT);
  }

  static @Nullable BigDecimal times(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.multiply(b, EXACT);
  }

  static @Nullable BigDecimal ratio(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null || b.signum() == 0 ? null : a.divide(b, EXACT);
  }

  static boolean isPositive(@Nullable BigDecimal figure) {
    return figure != null && figure.signum() > 0;
  }

  /** As a program reads it: a point, four decimals at most, more only when nothing else is left. */
  static String plain(BigDecimal figure) {
    BigDecimal rounded =
        figure.abs().compareTo(SMALL) < 0
            ? figure.round(new MathContext(DECIMALS))
            : figure.setScale(DECIMALS, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
