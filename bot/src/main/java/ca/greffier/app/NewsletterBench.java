package ca.greffier.app;

import ca.greffier.command.Identity;
import ca.greffier.command.Invocation;
import ca.greffier.command.Refusal;
import ca.greffier.command.Source;
import ca.greffier.config.Bulk;
import ca.greffier.config.Config;
import ca.greffier.config.Dkim;
import ca.greffier.config.Secret;
import ca.greffier.config.Security;
import ca.greffier.config.Smtp;
import ca.greffier.mail.BulkMail;
import ca.greffier.mail.Doorways;
import ca.greffier.newsletter.Leavings;
import ca.greffier.newsletter.NewsletterId;
import ca.greffier.outbox.CampaignRun;
import ca.greffier.outbox.Later;
import ca.greffier.outbox.Limits;
import ca.greffier.store.Store;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends an issue to invented subscribers as the service does: ordered by the command, carried by
 * the campaign, every letter settled in a database of its own that is thrown away.
 */
final class NewsletterBench {
  private static final String LIST = "essai";
  private static final String WARM = "chauffe";
  private static final int WARM_UP = 20_000;

  private final Path folder;
  private final Shell shell;
  private final Server server;
  private final Signing signing;

  /**
   * Where the letters go.
   *
   * @param connections at once
   */
  record Server(String host, int port, int connections) {}

  /** Who signs. */
  enum Signing {
    RSA,
    ED25519,
    NONE
  }

  NewsletterBench(Path folder, Shell shell, Server server, Signing signing) {
    this.folder = folder;
    this.shell = shell;
    this.server = server;
    this.signing = signing;
  }

  /**
   * @param size of a letter on the wire, in bytes
   * @throws Refusal when the server does not take all of them
   */
  Map<String, Object> run(int recipients, int size) throws IOException {
    Config config = DemoHouse.config(shell.language(), folder, DemoHouse.Ports.NONE);
    try (Store store = Wiring.store(config)) {
      Wiring house = new Wiring(config, store, InstantSource.system());
      BulkMail mail = mail(house, server);
      knock(mail);
      String words = new LetterSize(mail).words(size);
      tell("app.bench.warming", WARM_UP);
      warmUp(house, words);
      tell("app.bench.subscribers", recipients);
      fill(house, LIST, recipients, words);
      tell("app.bench.sending", recipients, server.host(), String.valueOf(server.port()));
      return measure(house, mail, recipients);
    }
  }

  /** Better before the long part than after. */
  private void knock(BulkMail mail) {
    try {
      mail.open(LetterSize.campaign(1)).close();
    } catch (Later down) {
      throw new Refusal(
          "app.bench.down", server.host() + ":" + server.port(), String.valueOf(down.getMessage()));
    }
  }

  private Map<String, Object> measure(Wiring house, BulkMail mail, int recipients)
      throws IOException {
    double before = databaseSeconds(house.store);
    long start = System.nanoTime();
    order(house, LIST);
    double created = since(start);
    carry(house, mail);
    double seconds = since(start);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("sent", recipients);
    line.put("seconds", rounded(seconds));
    line.put("rate", rounded(recipients / seconds));
    line.put("peakRssMb", peakRss());
    line.put("databaseSeconds", rounded(databaseSeconds(house.store) - before));
    line.put("creationSeconds", rounded(created));
    requireAll(house, recipients);
    return line;
  }

  /** The first letters are not counted: the machine learns on them. */
  private void warmUp(Wiring house, String words) throws IOException {
    try (BenchSink sink = new BenchSink()) {
      fill(house, WARM, WARM_UP, words);
      order(house, WARM);
      carry(house, mail(house, new Server("127.0.0.1", sink.port(), server.connections())));
    }
  }

  private static void fill(Wiring house, String list, int recipients, String words) {
    NewsletterId id = new NewsletterFilling(house.jdbi).fill(list, recipients, words);
    new Leavings(house.jdbi, house.tokens).complete(id);
    house.jdbi.useHandle(handle -> handle.execute("VACUUM ANALYZE"));
  }

  private static void carry(Wiring house, BulkMail mail) {
    Limits none = Limits.none(DemoHouse.MONTREAL);
    try (CampaignRun run = new CampaignRun(house.jdbi, mail, none, house.clock)) {
      run.run(house.clock.instant());
    }
  }

  /**
   * How long the sessions of the database have been at work, as PostgreSQL counts it: those that
   * are let go tell it what they have not told yet.
   */
  private static double databaseSeconds(Store store) {
    if (store.dataSource() instanceof HikariDataSource pool)
      pool.getHikariPoolMXBean().softEvictConnections();
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT active_time / 1000 FROM pg_stat_database
                        WHERE datname = current_database()
                        """)
                    .mapTo(Double.class)
                    .one());
  }

  private static void order(Wiring house, String list) {
    house.desk.handle(
        new Invocation(
            "bench-" + list,
            house.people.identity(Identity.email(NewsletterFilling.SENDER)).orElseThrow(),
            "infolettre envoyer",
            Map.of("numero", list + "/1"),
            Source.CONSOLE));
  }

  private static void requireAll(Wiring house, int recipients) {
    long sent =
        house.jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT count(*) FROM campaign_letter
                        WHERE state = 'sent' AND campaign = (SELECT max(id) FROM campaign)
                        """)
                    .mapTo(Long.class)
                    .one());
    if (sent < recipients) throw new Refusal("app.bench.unsent", sent, recipients);
  }

  private BulkMail mail(Wiring house, Server to) {
    Smtp smtp =
        new Smtp(
            to.host(),
            to.port(),
            Security.NONE,
            null,
            null,
            DemoMail.GREFFIER,
            DemoMail.GREFFIER,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            dkim(),
            new Bulk(to.connections(), 0, Map.of(), null, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    Doorways doorways = new Doorways(house.asks, house.tokens, house.config.web().publicUrl());
    return new BulkMail(smtp, Doors.templates(house), doorways, house.clock);
  }

  private @Nullable Dkim dkim() {
    if (signing == Signing.NONE) return null;
    try {
      KeyPairGenerator keys =
          KeyPairGenerator.getInstance(signing == Signing.RSA ? "RSA" : "Ed25519");
      if (signing == Signing.RSA) keys.initialize(2048);
      KeyPair pair = keys.generateKeyPair();
      String key = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
      return new Dkim("biblio.example", "essai", new Secret(key));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Of this process since it started, as Linux counts it; 0 where nobody does. */
  private static long peakRss() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return 0;
    return Files.readString(status, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private void tell(String key, Object... arguments) {
    shell.err().println(shell.say(key, arguments));
  }
}
