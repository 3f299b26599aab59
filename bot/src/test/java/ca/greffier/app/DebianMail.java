package ca.greffier.app;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Postfix and Dovecot from Debian's packages, started on loopback with a configuration of their
 * own. Postfix takes every letter to a domain it keeps, and sends back the ones to an address that
 * is not there; Dovecot shows the mailboxes. It takes root, as both do.
 */
final class DebianMail implements Mailboxes, AutoCloseable {
  private static final Path POSTFIX = Path.of("/usr/sbin/postfix");
  private static final Path DOVECOT = Path.of("/usr/sbin/dovecot");

  /** The account "nobody" of Debian. */
  private static final int NOBODY = 65534;

  private final Path folder;
  private final int smtp = freePort();
  private final int imap = freePort();
  private final Session session;

  /**
   * @param addresses those that have a mailbox
   * @param domains those that Postfix keeps
   */
  DebianMail(Collection<String> addresses, Collection<String> domains) throws IOException {
    folder =
        Files.createTempDirectory(
            "greffier-mail",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    for (String each : List.of("etc", "queue", "data", "boxes", "run"))
      Files.createDirectories(folder.resolve(each));
    own("boxes", "nobody");
    own("data", "postfix");
    Files.writeString(folder.resolve("etc/main.cf"), main(domains));
    Files.writeString(folder.resolve("etc/master.cf"), master());
    Files.writeString(folder.resolve("boxes.map"), map(addresses));
    Files.writeString(folder.resolve("dovecot.conf"), dovecot());
    run(POSTFIX.toString(), "-c", folder.resolve("etc").toString(), "start");
    run(DOVECOT.toString(), "-c", folder.resolve("dovecot.conf").toString());
    Properties settings = new Properties();
    settings.put("mail.smtp.host", "127.0.0.1");
    settings.put("mail.smtp.port", String.valueOf(smtp));
    this.session = Session.getInstance(settings);
  }

  /** False where the packages are missing, or this is not root. */
  static boolean isThere() {
    return Files.isExecutable(POSTFIX)
        && Files.isExecutable(DOVECOT)
        && System.getProperty("user.name").equals("root");
  }

  int smtpPort() {
    return smtp;
  }

  int imapPort() {
    return imap;
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public void send(MimeMessage mail) {
    try {
      Transport.send(mail);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of all mailboxes. */
  @Override
  public List<MimeMessage> mails(Predicate<MimeMessage> wanted) {
    try (Stream<Path> all = Files.walk(folder.resolve("boxes"))) {
      return all.filter(file -> file.toString().matches(".*/(?:new|cur)/[^/]+"))
          .sorted(Comparator.comparing(file -> file.toString().replaceFirst(".*/", "")))
          .map(this::read)
          .filter(wanted)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MimeMessage read(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return new MimeMessage(session, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What both servers wrote, for whoever looks for a fault. */
  String logs() {
    StringBuilder logs = new StringBuilder();
    for (String name : List.of("postfix.log", "dovecot.log")) {
      try {
        logs.append(Files.readString(folder.resolve(name)));
      } catch (IOException missing) {
        logs.append(name).append(": ").append(missing).append('\n');
      }
    }
    return logs.toString();
  }

  @Override
  public void close() throws IOException {
    run("/usr/bin/doveadm", "-c", folder.resolve("dovecot.conf").toString(), "stop");
    run(POSTFIX.toString(), "-c", folder.resolve("etc").toString(), "stop");
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
    }
  }

  private String main(Collection<String> domains) {
    return """
    compatibility_level = 3.6
    queue_directory = FOLDER/queue
    data_directory = FOLDER/data
    daemon_directory = /usr/lib/postfix/sbin
    command_directory = /usr/sbin
    maillog_file = FOLDER/postfix.log
    maillog_file_prefixes = FOLDER
    inet_interfaces = 127.0.0.1
    inet_protocols = ipv4
    myhostname = mx.biblio.example
    mydestination =
    mynetworks = 127.0.0.0/8
    alias_maps =
    recipient_delimiter = +
    smtpd_reject_unlisted_recipient = no
    virtual_mailbox_domains = DOMAINS
    virtual_mailbox_base = FOLDER/boxes
    virtual_mailbox_maps = texthash:FOLDER/boxes.map
    virtual_uid_maps = static:NOBODY
    virtual_gid_maps = static:NOBODY
    """
        .replace("FOLDER", folder.toString())
        .replace("DOMAINS", String.join(", ", domains))
        .replace("NOBODY", String.valueOf(NOBODY));
  }

  private String master() {
    return """
    127.0.0.1:PORT inet n - n - - smtpd
    cleanup unix n - n - 0 cleanup
    qmgr unix n - n 300 1 qmgr
    rewrite unix - - n - - trivial-rewrite
    bounce unix - - n - 0 bounce
    defer unix - - n - 0 bounce
    trace unix - - n - 0 bounce
    proxymap unix - - n - - proxymap
    error unix - - n - - error
    retry unix - - n - - error
    virtual unix - n n - - virtual
    anvil unix - - n - 1 anvil
    postlog unix-dgram n - n - 1 postlogd
    """
        .replace("PORT", String.valueOf(smtp));
  }

  private static String map(Collection<String> addresses) {
    StringBuilder map = new StringBuilder();
    for (String each : addresses) {
      int at = each.indexOf('@');
      String box = each.substring(at + 1) + "/" + each.substring(0, at) + "/";
      map.append(each).append(' ').append(box).append('\n');
    }
    return map.toString();
  }

  private String dovecot() {
    return """
    base_dir = FOLDER/run
    log_path = FOLDER/dovecot.log
    protocols = imap
    listen = 127.0.0.1
    ssl = no
    disable_plaintext_auth = no
    mail_location = maildir:FOLDER/boxes/%d/%n
    service imap-login {
      chroot =
      inet_listener imap {
        port = PORT
      }
      inet_listener imaps {
        port = 0
      }
    }
    passdb {
      driver = static
      args = password=PASSWORD
    }
    userdb {
      driver = static
      args = uid=NOBODY gid=NOBODY home=FOLDER/boxes/%d/%n
    }
    """
        .replace("FOLDER", folder.toString())
        .replace("PORT", String.valueOf(imap))
        .replace("PASSWORD", DemoMail.PASSWORD)
        .replace("NOBODY", String.valueOf(NOBODY));
  }

  private void own(String name, String account) throws IOException {
    Path path = folder.resolve(name);
    Files.setAttribute(
        path,
        "posix:owner",
        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account),
        LinkOption.NOFOLLOW_LINKS);
  }

  private static void run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor() != 0)
        throw new IOException(new ArrayList<>(List.of(command)) + ": " + process.exitValue());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
