package ca.greffier.config;

import java.time.Duration;

/**
 * The mailbox that replies come to.
 *
 * @param idle true when the server may tell at once that a letter came (RFC 2177)
 * @param poll how often to look all the same
 */
public record Imap(
    String host,
    int port,
    Security security,
    String user,
    Secret password,
    String folder,
    boolean idle,
    Duration poll) {

  static Imap read(Section section) {
    Security security = section.choice("security", Security.class, Security.TLS);
    Imap imap =
        new Imap(
            section.text("host"),
            section.port("port", security == Security.TLS ? 993 : 143),
            security,
            section.text("user"),
            section.secret("password"),
            section.find("folder").orElse("INBOX"),
            section.flag("idle", true),
            section.seconds("poll", 60));
    section.end();
    return imap;
  }
}
