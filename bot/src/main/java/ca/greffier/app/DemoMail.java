package ca.greffier.app;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail of the demonstration's world: an SMTP and IMAP server on loopback. Every mail is a file
 * before the server says that it took it, so that a kill loses none; a new start puts the mails to
 * Greffier back into its mailbox.
 */
final class DemoMail implements Mailboxes, AutoCloseable {
  static final String GREFFIER = "greffier@biblio.example";
  static final String PASSWORD = "demo";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Logger LOG = LoggerFactory.getLogger(DemoMail.class);

  private final Path folder;
  private final InstantSource clock;
  private final GreenMail server;
  private final Session session;
  private final Set<String> dead = ConcurrentHashMap.newKeySet();

  DemoMail(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
    this.server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    server.withConfiguration(
        GreenMailConfiguration.aConfig().withUser(GREFFIER, GREFFIER, PASSWORD));
    server.start();
    quieten();
    server.getUserManager().setMessageDeliveryHandler(this::receive);
    Properties settings = new Properties();
    settings.put("mail.smtp.host", "127.0.0.1");
    settings.put("mail.smtp.port", String.valueOf(smtpPort()));
    this.session = Session.getInstance(settings);
    putBack();
  }

  int smtpPort() {
    return server.getSmtp().getPort();
  }

  int imapPort() {
    return server.getImap().getPort();
  }

  @Override
  public Session session() {
    return session;
  }

  /** From now on this address does not exist any more: its server will send letters back. */
  void bury(String address) {
    dead.add(address);
  }

  /**
   * What the server of a buried address does with a letter: it sends it back (RFC 3464).
   *
   * @param words what its postmaster says
   */
  void sendBack(String address, String words) {
    if (!dead.contains(address)) return;
    MimeMessage letter = mails(to(address)).getLast();
    try {
      send(DemoBounce.of(session, letter, address, words, clock.instant()));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void send(MimeMessage mail) {
    try {
      Transport.send(mail);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<MimeMessage> mails(Predicate<MimeMessage> wanted) {
    return files().stream().map(this::read).filter(wanted).toList();
  }

  /** True when the mail is to this address. */
  static Predicate<MimeMessage> to(String address) {
    return mail -> {
      try {
        String to = String.valueOf(mail.getHeader("To", ","));
        return to.toLowerCase(Locale.ROOT).contains(address);
      } catch (MessagingException e) {
        return false;
      }
    };
  }

  @Override
  public void close() {
    server.stop();
  }

  /**
   * A client that leaves while the server listens to it is no news: the server throws all the same.
   */
  private static void quieten() {
    Thread.UncaughtExceptionHandler others = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, problem) -> {
          if (thread.getName().startsWith("imap:")) return;
          if (others != null) others.uncaughtException(thread, problem);
          else LOG.error("{}", thread.getName(), problem);
        });
  }

  private GreenMailUser receive(MovingMessage mail, MailAddress to)
      throws MessagingException, UserException {
    keep(mail.getMessage(), to.getEmail());
    String box = isToGreffier(to.getEmail()) ? GREFFIER : to.getEmail();
    GreenMailUser user = server.getUserManager().getUserByEmail(box);
    return user != null ? user : server.getUserManager().createUser(box, box, PASSWORD);
  }

  private static boolean isToGreffier(String address) {
    return address.toLowerCase(Locale.ROOT).matches("greffier(\\+[a-z2-7]+)?@biblio\\.example");
  }

  /** One file a mail: the same Message-ID to the same person is the same file. */
  private void keep(MimeMessage mail, String to) {
    try {
      String id = String.valueOf(mail.getMessageID());
      Instant when = mail.getSentDate() == null ? clock.instant() : mail.getSentDate().toInstant();
      String person = to.replaceAll("\\+[^@]*", "").replaceAll("[^\\p{L}\\p{N}.@-]", "_");
      String name = "%s_%s_%08x.eml".formatted(STAMP.format(when), person, (id + to).hashCode());
      Files.createDirectories(folder);
      Path draft = folder.resolve(name + ".draft");
      try (var out = Files.newOutputStream(draft)) {
        mail.writeTo(out);
      }
      Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The server forgets when it stops; what was sent to Greffier is read again, and known again. */
  private void putBack() {
    GreenMailUser greffier = server.getUserManager().getUserByEmail(GREFFIER);
    for (MimeMessage mail : mails(to("greffier"))) {
      greffier.deliver(mail);
    }
  }

  private MimeMessage read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new MimeMessage(session, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(
          files.filter(file -> file.toString().endsWith(".eml")).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address in a To, Reply-To or From header. */
  static String address(Message mail, String header) {
    try {
      return InternetAddress.parseHeader(mail.getHeader(header)[0], false)[0].getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
