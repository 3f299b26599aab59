package ca.greffier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.greffier.command.Asks;
import ca.greffier.command.Tokens;
import ca.greffier.config.Dkim;
import ca.greffier.config.Organisation;
import ca.greffier.config.Secret;
import ca.greffier.config.Security;
import ca.greffier.config.Smtp;
import ca.greffier.house.TestStore;
import ca.greffier.outbox.Campaign;
import ca.greffier.outbox.CampaignId;
import ca.greffier.outbox.Later;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Line;
import ca.greffier.outbox.LineLost;
import ca.greffier.outbox.Never;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.Parcel.ParcelId;
import ca.greffier.outbox.Recipient;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The letters of a campaign: what is in each, and what a server may answer to them. */
class BulkMailTest {
  private static final Instant NOW = Instant.parse("2026-11-25T14:30:00Z");
  private static final Store STORE = TestStore.fresh();
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Organisation ORGANISATION =
      new Organisation("Réseau exemple", "1, rue de l’Exemple", "info@exemple.ca", null, null);
  private static final URI WEB = URI.create("https://greffier.exemple.ca/");
  private static final Tokens TOKENS = new Tokens(new byte[32]);
  private static final Doorways DOORWAYS =
      new Doorways(new Asks(STORE.jdbi(), TOKENS, CLOCK), TOKENS, WEB);
  private static final String PIPELINING = "250-stub\r\n250 PIPELINING";

  private final SmtpStub stub = new SmtpStub(null);

  @TempDir Path folder;

  @AfterEach
  void close() throws Exception {
    stub.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoé Lavoie",
        "",
        "Anne-Marie <b>Allard</b> & \"Cie\", l’amie",
        ".com",
        "O=Brien",
        "Ànaïs Élodie Françoise Bégin-Lévêque, chargée de la littératie numérique à"
            + " l’Île-aux-Coudres"
      })
  void a_letter_is_the_one_that_would_leave_alone(String name) throws Exception {
    Recipient zoe = recipient(7, "zoe@exemple.ca", name, Language.FRENCH);
    send(PIPELINING, recipient(6, "un@exemple.ca", "Un", Language.ENGLISH), zoe);
    try (MailCarrier alone = new MailCarrier(smtp(null), templates(), DOORWAYS, CLOCK)) {
      alone.carry(new Parcel(zoe.id(), zoe.onceKey(), 1, campaign().to(zoe)));
    }
    MimeMessage bulk = read(1);
    MimeMessage single = read(2);
    for (String header :
        List.of(
            "From",
            "Message-ID",
            "Subject",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "List-Post",
            "Content-Language",
            "MIME-Version"))
      assertThat(bulk.getHeader(header)).as(header).isEqualTo(single.getHeader(header));
    assertThat(bulk.getAllRecipients()).isEqualTo(single.getAllRecipients());
    assertThat(bulk.getSentDate()).isEqualTo(single.getSentDate());
    assertThat(part(bulk, 0)).isEqualTo(part(single, 0)).contains(TOKENS.of("abonnement:7"));
    assertThat(part(bulk, 1).replace("&#34;", "&quot;"))
        .isEqualTo(part(single, 1).replace("&#34;", "&quot;"));
    assertThat(stub.letters.get(1).lines().dropWhile(line -> !line.isEmpty()))
        .allMatch(line -> line.length() <= 76 && !line.startsWith("."));
  }

  @Test
  void another_program_finds_every_signature_good() throws Exception {
    assumeTrue(
        Files.exists(Path.of("/usr/bin/python3")) && hasDkimpy(),
        "python3-dkim is not installed: signatures are not checked by it");
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    String key = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    Dkim dkim = new Dkim("exemple.ca", "g", new Secret(key));
    try (Line line = line(PIPELINING, dkim)) {
      line.begin(recipient(1, "un@exemple.ca", "Zoé Lavoie", Language.FRENCH));
      line.end(recipient(2, "deux@exemple.ca", "", Language.ENGLISH));
      line.follow();
      line.end(recipient(3, "trois@exemple.ca", ".ça = & <là>", Language.FRENCH));
      line.follow();
      line.end();
    }
    String record =
        "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    for (String letter : stub.letters) {
      assertThat(letter).startsWith("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple;");
      assertThat(verified(letter, record)).isEqualTo("True");
      assertThat(verified(letter.replace("List-Id: <", "List-Id: <x"), record)).isEqualTo("False");
    }
    assertThat(stub.letters).hasSize(3);
  }

  @Test
  void the_end_of_a_letter_and_the_envelope_of_the_next_go_in_one_breath() throws Exception {
    assertThat(send(PIPELINING, to(1), to(2)))
        .containsExactly("250 2.0.0 Ok: queued as 1", "250 2.0.0 Ok: queued as 2");
    assertThat(stub.commands.subList(1, stub.commands.size()))
        .containsExactly(
            "MAIL FROM:<greffier@exemple.ca>",
            "RCPT TO:<lecteur1@exemple.ca>",
            "DATA",
            "MAIL FROM:<greffier@exemple.ca>",
            "RCPT TO:<lecteur2@exemple.ca>",
            "DATA",
            "QUIT");
    assertThat(stub.connections).hasValue(1);
  }

  @Test
  void a_server_that_takes_one_command_at_a_time_gets_them_so() throws Exception {
    assertThat(send("250 stub", to(1), to(2))).hasSize(2);
    assertThat(stub.letters).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {PIPELINING, "250 stub"})
  void a_refused_address_is_refused_alone(String ehlo) throws Exception {
    stub.answering("RCPT", "250 Ok").answering("RCPT", "550 5.1.1 unknown");
    try (Line line = line(ehlo, null)) {
      line.begin(to(1));
      assertThat(line.end(to(2))).startsWith("250");
      assertThatThrownBy(line::follow)
          .isInstanceOfSatisfying(Never.class, never -> assertThat(never.isAddressDead()).isTrue());
      line.begin(to(3));
      assertThat(line.end()).startsWith("250");
    }
    assertThat(stub.letters).filteredOn(letter -> letter.contains("lecteur2")).isEmpty();
    assertThat(stub.letters).filteredOn(letter -> letter.contains("lecteur3")).hasSize(1);
    assertThat(stub.connections).hasValue(1);
  }

  @Test
  void what_the_server_says_at_the_end_is_about_that_letter() throws Exception {
    stub.answering("BODY", "452 4.2.2 full").answering("BODY", "554 5.7.1 no");
    try (Line line = line(PIPELINING, null)) {
      line.begin(to(1));
      assertThatThrownBy(() -> line.end(to(2)))
          .isInstanceOf(Later.class)
          .hasMessage("452 4.2.2 full");
      line.follow();
      assertThatThrownBy(() -> line.end(to(3)))
          .isInstanceOfSatisfying(
              Never.class, never -> assertThat(never.isAddressDead()).isFalse());
      line.follow();
      assertThat(line.end()).startsWith("250");
    }
  }

  @Test
  void a_line_that_breaks_says_so_and_no_more() throws Exception {
    stub.answering("BODY", "421 4.3.2 closing");
    try (Line line = line(PIPELINING, null)) {
      line.begin(to(1));
      assertThatThrownBy(() -> line.end(to(2))).isInstanceOf(LineLost.class);
    }
    stub.answering("RCPT", SmtpStub.HANG_UP);
    try (Line line = line(PIPELINING, null)) {
      assertThatThrownBy(() -> line.begin(to(1))).isInstanceOf(LineLost.class);
    }
  }

  @Test
  void a_letter_without_its_end_never_was() throws Exception {
    try (SmtpCounter counter = new SmtpCounter()) {
      BulkMail mail =
          new BulkMail(smtp(counter.port(), Security.NONE, null), templates(), DOORWAYS, CLOCK);
      try (Line line = mail.open(campaign())) {
        line.begin(to(1));
        line.end(to(2));
        line.follow();
      }
      try (Line line = mail.open(campaign())) {
        line.begin(to(3));
        line.end();
      }
      assertThat(counter.got).containsOnlyKeys("lecteur1@exemple.ca", "lecteur3@exemple.ca");
    }
  }

  @Test
  void what_is_no_address_is_not_even_asked() throws Exception {
    try (Line line = line(PIPELINING, null)) {
      line.begin(to(1));
      line.end(recipient(2, "x>\r\nRSET@exemple.ca", "", Language.FRENCH));
      assertThatThrownBy(line::follow).isInstanceOf(Never.class).hasMessageContaining("not an");
      line.begin(to(3));
      line.end();
    }
    assertThat(stub.commands).doesNotContain("RSET");
    assertThat(stub.letters).hasSize(2);
  }

  @Test
  void a_server_that_does_not_take_us_is_tried_again() throws Exception {
    stub.answering("CONNECT", "421 busy");
    assertThatThrownBy(() -> line(PIPELINING, null)).isInstanceOf(Later.class);
  }

  @Test
  void letters_go_over_an_encrypted_line() throws Exception {
    TestTls tls = TestTls.create(folder);
    try (SmtpStub secure = new SmtpStub(tls.server())) {
      BulkMail mail =
          new BulkMail(
              smtp(secure.port(), Security.STARTTLS, null),
              templates(),
              DOORWAYS,
              CLOCK,
              tls.client().getSocketFactory());
      try (Line line = mail.open(campaign())) {
        line.begin(to(1));
        assertThat(line.end()).startsWith("250");
      }
      assertThat(secure.letters).hasSize(1);
    }
  }

  private List<String> send(String ehlo, Recipient first, Recipient second) throws Exception {
    try (Line line = line(ehlo, null)) {
      line.begin(first);
      String one = line.end(second);
      line.follow();
      return List.of(one, line.end());
    }
  }

  private Line line(String ehlo, @Nullable Dkim dkim) throws Later {
    stub.answering("EHLO", ehlo);
    return new BulkMail(smtp(dkim), templates(), DOORWAYS, CLOCK).open(campaign());
  }

  private static Campaign campaign() {
    Map<String, Object> data =
        Map.of(
            "list", "nouvelles",
            "listTitle", "Les nouvelles",
            "number", "1",
            "title", "Bilan d’hiver",
            "contents", "## Le catalogue\n\n.Il avance; l’été aussi. ".repeat(8),
            "trial", false);
    Letter common = Letter.of(LetterClass.INFOLETTRE, "", "", Language.FRENCH, "infolettre", data);
    return new Campaign(new CampaignId(1), "infolettre:1", common);
  }

  private static Recipient to(long number) {
    return recipient(
        number, "lecteur" + number + "@exemple.ca", "Lecteur " + number, Language.FRENCH);
  }

  private static Recipient recipient(long number, String address, String name, Language language) {
    return new Recipient(
        new ParcelId(number),
        "infolettre:1:" + number,
        "abonnement:" + number,
        address,
        name,
        language,
        null);
  }

  private Smtp smtp(@Nullable Dkim dkim) {
    return smtp(stub.port(), Security.NONE, dkim);
  }

  private static Smtp smtp(int port, Security security, @Nullable Dkim dkim) {
    return new Smtp(
        "localhost",
        port,
        security,
        null,
        null,
        "greffier@exemple.ca",
        "greffier@exemple.ca",
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        dkim);
  }

  private static Templates templates() {
    return new Templates(Messages.load(ZoneId.of("America/Toronto")), ORGANISATION, WEB, null);
  }

  private MimeMessage read(int index) throws Exception {
    byte[] bytes = stub.letters.get(index).getBytes(StandardCharsets.UTF_8);
    return new MimeMessage(null, new ByteArrayInputStream(bytes));
  }

  private static String part(MimeMessage message, int index) throws Exception {
    return (String) ((MimeMultipart) message.getContent()).getBodyPart(index).getContent();
  }

  private static boolean hasDkimpy() throws Exception {
    return new ProcessBuilder("/usr/bin/python3", "-c", "import dkim").start().waitFor() == 0;
  }

  private String verified(String letter, String record) throws Exception {
    Path file = Files.writeString(folder.resolve("letter"), letter, StandardCharsets.UTF_8);
    String script =
        """
        import dkim, sys
        message = open(sys.argv[1], 'rb').read()
        record = sys.argv[2].encode()
        print(dkim.verify(message, dnsfunc=lambda name, timeout=5: record))
        """;
    Process python =
        new ProcessBuilder("/usr/bin/python3", "-c", script, file.toString(), record)
            .redirectErrorStream(true)
            .start();
    return new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
