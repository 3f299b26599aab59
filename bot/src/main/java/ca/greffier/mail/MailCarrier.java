package ca.greffier.mail;

import ca.greffier.config.Smtp;
import ca.greffier.mail.Press.Ways;
import ca.greffier.outbox.Carrier;
import ca.greffier.outbox.Later;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.Never;
import ca.greffier.outbox.Outgoing;
import ca.greffier.outbox.Parcel;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;

/**
 * Carries letters to the SMTP server: one recipient a letter, under a Message-ID derived from the
 * once-key, so that a letter carried twice is one letter to whoever receives it. Refuses an address
 * that the server could not take.
 */
public final class MailCarrier implements Carrier, AutoCloseable {
  private static final EmailValidator ADDRESS = JMail.strictValidator().disallowIpDomain();

  private final Doorways doorways;
  private final InstantSource clock;
  private final Addresses addresses;
  private final SmtpLine line;
  private final Press press;
  private final DkimSigner signer;

  /**
   * @throws ca.greffier.command.Refusal when the letters should be signed with a key that is none
   */
  public MailCarrier(Smtp smtp, Templates templates, Doorways doorways, InstantSource clock) {
    this(smtp, templates, doorways, clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  MailCarrier(
      Smtp smtp,
      Templates templates,
      Doorways doorways,
      InstantSource clock,
      SSLSocketFactory tls) {
    this.doorways = doorways;
    this.clock = clock;
    this.addresses = Addresses.of(smtp);
    this.line = new SmtpLine(smtp, addresses.domain(), tls);
    this.signer = new DkimSigner(DkimKey.all(smtp.dkim()));
    this.press = new Press(templates, addresses, line.session());
  }

  @Override
  public boolean carries(Outgoing what) {
    return what instanceof Letter;
  }

  @Override
  public String carry(Parcel parcel) throws Later, Never {
    Letter letter = (Letter) parcel.what();
    if (!isAddress(letter.address())) throw new Never("not an address: " + letter.address(), false);
    return line.send(compose(letter, parcel.onceKey()));
  }

  /**
   * Connects and says who we are, as {@code greffier check} does.
   *
   * @throws Later saying what failed
   */
  public void tryOut() throws Later {
    line.tryOut();
  }

  @Override
  public void close() {
    line.close();
  }

  MimeMessage compose(Letter letter, String onceKey) {
    String token = letter.ask() == null ? null : doorways.token(letter.ask());
    String form = token == null ? null : doorways.form(token);
    String leaving = letter.unsubscribe() == null ? null : doorways.leaving(letter.unsubscribe());
    try {
      MimeMessage message =
          press.compose(
              letter,
              new Ways(token, form, leaving),
              addresses.messageId(onceKey),
              clock.instant());
      signer.sign(message, clock.instant());
      return message;
    } catch (MessagingException e) {
      throw new IllegalStateException("letter " + onceKey, e);
    }
  }

  /** What a server could take. */
  static boolean isAddress(String address) {
    return ADDRESS.isValid(address) && address.chars().allMatch(c -> c < 128);
  }
}
