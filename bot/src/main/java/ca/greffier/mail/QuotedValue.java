package ca.greffier.mail;

import java.nio.charset.StandardCharsets;

/** Values put into quoted-printable words (RFC 2045, 6.7). */
final class QuotedValue {
  static final String SOFT_BREAK = "=\r\n";
  private static final int MOST_ON_LINE = 70;
  private static final String DIGITS = "0123456789ABCDEF";

  private QuotedValue() {}

  /**
   * A value on lines of its own: joined to what stands before and after it.
   *
   * @param atStart whether a line has just ended, so that it needs no break before
   */
  static String joined(String value, boolean atStart) {
    StringBuilder lines = new StringBuilder(value.length() + 16);
    if (!atStart) lines.append(SOFT_BREAK);
    int onLine = 0;
    for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = one >= ' ' && one <= '~' && one != '=' && !(one == '.' && onLine == 0);
      if (plain) lines.append((char) one);
      else lines.append('=').append(DIGITS.charAt(one >> 4 & 15)).append(DIGITS.charAt(one & 15));
      onLine += plain ? 1 : 3;
      if (onLine >= MOST_ON_LINE) {
        lines.append(SOFT_BREAK);
        onLine = 0;
      }
    }
    if (onLine > 0) lines.append(SOFT_BREAK);
    return lines.toString();
  }

  /**
   * The same words without a line that begins with a dot, which SMTP would double on the way (RFC
   * 5321, 4.5.2): what is signed is then what is sent.
   */
  static String guarded(String words) {
    StringBuilder guarded = new StringBuilder(words.length() + 16);
    boolean atStart = true;
    for (int i = 0; i < words.length(); i++) {
      char one = words.charAt(i);
      if (one == '.' && atStart) {
        guarded.append("=2E").append(SOFT_BREAK);
        continue;
      }
      guarded.append(one);
      atStart = one == '\n';
    }
    return guarded.toString();
  }
}
