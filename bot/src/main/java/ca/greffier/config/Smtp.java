package ca.greffier.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The server that letters leave by.
 *
 * @param user absent, with the password, when the server asks for none
 * @param from the address letters come from
 * @param replies the address replies come to; {@code +TOKEN} is put before its {@code @}
 * @param dkim absent when the server signs letters itself, or nobody does
 * @param bulk how newsletters leave
 */
public record Smtp(
    String host,
    int port,
    Security security,
    @Nullable String user,
    @Nullable Secret password,
    String from,
    String replies,
    Duration connectTimeout,
    Duration readTimeout,
    @Nullable Dkim dkim,
    Bulk bulk) {

  /** Letters that nobody signs here, newsletters without limits. */
  public Smtp(
      String host,
      int port,
      Security security,
      @Nullable String user,
      @Nullable Secret password,
      String from,
      String replies,
      Duration connectTimeout,
      Duration readTimeout,
      @Nullable Dkim dkim) {
    this(
        host,
        port,
        security,
        user,
        password,
        from,
        replies,
        connectTimeout,
        readTimeout,
        dkim,
        Bulk.USUAL);
  }

  static Smtp read(Section section) {
    Security security = section.choice("security", Security.class, Security.STARTTLS);
    String from = section.address("from");
    Smtp smtp =
        new Smtp(
            section.text("host"),
            section.port("port", usualPort(security)),
            security,
            section.find("user").orElse(null),
            section.optionalSecret("password").orElse(null),
            from,
            section.optionalAddress("replies").orElse(from),
            section.seconds("connectTimeout", 15),
            section.seconds("readTimeout", 60),
            section.optionalSection("dkim").map(dkim -> Dkim.read(dkim, from)).orElse(null),
            section.optionalSection("newsletters").map(Bulk::read).orElse(Bulk.USUAL));
    if ((smtp.user == null) != (smtp.password == null)) section.fault("config.account", "smtp");
    section.end();
    return smtp;
  }

  private static int usualPort(Security security) {
    return switch (security) {
      case NONE -> 25;
      case STARTTLS -> 587;
      case TLS -> 465;
    };
  }
}
