package ca.greffier.mail;

import ca.greffier.command.Tokens;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the heads of a mail say, for the list and for the answer; nothing of it is trusted.
 *
 * @param key of the Message-ID and the body: a mail delivered twice is one mail, and two mails that
 *     claim one Message-ID are two
 */
record Envelope(String key, String sender, String subject, String messageId, String inReplyTo) {
  private static final int MOST = 300;
  private static final int MOST_HEADER = 64 * 1024;

  static Envelope of(byte[] raw) {
    int body = bodyStart(raw);
    byte[] head = Arrays.copyOf(raw, Math.min(body, MOST_HEADER));
    String content = new String(raw, body, raw.length - body, StandardCharsets.ISO_8859_1);
    try {
      MimeMessage mail =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(head));
      String id = text(mail.getMessageID());
      return new Envelope(
          Tokens.hash(id + "\n" + content),
          sender(mail),
          text(mail.getSubject()),
          id,
          text(mail.getHeader("In-Reply-To", null)));
    } catch (MessagingException | RuntimeException damaged) {
      return new Envelope(Tokens.hash(content), "", "", "", "");
    }
  }

  /** The subject without the marks of former answers. */
  String original() {
    return subject.replaceFirst("(?i)^(?:\\s*(?:re|r|tr|fw|fwd)\\s*:\\s*)+", "").strip();
  }

  private static String sender(MimeMessage mail) {
    try {
      return mail.getFrom() != null && mail.getFrom()[0] instanceof InternetAddress from
          ? text(from.getAddress()).toLowerCase(Locale.ROOT)
          : "";
    } catch (MessagingException unreadable) {
      return "";
    }
  }

  private static int bodyStart(byte[] raw) {
    for (int i = 1; i < raw.length; i++) {
      if (raw[i] != '\n') continue;
      if (raw[i - 1] == '\n' || (i > 2 && raw[i - 1] == '\r' && raw[i - 2] == '\n')) return i + 1;
    }
    return raw.length;
  }

  private static String text(@Nullable String header) {
    if (header == null) return "";
    String line = header.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    return line.length() > MOST ? line.substring(0, MOST) : line;
  }
}
