package ca.greffier.mail;

import ca.greffier.calendar.Attendee;
import ca.greffier.calendar.CalendarEntry;
import ca.greffier.calendar.CalendarFile;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** One mail that came in, and the order in which it is told what it is. */
final class Incoming {
  /** Where a server leaves the address it delivered to, when it rewrote To. */
  private static final List<String> RECIPIENTS =
      List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To");

  private static final int MOST_HEADER = 100_000;

  private final MimeMessage mail;
  private final Piece root;

  Incoming(byte[] raw) throws MessagingException {
    mail = new MimeMessage(lenient(), new SharedByteArrayInputStream(Headless.whole(raw)));
    root = Piece.of(mail);
  }

  /**
   * A calendar's answer stands before the signs of an automatic one: a program always writes it,
   * some say so, and a person stands behind it all the same.
   */
  Reading reading() throws MessagingException {
    Optional<Reading> report = DeliveryReport.of(root).or(this::receipt);
    if (report.isPresent()) return report.get();
    Optional<Reading> complaint = DeliveryReport.complaint(root);
    if (complaint.isPresent()) return complaint.get();
    Optional<CalendarFile> calendar = calendar();
    if (calendar.isPresent()) return calendar(calendar.get());
    Optional<Reading> bounce = ServerWords.bounce(mail, root);
    if (bounce.isPresent()) return bounce.get();
    Optional<String> sign = Automatic.sign(mail);
    return sign.isPresent() ? new Reading.AutoReply(sign.get()) : answer();
  }

  /** All that can be read aloud. */
  String words() {
    return root.words();
  }

  private Optional<Reading> receipt() {
    return root.first("message/disposition-notification")
        .map(notice -> new Reading.Receipt(DeliveryReport.disposition(notice), List.of()));
  }

  Optional<CalendarFile> calendar() {
    return CalendarPart.in(root);
  }

  private Reading calendar(CalendarFile said) throws MessagingException {
    String from = from();
    Optional<CalendarEntry> entry = said.first();
    Optional<Attendee> attendee = entry.flatMap(one -> one.answering(from));
    return new Reading.CalendarMail(
        to() + ", " + entry.map(CalendarEntry::organizer).orElse(""),
        from,
        said.method(),
        entry.map(CalendarEntry::uid).orElse(""),
        entry.map(CalendarEntry::sequence).orElse(0),
        entry.map(CalendarEntry::recurrenceId).orElse(""),
        attendee.map(Attendee::address).orElse(""),
        attendee.map(Attendee::partstat).orElse(""),
        entry.flatMap(CalendarEntry::startsAt),
        entry.flatMap(CalendarEntry::stamp).orElseGet(this::sent));
  }

  private Reading answer() throws MessagingException {
    String words = OwnWords.of(root.words());
    return words.isBlank()
        ? new Reading.Unreadable("mail.unread.empty")
        : new Reading.Answer(to(), from(), words);
  }

  private String to() throws MessagingException {
    StringBuilder all = new StringBuilder();
    for (String name : RECIPIENTS) all.append(header(name)).append(", ");
    return all.toString();
  }

  /** Empty when there is none that can be read. */
  private String from() throws MessagingException {
    for (String name : List.of("From", "Sender")) {
      try {
        for (InternetAddress address : InternetAddress.parseHeader(header(name), false)) {
          String written = address.getAddress();
          if (written != null && written.indexOf('@') > 0) return written;
        }
      } catch (AddressException _) {
        continue;
      }
    }
    return "";
  }

  private String header(String name) throws MessagingException {
    String value = mail.getHeader(name, ", ");
    if (value == null) return "";
    return value.substring(0, Math.min(value.length(), MOST_HEADER));
  }

  private Instant sent() {
    try {
      Date date = mail.getSentDate();
      return date == null ? Instant.EPOCH : date.toInstant();
    } catch (MessagingException _) {
      return Instant.EPOCH;
    }
  }

  private static Session lenient() {
    Properties settings = new Properties();
    settings.setProperty("mail.mime.address.strict", "false");
    settings.setProperty("mail.mime.allowutf8", "true");
    return Session.getInstance(settings);
  }
}
