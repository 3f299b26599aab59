package ca.greffier.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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

  /** A header, or the line that a mailbox puts before it. */
  private static final Pattern BEGINNING = Pattern.compile("^(?:From |[!-9;-~]{1,80}[ \\t]*:)");

  private static final Pattern PAGE =
      Pattern.compile(
          "^\\s*<(?:!doctype|html|head|body|div|p|table|span|meta)\\b", Pattern.CASE_INSENSITIVE);

  private Headless() {}

  /** As it is, when it begins as a mail does and has a header that mails have. */
  static byte[] whole(byte[] raw) {
    String head =
        new String(raw, 0, Math.min(raw.length, MOST_HEADER), StandardCharsets.ISO_8859_1);
    if (hasHeader(head)) return raw;
    byte[] empty =
        (PAGE.matcher(head).find() ? "Content-Type: text/html\r\n\r\n" : "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(empty, empty.length + raw.length);
    System.arraycopy(raw, 0, whole, empty.length, raw.length);
    return whole;
  }

  private static boolean hasHeader(String head) {
    String start = head.replace("\u00EF\u00BB\u00BF", "").stripLeading();
    if (!BEGINNING.matcher(start).find()) return false;
    return start
        .lines()
        .takeWhile(line -> !line.isBlank())
        .filter(line -> line.indexOf(':') > 0)
        .map(line -> line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT))
        .anyMatch(USUAL::contains);
  }
}
