package ca.greffier.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Numbers, percentages and money as they are read: {@code 1 234,56 $} in French, {@code $1,234.56}
 * in English. Written by hand because the JVM's locale files change the spaces between versions.
 */
public final class NumberWords {
  private static final String NBSP = "\u00a0";

  private NumberWords() {}

  /** Grouped by three; {@code 12 000}. For a number that names (a year, a code), pass a string. */
  public static String whole(Language language, long number) {
    return decimal(language, BigDecimal.valueOf(number));
  }

  /** With the decimals it has; {@code 1 234,50}. */
  public static String decimal(Language language, BigDecimal number) {
    String plain = number.abs().toPlainString();
    int point = plain.indexOf('.');
    String units = point < 0 ? plain : plain.substring(0, point);
    String decimals = point < 0 ? "" : mark(language) + plain.substring(point + 1);
    return (number.signum() < 0 ? "-" : "") + grouped(language, units) + decimals;
  }

  /** Two decimals at most; {@code 0,5}. */
  public static String approximate(Language language, double number) {
    return rounded(language, number, 2);
  }

  /** {@code 66 %}, {@code 66,5 %}; {@code 66%}. */
  public static String percent(Language language, Percent percent) {
    return rounded(language, percent.value(), 1) + (language == Language.FRENCH ? NBSP : "") + "%";
  }

  /** Always with its cents: {@code 1 234,56 $}, {@code -12,00 $}; {@code -$12.00}. */
  public static String money(Language language, Money money) {
    String amount = decimal(language, new BigDecimal(BigInteger.valueOf(money.cents()), 2));
    if (language == Language.FRENCH) return amount + NBSP + "$";
    return amount.startsWith("-") ? "-$" + amount.substring(1) : "$" + amount;
  }

  private static String rounded(Language language, double number, int decimals) {
    if (!Double.isFinite(number)) return "—";
    BigDecimal rounded =
        BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return decimal(language, rounded);
  }

  private static String mark(Language language) {
    return language == Language.FRENCH ? "," : ".";
  }

  private static String grouped(Language language, String digits) {
    String separator = language == Language.FRENCH ? NBSP : ",";
    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= 3) text.insert(at, separator);
    return text.toString();
  }
}
