package ca.greffier.mail;

import ca.greffier.mail.Templates.Rendered;
import ca.greffier.outbox.Enclosure;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/**
 * Writes a letter as MIME: the alternatives (text, HTML, calendar), then what is enclosed. The
 * calendar object is an alternative, and enclosed again with the same bytes, since some clients
 * take it from one place only (domain.md I1, I2).
 */
final class Composer {
  private static final String UTF_8 = "UTF-8";
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s@]{1,200}@[^<>\\s@]{1,100}>");

  private final Session session;
  private final Addresses addresses;
  private final String organisation;

  Composer(Session session, Addresses addresses, String organisation) {
    this.session = session;
    this.addresses = addresses;
    this.organisation = organisation;
  }

  /**
   * What only the carrying knows.
   *
   * @param token of the Ask, if there is one
   * @param unsubscribe where one click ends the subscription, if there is one
   */
  record Secrets(@Nullable String token, @Nullable String unsubscribe) {}

  MimeMessage compose(Letter letter, Rendered words, Secrets secrets, String messageId, Instant at)
      throws MessagingException {
    Numbered message = new Numbered(session, messageId);
    message.setSentDate(Date.from(at));
    message.setFrom(named(addresses.from(), organisation));
    message.setRecipient(Message.RecipientType.TO, named(letter.address(), letter.name()));
    message.setSubject(words.subject(), UTF_8);
    message.setHeader("Content-Language", letter.language().locale().toLanguageTag());
    if (secrets.token() != null)
      message.setReplyTo(
          new InternetAddress[] {named(addresses.replyTo(secrets.token()), organisation)});
    message.setEnvelopeFrom(addresses.replies());
    markAsAutomatic(message, letter);
    if (letter.letterClass() == LetterClass.INFOLETTRE) markAsList(message, letter, secrets);
    fill(message, letter, words, secrets);
    message.saveChanges();
    return message;
  }

  /** RFC 3834: what a program sends says so, and what answers a mail is answered by nobody. */
  private static void markAsAutomatic(SMTPMessage message, Letter letter)
      throws MessagingException {
    switch (letter.letterClass()) {
      case RELANCE, AVIS, INSCRIPTION -> message.setHeader("Auto-Submitted", "auto-generated");
      case ACCUSE -> {
        message.setHeader("Auto-Submitted", "auto-replied");
        message.setEnvelopeFrom("<>");
        String original = String.valueOf(letter.data().get("inReplyTo"));
        if (MESSAGE_ID.matcher(original).matches()) {
          message.setHeader("In-Reply-To", original);
          message.setHeader("References", original);
        }
      }
      case CONVOCATION, INFOLETTRE -> {
        // decided and sent by a person
      }
    }
  }

  /** RFC 2919, 2369 and 8058: one list, one click, one address of the web. */
  private void markAsList(MimeMessage message, Letter letter, Secrets secrets)
      throws MessagingException {
    if (secrets.unsubscribe() == null)
      throw new IllegalStateException("a newsletter that cannot be left: " + letter.template());
    String list = String.valueOf(letter.data().getOrDefault("list", "infolettre"));
    String word = list.replaceAll("[^A-Za-z0-9-]", "");
    message.setHeader("List-Id", "<" + word + "." + addresses.domain() + ">");
    message.setHeader("List-Unsubscribe", "<" + secrets.unsubscribe() + ">");
    message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    message.setHeader("List-Post", "NO");
  }

  private void fill(MimeMessage message, Letter letter, Rendered words, Secrets secrets)
      throws MessagingException {
    MimeMultipart alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(text(words.text(), "plain"));
    alternatives.addBodyPart(html(words.html(), letter));
    MimeMultipart mixed = new MimeMultipart("mixed");
    if (letter.calendar() != null) {
      String organizer =
          secrets.token() == null ? addresses.replies() : addresses.replyTo(secrets.token());
      byte[] object = letter.calendar().organizedBy(organizer).getBytes(StandardCharsets.UTF_8);
      String method = letter.calendar().method();
      alternatives.addBodyPart(
          bytes(object, "text/calendar; method=" + method + "; charset=UTF-8"));
      mixed.addBodyPart(file(object, "application/ics", "invite.ics"));
    }
    for (Enclosure enclosure : letter.enclosures()) {
      if (enclosure.shown()) continue;
      MimeBodyPart part = file(enclosure.bytes(), enclosure.mediaType(), name(enclosure.name()));
      part.setDescription(oneLine(enclosure.description()), UTF_8);
      mixed.addBodyPart(part);
    }
    if (mixed.getCount() == 0) {
      message.setContent(alternatives);
      return;
    }
    MimeBodyPart first = new MimeBodyPart();
    first.setContent(alternatives);
    mixed.addBodyPart(first, 0);
    message.setContent(mixed);
  }

  /** The words, with the pictures that they show (RFC 2387). */
  private static MimeBodyPart html(String words, Letter letter) throws MessagingException {
    MimeBodyPart html = text(words, "html");
    MimeMultipart related = new MimeMultipart("related");
    for (Enclosure enclosure : letter.enclosures()) {
      if (!enclosure.shown()) continue;
      MimeBodyPart part = file(enclosure.bytes(), enclosure.mediaType(), name(enclosure.name()));
      part.setDisposition(Part.INLINE);
      part.setContentID("<" + Enclosure.contentId(name(enclosure.name())) + ">");
      part.setDescription(oneLine(enclosure.description()), UTF_8);
      related.addBodyPart(part);
    }
    if (related.getCount() == 0) return html;
    related.addBodyPart(html, 0);
    MimeBodyPart whole = new MimeBodyPart();
    whole.setContent(related);
    return whole;
  }

  private static MimeBodyPart text(String words, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(words, UTF_8, kind);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static MimeBodyPart file(byte[] content, String mediaType, String name)
      throws MessagingException {
    MimeBodyPart part = bytes(content, mediaType);
    part.setDisposition(Part.ATTACHMENT);
    part.setFileName(name);
    return part;
  }

  private static MimeBodyPart bytes(byte[] content, String mediaType) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, mediaType)));
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  static InternetAddress named(String address, String name) throws MessagingException {
    try {
      InternetAddress named = new InternetAddress(address, true);
      String personal = oneLine(name);
      if (!personal.isEmpty()) named.setPersonal(personal, UTF_8);
      return named;
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String name(String fileName) {
    return oneLine(fileName).replaceAll("[/\\\\]", "-");
  }

  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
  }

  /** Keeps the Message-ID we derive, which Jakarta Mail would replace by one of its own. */
  private static final class Numbered extends SMTPMessage {
    private final String id;

    Numbered(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", MimeUtility.fold(12, id));
    }
  }
}
