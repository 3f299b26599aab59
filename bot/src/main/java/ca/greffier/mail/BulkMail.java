package ca.greffier.mail;

import ca.greffier.config.Smtp;
import ca.greffier.outbox.BulkCarrier;
import ca.greffier.outbox.Campaign;
import ca.greffier.outbox.CampaignId;
import ca.greffier.outbox.Later;
import ca.greffier.outbox.Line;
import ca.greffier.outbox.Recipient;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;

/**
 * Carries campaigns to the SMTP server: the words of each are rendered once in each language, and
 * only what differs is written for each of those who get them. See decision record 0020.
 */
public final class BulkMail implements BulkCarrier {
  /** Campaigns whose words are kept: hardly ever do more leave at once. */
  private static final int KEPT = 4;

  private final Smtp settings;
  private final Doorways doorways;
  private final InstantSource clock;
  private final SSLSocketFactory tls;
  private final Addresses addresses;
  private final Press press;
  private final List<DkimKey> keys;
  private final Map<CampaignId, BulkWords> words = new ConcurrentHashMap<>();

  /**
   * @throws ca.greffier.command.Refusal when the letters should be signed with a key that is none
   */
  public BulkMail(Smtp smtp, Templates templates, Doorways doorways, InstantSource clock) {
    this(smtp, templates, doorways, clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  BulkMail(
      Smtp smtp,
      Templates templates,
      Doorways doorways,
      InstantSource clock,
      SSLSocketFactory tls) {
    this.settings = smtp;
    this.doorways = doorways;
    this.clock = clock;
    this.tls = tls;
    this.addresses = Addresses.of(smtp);
    this.press = new Press(templates, addresses, Session.getInstance(new Properties()));
    this.keys = DkimKey.all(smtp.dkim());
  }

  @Override
  public int mostLines() {
    return settings.bulk().connections();
  }

  @Override
  public Line open(Campaign campaign) throws Later {
    try {
      return new MailLine(
          SmtpTalk.open(settings, addresses.domain(), tls),
          words(campaign).pen(),
          addresses.replies());
    } catch (MessagingException e) {
      throw new Later(SmtpRefusal.of(e).answer());
    }
  }

  /** How long the letter to somebody is on the wire, in bytes. */
  public int length(Campaign campaign, Recipient to) {
    BulkWords.Pen pen = fresh(campaign).pen();
    pen.write(to);
    return pen.length();
  }

  private BulkWords words(Campaign campaign) {
    if (words.size() > KEPT) words.clear();
    return words.computeIfAbsent(campaign.id(), _ -> fresh(campaign));
  }

  private BulkWords fresh(Campaign campaign) {
    return new BulkWords(campaign, press, addresses, doorways, keys, clock);
  }
}
