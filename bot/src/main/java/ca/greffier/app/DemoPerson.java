package ca.greffier.app;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody of the demonstration at their own mail program: reads a letter, and answers it. */
record DemoPerson(String name, String address, Mailboxes mail, InstantSource clock) {
  private static final Pattern FORM = Pattern.compile("https?://[^\\s)\"<>]+/r/[a-z2-7]+");
  private static final Pattern UNSUBSCRIBE = Pattern.compile("<(https?://[^>]+)>");

  /** The latest letter that has come. */
  MimeMessage letter() {
    return mail.mails(DemoMail.to(address)).getLast();
  }

  /** The address of the form in a letter. */
  static String form(MimeMessage letter) {
    Matcher found = FORM.matcher(text(letter, "text/plain").orElse(""));
    if (!found.find()) throw new IllegalStateException("no form in the letter");
    return found.group();
  }

  /** The address of the one-click unsubscribe. */
  static String unsubscribe(MimeMessage letter) throws MessagingException {
    Matcher found = UNSUBSCRIBE.matcher(letter.getHeader("List-Unsubscribe")[0]);
    if (!found.find()) throw new IllegalStateException("no List-Unsubscribe");
    return found.group(1);
  }

  /**
   * Answers in their own words above the quoted letter, as mail programs do.
   *
   * @param attribution the line that introduces the quote
   */
  void reply(MimeMessage letter, String words, String attribution) {
    try {
      MimeMessage answer = answer(letter, DemoMail.address(letter, "Reply-To"));
      String quoted = text(letter, "text/plain").orElse("").replaceAll("(?m)^", "> ");
      String body = words + "\n\n" + attribution + "\n\n" + quoted;
      answer.setText(body, "UTF-8");
      send(answer);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Presses "yes" in a calendar program: an iTIP REPLY goes to the organizer (RFC 5546, 3.2.3). */
  void acceptInCalendar(MimeMessage letter) {
    try {
      String request = unfolded(text(letter, "text/calendar").orElseThrow());
      String organizer = line(request, "ORGANIZER");
      MimeMessage answer = answer(letter, organizer.replaceAll("(?i).*mailto:", ""));
      String reply =
          String.join(
              "\r\n",
              "BEGIN:VCALENDAR",
              "PRODID:-//Exemple//Calendrier//FR",
              "VERSION:2.0",
              "METHOD:REPLY",
              "BEGIN:VEVENT",
              line(request, "UID"),
              line(request, "SEQUENCE"),
              line(request, "DTSTAMP"),
              line(request, "DTSTART"),
              organizer,
              "ATTENDEE;PARTSTAT=ACCEPTED:mailto:" + address,
              "END:VEVENT",
              "END:VCALENDAR",
              "");
      MimeBodyPart words = new MimeBodyPart();
      words.setText(name, "UTF-8");
      MimeBodyPart calendar = new MimeBodyPart();
      calendar.setText(reply, "UTF-8", "calendar; method=REPLY");
      answer.setContent(new MimeMultipart("alternative", words, calendar));
      send(answer);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private MimeMessage answer(MimeMessage letter, String to) throws MessagingException {
    MimeMessage answer = new SteadyMessage(mail, stable(letter));
    answer.setFrom(self());
    answer.setRecipients(Message.RecipientType.TO, to);
    answer.setSubject("RE: " + letter.getSubject(), "UTF-8");
    answer.setHeader("In-Reply-To", letter.getMessageID());
    answer.setHeader("References", letter.getMessageID());
    return answer;
  }

  private InternetAddress self() {
    try {
      return new InternetAddress(address, name, "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The same answer to the same letter has the same Message-ID, should the scene be played again.
   */
  private String stable(MimeMessage letter) throws MessagingException {
    String domain = address.substring(address.indexOf('@'));
    return "<re."
        + Integer.toHexString((letter.getMessageID() + address).hashCode())
        + domain
        + ">";
  }

  private void send(MimeMessage answer) throws MessagingException {
    answer.setSentDate(Date.from(clock.instant()));
    answer.saveChanges();
    mail.send(answer);
  }

  private static String line(String calendar, String property) {
    return calendar
        .lines()
        .filter(line -> line.startsWith(property + ":") || line.startsWith(property + ";"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + property));
  }

  private static String unfolded(String calendar) {
    return calendar.replaceAll("\r?\n[ \t]", "");
  }

  /** True for a mail that a calendar program would show as an invitation. */
  static boolean isInvitation(MimeMessage mail) {
    return text(mail, "text/calendar").isPresent();
  }

  /** The first part of a type. */
  static Optional<String> text(Part part, String type) {
    try {
      if (part.isMimeType(type)) return Optional.of(string(part.getContent()));
      if (!(part.getContent() instanceof Multipart parts)) return Optional.empty();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart each = parts.getBodyPart(i);
        Optional<String> found = text(each, type);
        if (found.isPresent()) return found;
      }
      return Optional.empty();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String string(Object contents) throws IOException {
    return contents instanceof java.io.InputStream stream
        ? new String(stream.readAllBytes(), StandardCharsets.UTF_8)
        : String.valueOf(contents);
  }

  /** Jakarta Mail makes a new Message-ID at each save; this keeps ours. */
  private static final class SteadyMessage extends MimeMessage {
    private final String id;

    SteadyMessage(Mailboxes mail, String id) {
      super(mail.session());
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
