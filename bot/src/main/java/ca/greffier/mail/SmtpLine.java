package ca.greffier.mail;

import ca.greffier.config.Smtp;
import ca.greffier.outbox.Later;
import ca.greffier.outbox.Never;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the SMTP server, opened when needed, used again for the next letter. */
final class SmtpLine implements AutoCloseable {
  /** After this silence the server is asked whether it is still there. */
  private static final long IDLE_NANOS = Duration.ofSeconds(5).toNanos();

  private static final int MOST_MESSAGES = 100;
  private static final Logger LOG = LoggerFactory.getLogger(SmtpLine.class);

  private final Smtp settings;
  private final Session session;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable SMTPTransport transport;
  private long lastUsed;
  private int messages;

  /**
   * @param localName how we name ourselves in EHLO
   */
  SmtpLine(Smtp settings, String localName, SSLSocketFactory tls) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings, localName, tls, new Sockets.Latest()));
  }

  Session session() {
    return session;
  }

  /**
   * @return what the server answered to the message
   */
  String send(MimeMessage message) throws Later, Never {
    lock.lock();
    try {
      SMTPTransport open = open();
      Address[] recipients = message.getAllRecipients();
      open.sendMessage(message, recipients);
      lastUsed = System.nanoTime();
      messages++;
      return open.getLastServerResponse().strip();
    } catch (MessagingException e) {
      SmtpRefusal refusal = SmtpRefusal.of(e);
      if (refusal.isConnectionLost()) close();
      throw refusal.asLaterOrNever();
    } finally {
      lock.unlock();
    }
  }

  /** Opens the connection and says who we are, then leaves. */
  void tryOut() throws Later {
    lock.lock();
    try {
      open();
    } catch (MessagingException e) {
      throw new Later(SmtpRefusal.of(e).answer());
    } finally {
      close();
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (transport != null) transport.close();
    } catch (MessagingException e) {
      LOG.debug("closing {}: {}", settings.host(), e.getMessage());
    } finally {
      transport = null;
      lock.unlock();
    }
  }

  private SMTPTransport open() throws MessagingException {
    if (transport != null && isUsable(transport)) return transport;
    close();
    SMTPTransport fresh = (SMTPTransport) session.getTransport("smtp");
    String password = settings.password() == null ? null : settings.password().reveal();
    fresh.connect(settings.host(), settings.port(), settings.user(), password);
    messages = 0;
    transport = fresh;
    return fresh;
  }

  private boolean isUsable(SMTPTransport open) {
    if (messages >= MOST_MESSAGES) return false;
    return System.nanoTime() - lastUsed < IDLE_NANOS || open.isConnected();
  }

  static Properties properties(
      Smtp settings, String localName, SSLSocketFactory tls, Sockets.Latest latest) {
    Properties properties = new Properties();
    String timeout = String.valueOf(settings.readTimeout().toMillis());
    properties.put(
        "mail.smtp.connectiontimeout", String.valueOf(settings.connectTimeout().toMillis()));
    properties.put("mail.smtp.timeout", timeout);
    properties.put("mail.smtp.writetimeout", timeout);
    properties.put("mail.smtp.localhost", localName);
    properties.put("mail.smtp.auth", String.valueOf(settings.user() != null));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.socketFactory", new Sockets.Plain(latest));
    properties.put("mail.smtp.ssl.socketFactory", new Sockets.Tls(tls, latest));
    switch (settings.security()) {
      case NONE -> properties.put("mail.smtp.starttls.enable", "false");
      case STARTTLS -> properties.put("mail.smtp.starttls.required", "true");
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
    }
    return properties;
  }
}
