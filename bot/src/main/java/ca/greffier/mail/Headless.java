package ca.greffier.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Words saved without the headers of their mail: to be read, they get an empty one. */
final class Headless {
  private static final Set<String> USUAL =
      Set.of(
          "from",
          "to",
          "date",
          "subject",
          "received",
          "return-path",
          "message-id",
          "mime-version",
          "content-type",
          "content-transfer-encoding",
          "delivered-to",
          "dkim-signature",
          "sender",
          "reply-to",
          "cc",
          "bcc",
          "x-mailer",
          "auto-submitted");

  private static final int MOST_HEADER = 64 * 1024;

  private Headless() {}

  /** As it is, if the first lines hold a header that mails have. */
  static byte[] whole(byte[] raw) {
    String head =
        new String(raw, 0, Math.min(raw.length, MOST_HEADER), StandardCharsets.ISO_8859_1);
    if (hasHeader(head)) return raw;
    byte[] whole = new byte[raw.length + 2];
    whole[0] = '\r';
    whole[1] = '\n';
    System.arraycopy(raw, 0, whole, 2, raw.length);
    return whole;
  }

  private static boolean hasHeader(String head) {
    return head.stripLeading()
        .lines()
        .takeWhile(line -> !line.isBlank())
        .filter(line -> line.indexOf(':') > 0)
        .map(line -> line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT))
        .anyMatch(USUAL::contains);
  }
}
