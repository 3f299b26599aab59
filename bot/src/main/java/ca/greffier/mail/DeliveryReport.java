package ca.greffier.mail;

import ca.greffier.mail.Reading.Action;
import ca.greffier.mail.Reading.Bounce;
import ca.greffier.mail.Reading.Complaint;
import ca.greffier.mail.Reading.Delivery;
import ca.greffier.mail.Reading.Receipt;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/** What a server says became of a letter (RFC 3464), or a reader of it (RFC 5965). */
final class DeliveryReport {
  private static final int MOST_CHARACTERS = 200_000;
  private static final List<String> RETURNED =
      List.of(
          "message/rfc822",
          "text/rfc822-headers",
          "message/rfc822-headers",
          "message/global",
          "message/global-headers");
  private static final Set<Action> TROUBLE = Set.of(Action.FAILED, Action.DELAYED);
  private static final Pattern BLANKS = Pattern.compile("(?:\\h*\\r?\\n){3,}");
  static final Pattern STATUS = Pattern.compile("(?<![.\\d])([245])\\.\\d{1,3}\\.\\d{1,3}\\b");
  private static final Pattern REPLY = Pattern.compile("\\b([45])\\d\\d\\b");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"';:]+@[^\\s<>\"';:]+");

  private DeliveryReport() {}

  /** Empty when there is no report, or one of nobody. */
  static Optional<Reading> of(Piece mail) {
    Optional<Piece> report =
        mail.first("message/delivery-status")
            .or(() -> mail.first("message/global-delivery-status"));
    if (report.isEmpty()) return Optional.empty();
    InternetHeaders returned = returned(mail);
    String to = first(ADDRESS, value(returned, "To")).orElse("");
    List<Delivery> all = new ArrayList<>();
    for (InternetHeaders recipient : recipients(report.get().text()))
      delivery(recipient, to).filter(one -> !all.contains(one)).ifPresent(all::add);
    if (all.isEmpty()) return Optional.empty();
    return Optional.of(
        all.stream().anyMatch(one -> TROUBLE.contains(one.action()))
            ? new Bounce(List.copyOf(all), id(returned))
            : new Receipt(
                all.getFirst().action().name().toLowerCase(Locale.ROOT), List.copyOf(all)));
  }

  /** A complaint was delivered before it was one. */
  static Optional<Reading> complaint(Piece mail) {
    return mail.first("message/feedback-report").map(report -> complaint(mail, report));
  }

  private static Reading complaint(Piece mail, Piece report) {
    InternetHeaders said = headers(report.text());
    InternetHeaders returned = returned(mail);
    Set<String> addresses = new LinkedHashSet<>();
    for (String name : List.of("Original-Rcpt-To", "Removal-Recipient"))
      addresses.addAll(all(ADDRESS, all(said, name)));
    if (addresses.isEmpty()) addresses.addAll(all(ADDRESS, value(returned, "To")));
    return new Complaint(
        addresses.stream()
            .map(address -> new Delivery(address, address, Action.DELIVERED, "", false))
            .toList(),
        id(returned));
  }

  /** The Message-ID of the letter that came back, without its brackets. */
  static Optional<String> id(InternetHeaders returned) {
    String id = value(returned, "Message-ID").replaceAll("[<>\\s]", "");
    return Optional.of(id).filter(Predicate.not(String::isEmpty));
  }

  /** What a receipt says was done with the letter: "displayed", "deleted". */
  static String disposition(Piece notice) {
    String said = value(headers(notice.text()), "Disposition");
    return said.substring(said.lastIndexOf(';') + 1).strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<Delivery> delivery(InternetHeaders recipient, String to) {
    String diagnostic = value(recipient, "Diagnostic-Code");
    String status = first(STATUS, value(recipient, "Status")).orElse("");
    if (status.isEmpty()) status = first(STATUS, diagnostic).orElse("");
    Optional<Action> action = action(value(recipient, "Action"), status);
    String written = first(ADDRESS, value(recipient, "Original-Recipient")).orElse("");
    String last = first(ADDRESS, value(recipient, "Final-Recipient")).orElse(written);
    if (last.isEmpty()) last = to;
    if (action.isEmpty() || last.isEmpty()) return Optional.empty();
    return Optional.of(
        new Delivery(
            last,
            written.isEmpty() ? last : written,
            action.get(),
            status,
            action.get() == Action.FAILED && isPermanent(status, diagnostic)));
  }

  /** A server that says no action, or one of its own, says it by its status. */
  private static Optional<Action> action(String said, String status) {
    String word = said.toUpperCase(Locale.ROOT);
    Optional<Action> known =
        Arrays.stream(Action.values())
            .filter(one -> !word.isEmpty() && word.startsWith(one.name()))
            .findFirst();
    if (known.isPresent()) return known;
    if (status.startsWith("2")) return Optional.of(Action.DELIVERED);
    return word.isEmpty() && !status.startsWith("5")
        ? Optional.empty()
        : Optional.of(Action.FAILED);
  }

  static boolean isPermanent(String status, String diagnostic) {
    if (!status.isEmpty()) return status.startsWith("5");
    return first(REPLY, diagnostic).map(code -> code.startsWith("5")).orElse(true);
  }

  /** The headers of the letter that came back, with or without its text. */
  static InternetHeaders returned(Piece mail) {
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

  static InternetHeaders headers(String text) {
    try {
      return new InternetHeaders(stream(clipped(text).stripLeading()));
    } catch (MessagingException _) {
      return new InternetHeaders();
    }
  }

  static String value(InternetHeaders headers, String name) {
    String[] values = headers.getHeader(name);
    return values == null ? "" : values[0].strip();
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private static String all(InternetHeaders headers, String name) {
    String[] values = headers.getHeader(name);
    return values == null ? "" : String.join(" ", values);
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group()).toList();
  }

  private static String clipped(String text) {
    return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
