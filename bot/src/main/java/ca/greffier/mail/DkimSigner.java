package ca.greffier.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Signs letters (RFC 6376, relaxed/relaxed): whoever receives one knows that our domain answers for
 * it, and that nobody changed it on its way. What must appear once is signed once more than it
 * appears, so that a second one breaks the signature (8.15); one-click unsubscribing is signed with
 * it (RFC 8058, 4).
 */
final class DkimSigner {
  static final String HEADER = "DKIM-Signature";

  /** Signed as often as they appear, and once more. */
  private static final List<String> ONCE =
      List.of("From", "To", "Subject", "Date", "Reply-To", "Message-ID", "Content-Type");

  /** Signed where they appear. */
  private static final List<String> IF_THERE =
      List.of(
          "MIME-Version",
          "In-Reply-To",
          "References",
          "List-Id",
          "List-Unsubscribe",
          "List-Unsubscribe-Post",
          "Auto-Submitted");

  private final List<DkimKey> keys;

  DkimSigner(List<DkimKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Adds the signatures, one by each key, of a letter that is ready to leave and will not be
   * changed any more.
   */
  void sign(MimeMessage letter, Instant at) throws MessagingException {
    if (keys.isEmpty()) return;
    try {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      letter.writeTo(whole);
      String bodyHash = base64(sha256(body(whole.toByteArray())));
      List<Header> headers = Collections.list(letter.getAllHeaders());
      List<String> names = names(headers);
      letter.removeHeader(HEADER);
      for (DkimKey key : keys) {
        String unsigned = unsigned(key, "relaxed", names, bodyHash, at);
        byte[] signed = signed(headers, names, unsigned).getBytes(StandardCharsets.UTF_8);
        letter.addHeader(HEADER, unsigned + folded(base64(key.pen().sign(signed))));
      }
    } catch (IOException | GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The header but for the signature itself.
   *
   * @param body how the body is made canonical: relaxed or simple
   */
  static String unsigned(
      DkimKey key, String body, List<String> names, String bodyHash, Instant at) {
    return "v=1; a="
        + key.algorithm()
        + "; c=relaxed/"
        + body
        + "; d="
        + key.domain()
        + ";\r\n s="
        + key.selector()
        + "; t="
        + at.getEpochSecond()
        + ";\r\n h="
        + String.join(":\r\n ", names)
        + ";\r\n bh="
        + bodyHash
        + ";\r\n b=";
  }

  /** What is signed, in its order: a name once for each time it is. */
  static List<String> names(List<Header> headers) {
    List<String> names = new ArrayList<>();
    for (String name : ONCE) {
      int times = count(headers, name);
      for (int i = 0; i <= times; i++) names.add(name);
    }
    for (String name : IF_THERE) {
      int times = count(headers, name);
      for (int i = 0; i < times; i++) names.add(name);
    }
    return names;
  }

  private static int count(List<Header> headers, String name) {
    return (int) headers.stream().filter(each -> each.getName().equalsIgnoreCase(name)).count();
  }

  /** The last of a name first (5.4.2); one that is not there any more is nothing. */
  private static String signed(List<Header> headers, List<String> names, String unsigned) {
    List<Header> left = new ArrayList<>(headers);
    StringBuilder signed = new StringBuilder();
    for (String name : names) {
      for (int i = left.size() - 1; i >= 0; i--) {
        if (!left.get(i).getName().equalsIgnoreCase(name)) continue;
        Header header = left.remove(i);
        signed.append(relaxed(header.getName(), header.getValue())).append("\r\n");
        break;
      }
    }
    return signed.append(relaxed(HEADER, unsigned)).toString();
  }

  /** RFC 6376, 3.4.2. */
  static String relaxed(String name, String value) {
    String unfolded = value.replaceAll("\r?\n(?=[ \t])", "");
    return name.toLowerCase(Locale.ROOT).strip() + ":" + unfolded.replaceAll("[ \t]+", " ").strip();
  }

  /** RFC 6376, 3.4.4. */
  static byte[] body(byte[] message) {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    int start = text.indexOf("\r\n\r\n");
    String body = start < 0 ? "" : text.substring(start + 4);
    String relaxed =
        body.replaceAll("[ \t]+\r\n", "\r\n").replaceAll("[ \t]+", " ").replaceAll("(\r\n)+$", "");
    return (relaxed.isEmpty() ? "" : relaxed + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static String folded(String text) {
    return text.replaceAll("(.{64})(?=.)", "$1\r\n ");
  }
}
