package ca.greffier.mail;

import ca.greffier.command.Asks;
import ca.greffier.command.Tokens;
import ca.greffier.config.Bulk;
import ca.greffier.config.Organisation;
import ca.greffier.config.Security;
import ca.greffier.config.Smtp;
import ca.greffier.outbox.CampaignRun;
import ca.greffier.outbox.Limits;
import ca.greffier.store.Store;
import ca.greffier.text.Messages;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/**
 * A process of {@link CampaignKillTest}: carries the campaigns of a database until it is killed.
 */
final class KilledSender {
  static final int LINES = 4;

  private KilledSender() {}

  /**
   * @param arguments the database's address, its user and password, the port of the SMTP server
   */
  public static void main(String[] arguments) {
    Store store = Store.connect(arguments[0], arguments[1], arguments[2]);
    try (CampaignRun run = run(store, Integer.parseInt(arguments[3]))) {
      run.recover();
      run.run(InstantSource.system().instant());
    }
    store.close();
  }

  static CampaignRun run(Store store, int port) {
    ZoneId zone = ZoneId.of("America/Toronto");
    InstantSource clock = InstantSource.system();
    URI web = URI.create("https://greffier.exemple.ca");
    Tokens tokens = new Tokens(new byte[32]);
    Smtp smtp =
        new Smtp(
            "localhost",
            port,
            Security.NONE,
            null,
            null,
            "greffier@exemple.ca",
            "greffier@exemple.ca",
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            null,
            new Bulk(LINES, 0, Map.of(), null, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    Organisation organisation =
        new Organisation("Réseau", "1, rue de l’Exemple", "info@exemple.ca", null, null);
    BulkMail mail =
        new BulkMail(
            smtp,
            new Templates(Messages.load(zone), organisation, web, null),
            new Doorways(new Asks(store.jdbi(), tokens, clock), tokens, web),
            clock);
    return new CampaignRun(store.jdbi(), mail, Limits.none(zone), clock);
  }
}
