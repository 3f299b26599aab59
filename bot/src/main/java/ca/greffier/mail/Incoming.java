package ca.greffier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One mail that came in, and the order in which it is told what it is. */
final class Incoming {
  /** Where a server leaves the address it delivered to, when it rewrote To. */
  private static final List<String> RECIPIENTS =
      List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To");

  private static final int MOST_HEADER = 100_000;

  private final MimeMessage mail;
  private final Piece root;
  private final Pattern token;

  Incoming(byte[] raw, String localPart) throws MessagingException {
    mail = new MimeMessage(lenient(), new SharedByteArrayInputStream(raw));
    root = Piece.of(mail);
    token =
        Pattern.compile(
            "(?<![\\w.+-])" + Pattern.quote(localPart) + "\\+([a-z2-7]{32})@",
            Pattern.CASE_INSENSITIVE);
  }

  /**
   * A calendar's REPLY stands before the signs of an automatic answer: a program always writes it,
   * some say so, and a person stands behind it all the same.
   */
  Reading reading() throws MessagingException {
    Optional<Reading> report = DeliveryReport.bounce(root).or(this::receipt);
    if (report.isPresent()) return report.get();
    String from = from();
    Optional<CalendarAnswer> calendar = CalendarAnswer.in(root, from);
    if (calendar.isPresent()) return answer(calendar.get(), from);
    Optional<String> sign = Automatic.sign(mail);
    return sign.isPresent() ? new Reading.AutoReply(sign.get()) : answer(from);
  }

  private Optional<Reading> receipt() {
    return root.first("message/disposition-notification")
        .map(notice -> new Reading.Receipt(DeliveryReport.disposition(notice)));
  }

  private Reading answer(CalendarAnswer said, String from) throws MessagingException {
    Optional<String> to = token().or(() -> find(said.organizer()));
    if (to.isEmpty()) return new Reading.Unreadable("mail.unread.token");
    return new Reading.CalendarReply(
        to.get(),
        from,
        said.attendee(),
        said.partstat(),
        said.sequence(),
        said.stamp().orElseGet(this::sent),
        said.uid());
  }

  private Reading answer(String from) throws MessagingException {
    Optional<String> to = token();
    if (to.isEmpty()) return new Reading.Unreadable("mail.unread.token");
    if (from.isEmpty()) return new Reading.Unreadable("mail.unread.sender");
    String words = OwnWords.of(root.words());
    return words.isBlank()
        ? new Reading.Unreadable("mail.unread.empty")
        : new Reading.Answer(to.get(), from, words);
  }

  private Optional<String> token() throws MessagingException {
    for (String name : RECIPIENTS) {
      Optional<String> found = find(header(name));
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private Optional<String> find(String addresses) {
    Matcher matcher = token.matcher(addresses);
    return matcher.find()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
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
