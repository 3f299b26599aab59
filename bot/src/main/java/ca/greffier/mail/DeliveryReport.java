package ca.greffier.mail;

import ca.greffier.mail.Reading.Bounce;
import ca.greffier.mail.Reading.Failed;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/** What a server says became of a letter (RFC 3464); a delay is not a failure. */
final class DeliveryReport {
  private static final int MOST_CHARACTERS = 200_000;
  private static final List<String> RETURNED =
      List.of(
          "message/rfc822",
          "text/rfc822-headers",
          "message/rfc822-headers",
          "message/global",
          "message/global-headers");
  private static final Pattern BLANKS = Pattern.compile("(?:\\h*\\r?\\n){3,}");
  private static final Pattern STATUS = Pattern.compile("\\b([245])\\.\\d{1,3}\\.\\d{1,3}\\b");
  private static final Pattern REPLY = Pattern.compile("\\b([45])\\d\\d\\b");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"';:]+@[^\\s<>\"';:]+");

  private DeliveryReport() {}

  /** Empty when there is no report, or none of a failure. */
  static Optional<Reading> bounce(Piece mail) {
    Optional<Piece> report =
        mail.first("message/delivery-status")
            .or(() -> mail.first("message/global-delivery-status"));
    if (report.isEmpty()) return Optional.empty();
    InternetHeaders returned = returned(mail);
    String to = first(ADDRESS, value(returned, "To")).orElse("");
    List<Failed> failed = new ArrayList<>();
    for (InternetHeaders recipient : recipients(report.get().text()))
      failed(recipient, to).filter(one -> !failed.contains(one)).ifPresent(failed::add);
    if (failed.isEmpty()) return Optional.empty();
    String id = value(returned, "Message-ID").replaceAll("[<>\\s]", "");
    return Optional.of(
        new Bounce(List.copyOf(failed), Optional.of(id).filter(Predicate.not(String::isEmpty))));
  }

  /** What a receipt says was done with the letter: "displayed", "deleted". */
  static String disposition(Piece notice) {
    String said = value(headers(notice.text()), "Disposition");
    return said.substring(said.lastIndexOf(';') + 1).strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<Failed> failed(InternetHeaders recipient, String to) {
    String action = value(recipient, "Action").toLowerCase(Locale.ROOT);
    String diagnostic = value(recipient, "Diagnostic-Code");
    String status = first(STATUS, value(recipient, "Status")).orElse("");
    if (status.isEmpty()) status = first(STATUS, diagnostic).orElse("");
    String address = address(recipient).orElse(to);
    boolean isFailure = action.isEmpty() ? status.startsWith("5") : action.startsWith("failed");
    if (!isFailure || address.isEmpty()) return Optional.empty();
    return Optional.of(new Failed(address, status, isPermanent(status, diagnostic)));
  }

  private static boolean isPermanent(String status, String diagnostic) {
    if (!status.isEmpty()) return status.startsWith("5");
    return first(REPLY, diagnostic).map(code -> code.startsWith("5")).orElse(true);
  }

  /** As we wrote it, when the server says so, else as the last server knew it. */
  private static Optional<String> address(InternetHeaders recipient) {
    return first(ADDRESS, value(recipient, "Original-Recipient"))
        .or(() -> first(ADDRESS, value(recipient, "Final-Recipient")));
  }

  /** The headers of the letter that came back, with or without its text. */
  private static InternetHeaders returned(Piece mail) {
    return RETURNED.stream()
        .flatMap(type -> mail.first(type).stream())
        .findFirst()
        .map(piece -> headers(piece.text()))
        .orElseGet(InternetHeaders::new);
  }

  private static InternetHeaders[] recipients(String report) {
    String tidy = BLANKS.matcher(clipped(report)).replaceAll("\n\n");
    try {
      DeliveryStatus status = new DeliveryStatus(stream(tidy));
      InternetHeaders[] recipients = new InternetHeaders[status.getRecipientDSNCount() + 1];
      // some servers leave out the empty line between the letter's own fields and the first
      // recipient's
      recipients[0] = status.getMessageDSN();
      for (int i = 1; i < recipients.length; i++) recipients[i] = status.getRecipientDSN(i - 1);
      return recipients;
    } catch (MessagingException _) {
      return new InternetHeaders[0];
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static InternetHeaders headers(String text) {
    try {
      return new InternetHeaders(stream(clipped(text).stripLeading()));
    } catch (MessagingException _) {
      return new InternetHeaders();
    }
  }

  private static String value(InternetHeaders headers, String name) {
    String[] values = headers.getHeader(name);
    return values == null ? "" : values[0].strip();
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private static String clipped(String text) {
    return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
