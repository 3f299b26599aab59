package ca.greffier.app;

import ca.greffier.command.Refusal;
import ca.greffier.config.Imap;
import ca.greffier.config.Security;
import ca.greffier.config.Smtp;
import ca.greffier.text.Phrase;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Logs in to the mail servers; no letter is sent, read or marked. */
final class MailProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private MailProbe() {}

  static Phrase smtp(Smtp smtp) {
    Properties settings = settings("smtp", smtp.host(), smtp.port(), smtp.security());
    settings.setProperty("mail.smtp.auth", String.valueOf(smtp.user() != null));
    String password = smtp.password() == null ? null : smtp.password().reveal();
    try (Transport transport = Session.getInstance(settings).getTransport("smtp")) {
      transport.connect(smtp.host(), smtp.port(), smtp.user(), password);
      return Phrase.of("app.check.address", smtp.host(), String.valueOf(smtp.port()));
    } catch (MessagingException e) {
      throw failure("smtp", smtp.host(), smtp.port(), e);
    }
  }

  static Phrase imap(Imap imap) {
    Properties settings = settings("imap", imap.host(), imap.port(), imap.security());
    try (Store store = Session.getInstance(settings).getStore("imap")) {
      store.connect(imap.host(), imap.port(), imap.user(), imap.password().reveal());
      Folder folder = store.getFolder(imap.folder());
      if (!folder.exists()) throw new Refusal("app.check.folder", imap.folder());
      folder.open(Folder.READ_ONLY);
      folder.close(false);
      boolean idle = imap.idle() && ((IMAPStore) store).hasCapability("IDLE");
      return Phrase.of(
          idle ? "app.check.idle" : "app.check.poll",
          imap.host(),
          String.valueOf(imap.port()),
          imap.folder(),
          imap.poll().toSeconds());
    } catch (MessagingException e) {
      throw failure("imap", imap.host(), imap.port(), e);
    }
  }

  private static Properties settings(String protocol, String host, int port, Security security) {
    String prefix = "mail." + protocol + ".";
    String millis = String.valueOf(PATIENCE.toMillis());
    Properties settings = new Properties();
    settings.setProperty(prefix + "host", host);
    settings.setProperty(prefix + "port", String.valueOf(port));
    settings.setProperty(prefix + "ssl.enable", String.valueOf(security == Security.TLS));
    settings.setProperty(prefix + "ssl.checkserveridentity", "true");
    settings.setProperty(prefix + "starttls.enable", String.valueOf(security == Security.STARTTLS));
    settings.setProperty(
        prefix + "starttls.required", String.valueOf(security == Security.STARTTLS));
    settings.setProperty(prefix + "connectiontimeout", millis);
    settings.setProperty(prefix + "timeout", millis);
    return settings;
  }

  private static Refusal failure(String section, String host, int port, MessagingException e) {
    String where = host + ":" + port;
    if (e instanceof AuthenticationFailedException)
      return new Refusal("app.check.account", where, section);
    Throwable deepest = e;
    while (deepest.getCause() != null) deepest = deepest.getCause();
    if (deepest instanceof SSLException) return new Refusal("app.check.tls", where, section);
    String said = String.valueOf(deepest.getMessage());
    if (said.contains("STARTTLS")) return new Refusal("app.check.starttls", where, section);
    if (deepest instanceof java.io.IOException)
      return new Refusal("app.check.unreachable", where, section);
    return new Refusal("app.check.server", where, said.lines().findFirst().orElse(""));
  }
}
