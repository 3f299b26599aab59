package ca.greffier.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
  private static final Map<String, String> SECRETS =
      Map.of(
          "GREFFIER_DB_PASSWORD", "ours",
          "GREFFIER_SMTP_PASSWORD", "theirs",
          "GREFFIER_DISCORD_TOKEN", "discord-token");
  private static final String LEAST =
      """
      project:
        name: Rives
        organisation:
          name: Rives
          address: 1, rue Principale
          email: info@exemple.org
      """;

  private final Messages messages = Messages.load(ZoneId.of("America/Toronto"));
  @TempDir private Path folder;

  private Config load(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("greffier.yaml"), yaml);
    return Config.load(file, SECRETS);
  }

  /** What is told of a file, in French. */
  private List<String> faults(String yaml) {
    ConfigFailure failure = catchThrowableOfType(ConfigFailure.class, () -> load(yaml));
    return failure.phrases().stream().map(this::french).toList();
  }

  private String french(Phrase phrase) {
    assertThat(messages.say(Language.ENGLISH, phrase)).isNotBlank();
    return messages.say(Language.FRENCH, phrase).replace('\u00a0', ' ');
  }

  @Test
  void the_example_is_complete_and_right() throws IOException {
    Path example = Path.of(System.getProperty("greffier.root"), "config/greffier.example.yaml");
    Path file = Files.copy(example, folder.resolve("greffier.yaml"));
    Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(folder.resolve("secrets/imap"), "kept in a file\n");
    Files.writeString(folder.resolve("secrets/dkim.pem"), "a private key\n");
    Files.writeString(folder.resolve("secrets/dkim-ed25519.pem"), "another one\n");

    Config config = Config.load(file, SECRETS);

    assertThat(config.project().language()).isEqualTo(Language.FRENCH);
    assertThat(config.project().zone()).isEqualTo(ZoneId.of("America/Toronto"));
    assertThat(config.project().organisation().address())
        .isEqualTo("100, rue Principale, Rimouski (Québec) G5L 0A1");
    assertThat(config.data()).isEqualTo(folder.resolve("greffier-data"));
    assertThat(config.key()).isEqualTo(folder.resolve("greffier-data/secret.key"));
    assertThat(requireNonNull(config.database()).url())
        .isEqualTo("jdbc:postgresql://localhost:5432/greffier");
    assertThat(requireNonNull(config.database()).password().reveal()).isEqualTo("ours");
    assertThat(requireNonNull(config.smtp()).security()).isEqualTo(Security.STARTTLS);
    assertThat(requireNonNull(config.smtp()).readTimeout()).isEqualTo(Duration.ofMinutes(1));
    Dkim dkim = requireNonNull(requireNonNull(config.smtp()).dkim());
    assertThat(dkim.selector()).isEqualTo("greffier");
    assertThat(dkim.domain()).as("that of the sender").isEqualTo("exemple.org");
    assertThat(dkim.key().reveal()).isEqualTo("a private key");
    assertThat(requireNonNull(dkim.beside()).key().reveal()).isEqualTo("another one");
    assertThat(requireNonNull(config.imap()).password().reveal()).isEqualTo("kept in a file");
    assertThat(requireNonNull(config.imap()).idle()).isTrue();
    assertThat(requireNonNull(config.discord()).guild()).isEqualTo("112233445566778899");
    assertThat(requireNonNull(config.discord()).gatewayUrl())
        .isEqualTo(URI.create("wss://gateway.discord.gg"));
    assertThat(config.web().publicUrl()).isEqualTo(URI.create("https://greffier.exemple.org"));
    assertThat(config.toString()).doesNotContain("ours", "theirs", "kept in", "discord-token");
  }

  @Test
  void what_is_absent_is_off() throws IOException {
    Config config = load(LEAST + "smtp:\n");
    assertThat(config.database()).isNull();
    assertThat(config.smtp()).isNull();
    assertThat(config.imap()).isNull();
    assertThat(config.discord()).isNull();
    assertThat(config.web().port()).isEqualTo(8080);
    assertThat(config.key()).isEqualTo(folder.resolve("greffier-data/secret.key"));
  }

  @Test
  void the_port_follows_the_protection() throws IOException {
    Config config =
        load(
            LEAST
                + """
                smtp: { host: smtp.exemple.org, security: tls, from: greffier@exemple.org }
                imap:
                  { host: imap.exemple.org, security: none, user: g, password: { env: GREFFIER_SMTP_PASSWORD } }
                """);
    assertThat(requireNonNull(config.smtp()).port()).isEqualTo(465);
    assertThat(requireNonNull(config.smtp()).replies()).isEqualTo("greffier@exemple.org");
    assertThat(requireNonNull(config.imap()).port()).isEqualTo(143);
  }

  @Test
  void an_unknown_key_is_refused_with_its_line_and_the_nearest() {
    assertThat(faults(LEAST + "web:\n  prot: 8080\n"))
        .containsExactly(
            "Ligne 8 : la clé « web.prot » n’existe pas. La plus proche est « web.port ».");
    assertThat(faults(LEAST + "dicsord:\n  token: x\n"))
        .containsExactly(
            "Ligne 7 : la clé « dicsord » n’existe pas. La plus proche est « discord ».");
  }

  @Test
  void every_fault_of_a_file_is_told_at_once() {
    assertThat(
            faults(
                """
                project:
                  name: Rives
                  zone: Amérique/Montréal
                  organisation: { name: Rives }
                web:
                  port: 99999
                  publicUrl: greffier.exemple.org
                """))
        .containsExactly(
            "Ligne 3 : « project.zone » vaut « Amérique/Montréal ». Écrivez un fuseau comme"
                + " America/Toronto.",
            "Il manque « project.organisation.address ». Ajoutez cette clé;"
                + " config/greffier.example.yaml en donne un exemple.",
            "« project.organisation » doit donner un moyen d’être joint : une adresse de courriel,"
                + " un téléphone ou un site, comme dans config/greffier.example.yaml.",
            "Ligne 6 : « web.port » vaut « 99999 ». Un port est un nombre de 1 à 65535.",
            "Ligne 7 : « web.publicUrl » vaut « greffier.exemple.org ». Écrivez une adresse comme"
                + " https://exemple.org.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port: huit | config.port",
        "port: 0 | config.port",
        "port: [8080] | config.value",
        "publicUrl: ftp://exemple.org | config.url.https",
        "publicUrl: 'https://' | config.url.https",
        "publicUrl: 'https://a b' | config.url.https",
        "host: { a: b } | config.value",
      })
  void a_wrong_value_is_refused(String line, String key) {
    assertFault(LEAST + "web:\n  " + line + "\n", key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "security: ssl | config.choice",
        "readTimeout: bientôt | config.seconds",
        "readTimeout: 0 | config.seconds",
        "replies: greffier | config.address",
        "user: greffier | config.account",
        "user: g, password: motdepasse | config.secret.literal",
        "user: g, password: { env: A, file: B } | config.secret.literal",
        "user: g, password: {} | config.secret.literal",
      })
  void a_wrong_mail_setting_is_refused(String line, String key) {
    assertFault(
        LEAST + "smtp: { host: smtp.exemple.org, from: g@exemple.org, " + line + " }\n", key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ token: abc, guild: 12 } | config.secret.literal",
        "{ token: { env: NOWHERE }, guild: 12 } | config.secret.env",
        "{ token: { file: nowhere }, guild: 12 } | config.secret.file",
        "{ token: { env: GREFFIER_DISCORD_TOKEN }, guild: rives } | config.guild",
        "{ token: { env: GREFFIER_DISCORD_TOKEN } } | config.missing",
        "{ token: { env: GREFFIER_DISCORD_TOKEN }, guild: 12, gatewayUrl: 'https://a.b' } |"
            + " config.url.wss",
        "jeton | config.section",
        "[a, b] | config.section",
      })
  void a_wrong_discord_setting_is_refused(String section, String key) {
    assertFault(LEAST + "discord: " + section + "\n", key);
  }

  @Test
  void a_database_must_be_postgresql() {
    assertFault(
        LEAST
            + """
            database:
              url: jdbc:mysql://localhost/greffier
              user: greffier
              password: { env: GREFFIER_DB_PASSWORD }
            """,
        "config.url.jdbc");
  }

  @Test
  void a_secret_is_never_in_the_refusal() {
    assertThat(faults(LEAST + "discord: { token: motdepasse, guild: 12 }\n").toString())
        .doesNotContain("motdepasse")
        .contains("par env (le nom d’une variable) ou par file (un chemin)");
  }

  @Test
  void malformed_yaml_is_refused_with_its_place() {
    assertThat(faults("project:\n  name: 'Rives\n"))
        .singleElement()
        .asString()
        .startsWith("Ligne 2, colonne 7 : ce n’est pas du YAML valide.");
    assertThat(faults("project: {\n  name: a\n  name: b }\n"))
        .singleElement()
        .asString()
        .startsWith("Ligne 3");
    assertThat(faults(LEAST + "data: a\ndata: b\n"))
        .singleElement()
        .asString()
        .startsWith("Ligne 8");
    assertThat(faults("- a\n- b\n")).singleElement().asString().startsWith("Ligne 1");
  }

  @Test
  void a_file_that_cannot_be_read_is_told() throws IOException {
    assertThat(failure(folder.resolve("none.yaml"))).isEqualTo("config.absent");
    assertThat(failure(folder)).isEqualTo("config.unreadable");
    assertThat(failure(Files.writeString(folder.resolve("empty.yaml"), "# rien\n")))
        .isEqualTo("config.empty");
    byte[] latin = "project: { name: Comité }".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(failure(Files.write(folder.resolve("latin.yaml"), latin)))
        .isEqualTo("config.encoding");
  }

  private static String failure(Path file) {
    return catchThrowableOfType(ConfigFailure.class, () -> Config.load(file))
        .phrases()
        .getFirst()
        .key();
  }

  private void assertFault(String yaml, String key) {
    ConfigFailure failure = catchThrowableOfType(ConfigFailure.class, () -> load(yaml));
    assertThat(failure.phrases()).extracting(Phrase::key).containsExactly(key);
    failure.phrases().forEach(this::french);
  }
}
