package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.house.TestStore;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every setting tried against real servers: PostgreSQL, SMTP, IMAP, and one that answers as
 * Discord.
 */
class CheckTest {
  private static final String TOKEN = "jeton-tres-secret";
  private static final String PASSWORD = "mot-de-passe-tres-secret";

  @TempDir Path folder;
  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final String database = TestStore.emptyUrl();
  private HttpServer discord;

  @BeforeEach
  void start() throws IOException {
    mail.start();
    mail.setUser("greffier@exemple.example", "greffier", PASSWORD);
    discord = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    discord.createContext(
        "/",
        exchange -> {
          boolean known =
              ("Bot " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
          String body =
              switch (exchange.getRequestURI().getPath()) {
                case "/users/@me" -> "{\"id\":\"1\",\"username\":\"greffier\"}";
                case "/guilds/42" -> "{\"id\":\"42\",\"name\":\"Le réseau\"}";
                case "/applications/@me" -> "{\"id\":\"7\"}";
                default -> "";
              };
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(!known ? 401 : body.isEmpty() ? 404 : 200, 0);
          try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
          }
        });
    discord.start();
    Files.writeString(folder.resolve("token"), TOKEN);
    Files.writeString(folder.resolve("password"), PASSWORD);
    Files.writeString(folder.resolve("database"), TestStore.password());
  }

  @AfterEach
  void stop() {
    mail.stop();
    discord.stop(0);
  }

  private String settings() throws IOException {
    return """
    project:
      name: Le réseau
      organisation:
        name: Le réseau
        address: 1, rue Principale
        email: info@exemple.example
    data: donnees
    database:
      url: %s
      user: %s
      password: { file: database }
    smtp:
      host: 127.0.0.1
      port: %d
      security: none
      user: greffier
      password: { file: password }
      from: greffier@exemple.example
    imap:
      host: 127.0.0.1
      port: %d
      security: none
      user: greffier
      password: { file: password }
    discord:
      token: { file: token }
      guild: "42"
      apiUrl: http://127.0.0.1:%d
    web:
      port: %d
      publicUrl: https://greffier.exemple.example
    """
        .formatted(
            database,
            TestStore.user(),
            mail.getSmtp().getPort(),
            mail.getImap().getPort(),
            discord.getAddress().getPort(),
            freePort());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private int check(String settings) throws IOException {
    Path file = folder.resolve("greffier.yaml");
    Files.writeString(file, settings);
    Shell shell =
        new Shell(
            Messages.load(ZoneId.of("America/Toronto")),
            Language.FRENCH,
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of());
    return Main.run(List.of("check", "--config", file.toString()), shell);
  }

  private String said() {
    String said = out.toString(StandardCharsets.UTF_8).replace('\u00a0', ' ');
    assertThat(said + err.toString(StandardCharsets.UTF_8)).doesNotContain(TOKEN, PASSWORD);
    return said;
  }

  @Test
  void everything_that_works_is_one_line_each_and_nothing_is_left_behind() throws IOException {
    int status = check(settings());
    assertThat(said().lines().filter(line -> !line.startsWith("à voir")))
        .hasSize(10)
        .allMatch(line -> line.startsWith("ok "));
    assertThat(status).isZero();
    assertThat(said())
        .contains("base de données : PostgreSQL 18", "migrations à faire")
        .contains("greffier, sur le serveur « Le réseau » (application 7)")
        .contains("dossier INBOX, prévenu dès qu’une lettre arrive");
    assertThat(mail.getReceivedMessages()).isEmpty();
    assertThat(folder.resolve("donnees")).doesNotExist();
  }

  @Test
  void each_wrong_setting_fails_with_its_remedy_and_the_others_are_still_tried()
      throws IOException {
    Files.writeString(folder.resolve("token"), "un-autre");
    Files.writeString(folder.resolve("password"), "pas-le-bon");
    int status = check(settings().replace("user: " + TestStore.user(), "user: personne"));
    assertThat(status).isEqualTo(1);
    assertThat(said().lines().filter(line -> line.startsWith("échec ")))
        .hasSize(4)
        .anyMatch(line -> line.contains("database.password"))
        .anyMatch(line -> line.contains("smtp.password"))
        .anyMatch(line -> line.contains("imap.password"))
        .anyMatch(line -> line.contains("portail des développeurs"));
    assertThat(said()).contains("ok     pages web");
  }

  @Test
  void servers_that_are_not_there_and_a_port_in_use_are_told() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String settings =
          settings()
              .replaceFirst("guild: \"42\"", "guild: \"43\"")
              .replaceFirst("security: none", "security: starttls")
              .replaceFirst("  port: " + mail.getImap().getPort(), "  port: 1")
              .replaceFirst(
                  "port: \\d+\n  publicUrl", "port: " + taken.getLocalPort() + "\n  publicUrl");
      assertThat(check(settings)).isEqualTo(1);
    }
    assertThat(said())
        .contains("n’offre pas STARTTLS", "127.0.0.1:1 ne répond pas", "discord.guild")
        .contains("échec  pages web : Impossible d’ouvrir");
  }

  @Test
  void a_configuration_that_cannot_be_read_is_told_alone() throws IOException {
    assertThat(check("project: [")).isEqualTo(1);
    assertThat(said().lines()).hasSize(1);
    assertThat(said()).startsWith("échec  configuration : Ligne 1");
  }

  @Test
  void an_embedded_database_is_tried_beside_the_data_and_closed_doors_are_fine()
      throws IOException {
    String closed = settings().replaceAll("(?s)database:.*?(?=web:)", "");
    assertThat(check(closed)).isZero();
    assertThat(said())
        .contains("PostgreSQL 18", "Discord : sans réglage, cette porte reste fermée");
    assertThat(folder.resolve("donnees")).doesNotExist();
  }
}
