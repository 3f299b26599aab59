package ca.greffier.app;

import ca.greffier.config.Config;
import ca.greffier.config.Imap;
import ca.greffier.config.Organisation;
import ca.greffier.config.Project;
import ca.greffier.config.Secret;
import ca.greffier.config.Security;
import ca.greffier.config.Smtp;
import ca.greffier.config.Web;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/** The configuration of the demonstration: everything on this machine, in one directory. */
final class DemoHouse {
  static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

  private DemoHouse() {}

  /** Where the demonstration's own servers listen. */
  record Ports(int smtp, int imap, int web) {
    /** No mail, and pages nobody opens: a console on the directory alone. */
    static final Ports NONE = new Ports(0, 0, 0);
  }

  static Config config(Language language, Path data, Ports ports) {
    Messages words = Messages.load(MONTREAL);
    Organisation organisation =
        new Organisation(
            words.say(language, "demo.organisation"),
            words.say(language, "demo.address"),
            DemoMail.GREFFIER,
            null,
            null);
    Project project =
        new Project(words.say(language, "demo.project"), Language.FRENCH, MONTREAL, organisation);
    URI pages = URI.create("http://127.0.0.1:" + ports.web());
    return new Config(
        project,
        data,
        data.resolve("secret.key"),
        null,
        ports.smtp() == 0 ? null : smtp(ports.smtp()),
        ports.imap() == 0 ? null : imap(ports.imap()),
        null,
        new Web("127.0.0.1", ports.web(), pages));
  }

  /**
   * The port of the pages, the same from one start to the next while it is free: links stay good.
   */
  static int webPort(Path data) {
    Path file = data.resolve("web-port");
    try {
      Files.createDirectories(data);
      int wanted = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
      int port = free(wanted);
      Files.writeString(file, String.valueOf(port));
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int free(int wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException taken) {
      if (wanted == 0) throw taken;
      return free(0);
    }
  }

  private static Smtp smtp(int port) {
    return new Smtp(
        "127.0.0.1",
        port,
        Security.NONE,
        null,
        null,
        DemoMail.GREFFIER,
        DemoMail.GREFFIER,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        null);
  }

  private static Imap imap(int port) {
    return new Imap(
        "127.0.0.1",
        port,
        Security.NONE,
        DemoMail.GREFFIER,
        new Secret(DemoMail.PASSWORD),
        "INBOX",
        true,
        Duration.ofSeconds(5));
  }
}
