package ca.greffier.mail;

/**
 * How much of a mail is worth reading. Checked on the bytes, before anything is parsed: a few
 * megabytes of empty headers or parts would otherwise become gigabytes of objects.
 */
final class Bounds {
  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final int MOST_LINES = 250_000;
  private static final int MOST_HEADER_LINES = 2_000;
  private static final int MOST_DELIMITERS = 2_000;

  private Bounds() {}

  static boolean hold(byte[] raw) {
    if (raw.length > MOST_BYTES) return false;
    int lines = 0;
    int delimiters = 0;
    boolean isHeader = true;
    for (int start = 0; start < raw.length; start = next(raw, start)) {
      if (isHeader && isBlank(raw, start)) isHeader = false;
      if (raw[start] == '-' && start + 1 < raw.length && raw[start + 1] == '-') delimiters++;
      lines++;
      if (lines > (isHeader ? MOST_HEADER_LINES : MOST_LINES)) return false;
      if (delimiters > MOST_DELIMITERS) return false;
    }
    return true;
  }

  private static int next(byte[] raw, int start) {
    int i = start;
    while (i < raw.length && raw[i] != '\n') i++;
    return i + 1;
  }

  private static boolean isBlank(byte[] raw, int start) {
    return raw[start] == '\n'
        || (raw[start] == '\r' && start + 1 < raw.length && raw[start + 1] == '\n');
  }
}
