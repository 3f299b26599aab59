package ca.greffier.mail;

import ca.greffier.config.Smtp;
import ca.greffier.mail.Composer.Secrets;
import ca.greffier.mail.Templates.Links;
import ca.greffier.mail.Templates.Rendered;
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
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * Carries letters to the SMTP server: one recipient a letter, under a Message-ID derived from the
 * once-key, so that a letter carried twice is one letter to whoever receives it. Refuses an address
 * that the server could not take.
 */
public final class MailCarrier implements Carrier, AutoCloseable {
  private static final EmailValidator ADDRESS = JMail.strictValidator().disallowIpDomain();

  private final Templates templates;
  private final Doorways doorways;
  private final InstantSource clock;
  private final Addresses addresses;
  private final SmtpLine line;
  private final Composer composer;
  private final Optional<DkimSigner> signer;

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
    this.templates = templates;
    this.doorways = doorways;
    this.clock = clock;
    this.addresses = Addresses.of(smtp);
    this.line = new SmtpLine(smtp, addresses.domain(), tls);
    this.signer = Optional.ofNullable(smtp.dkim()).map(dkim -> new DkimSigner(DkimKey.of(dkim)));
    this.composer = new Composer(line.session(), addresses, templates.organisation().name());
  }

  @Override
  public boolean carries(Outgoing what) {
    return what instanceof Letter;
  }

  @Override
  public String carry(Parcel parcel) throws Later, Never {
    Letter letter = (Letter) parcel.what();
    if (!ADDRESS.isValid(letter.address()) || !isAscii(letter.address()))
      throw new Never("not an address: " + letter.address(), false);
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
    Rendered words = templates.render(letter, new Links(form, leaving));
    Secrets secrets = new Secrets(token, leaving);
    try {
      MimeMessage message =
          composer.compose(letter, words, secrets, addresses.messageId(onceKey), clock.instant());
      if (signer.isPresent()) signer.get().sign(message, clock.instant());
      return message;
    } catch (MessagingException e) {
      throw new IllegalStateException("letter " + onceKey, e);
    }
  }

  private static boolean isAscii(String address) {
    return address.chars().allMatch(c -> c < 128);
  }
}
