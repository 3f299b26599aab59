package ca.greffier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.PersonId;
import ca.greffier.command.Tokens;
import ca.greffier.config.Organisation;
import ca.greffier.config.Security;
import ca.greffier.config.Smtp;
import ca.greffier.house.TestStore;
import ca.greffier.outbox.CalendarPart;
import ca.greffier.outbox.Enclosure;
import ca.greffier.outbox.Later;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Never;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.Parcel.ParcelId;
import ca.greffier.outbox.Post;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailCarrierTest {
  private static final Instant NOW = Instant.parse("2026-11-25T14:30:00Z");
  private static final Store STORE = TestStore.fresh();
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Organisation ORGANISATION =
      new Organisation("Réseau exemple", "1, rue de l’Exemple", "info@exemple.ca", null, null);
  private static final URI WEB = URI.create("https://greffier.exemple.ca/");
  private static final Map<String, Object> DATA =
      Map.of("code", "482913", "minutes", 15, "account", "marie_t");

  private final SmtpStub stub = new SmtpStub(null);

  @AfterEach
  void close() throws Exception {
    stub.close();
  }

  @Test
  void a_letter_says_from_whom_to_whom_when_and_that_a_program_wrote_it() throws Exception {
    MimeMessage message = sent(letter(LetterClass.AVIS));
    assertThat(message.getFrom()[0])
        .hasToString("=?UTF-8?Q?R=C3=A9seau_exemple?= <greffier@exemple.ca>");
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getAllRecipients()[0]).hasToString("Marie Tremblay <marie@exemple.ca>");
    assertThat(message.getSentDate().toInstant()).isEqualTo(NOW);
    assertThat(header(message, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(header(message, "Content-Language")).isEqualTo("fr-CA");
    assertThat(message.getHeader("List-Unsubscribe")).isNull();
    assertThat(message.getSubject()).isEqualTo("482913 est votre code de liaison");
    assertThat(stub.commands)
        .contains("MAIL FROM:<greffier@exemple.ca>", "RCPT TO:<marie@exemple.ca>");
  }

  @Test
  void both_alternatives_are_utf8_and_safe_on_old_lines() throws Exception {
    MimeMultipart parts = (MimeMultipart) sent(letter(LetterClass.AVIS)).getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat((String) parts.getBodyPart(0).getContent()).contains("Bonjour Marie Tremblay");
    assertThat(stub.letters.getFirst().lines())
        .allMatch(line -> line.length() <= 76 || line.startsWith("Content-"));
  }

  @Test
  void the_message_id_derives_from_the_once_key() throws Exception {
    try (MailCarrier carrier = carrier(Security.NONE, stub.port())) {
      carrier.carry(parcel("code:1", letter(LetterClass.AVIS)));
      carrier.carry(parcel("code:1", letter(LetterClass.AVIS)));
      carrier.carry(parcel("code:2", letter(LetterClass.AVIS)));
    }
    assertThat(read(0).getMessageID()).isEqualTo(read(1).getMessageID()).endsWith("@exemple.ca>");
    assertThat(read(2).getMessageID()).isNotEqualTo(read(1).getMessageID());
  }

  @Test
  void one_connection_serves_letter_after_letter() throws Exception {
    String proof;
    try (MailCarrier carrier = carrier(Security.NONE, stub.port())) {
      carrier.carry(parcel("a", letter(LetterClass.AVIS)));
      proof = carrier.carry(parcel("b", letter(LetterClass.AVIS)));
    }
    assertThat(proof).isEqualTo("250 2.0.0 Ok: queued as 2");
    assertThat(stub.connections).hasValue(1);
  }

  @Test
  void an_ask_gives_the_form_the_reply_address_and_the_organiser() throws Exception {
    Doorways doorways = doorways();
    AskId ask = doorways.asks().put(new PersonId(7), "x", Map.of(), NOW.plusSeconds(60));
    String token = doorways.token(ask);
    String object =
        "BEGIN:VCALENDAR\r\n"
            + "METHOD:REQUEST\r\n"
            + "ORGANIZER:%ORGANIZER%\r\n"
            + "SUMMARY:Été\r\n"
            + "END:VCALENDAR\r\n";
    Letter letter =
        letter(LetterClass.CONVOCATION)
            .asking(ask)
            .with(new CalendarPart("REQUEST", object))
            .enclosing(
                new Enclosure(
                    "Ordre du jour d’été.pdf",
                    "application/pdf",
                    new byte[] {1, 2},
                    "L’ordre\ndu jour"));
    try (MailCarrier carrier =
        new MailCarrier(smtp(Security.NONE, stub.port()), templates(), doorways, CLOCK)) {
      carrier.carry(parcel("convocation:1", letter));
    }
    MimeMessage message = read(0);
    String address = "greffier+" + token + "@exemple.ca";
    assertThat(message.getReplyTo()[0].toString()).contains(address);
    assertThat(message.getHeader("Auto-Submitted")).isNull();
    MimeMultipart mixed = (MimeMultipart) message.getContent();
    assertThat(mixed.getContentType()).startsWith("multipart/mixed");
    MimeMultipart alternatives = (MimeMultipart) mixed.getBodyPart(0).getContent();
    MimeBodyPart calendar = (MimeBodyPart) alternatives.getBodyPart(2);
    assertThat(calendar.getContentType()).isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
    MimeBodyPart invite = (MimeBodyPart) mixed.getBodyPart(1);
    assertThat(invite.getFileName()).isEqualTo("invite.ics");
    assertThat(invite.getContentType()).startsWith("application/ics");
    assertThat(invite.getEncoding()).isEqualTo("base64");
    assertThat(invite.getInputStream().readAllBytes())
        .isEqualTo(calendar.getInputStream().readAllBytes());
    assertThat(
            new String(invite.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replace("\r\n ", ""))
        .contains("ORGANIZER:mailto:" + address);
    assertThat(stub.letters.getFirst()).contains("filename*=UTF-8''Ordre%20du%20jour%20d%E2%80%99");
    assertThat(((MimeBodyPart) mixed.getBodyPart(2)).getDescription()).isEqualTo("L’ordre du jour");
    assertThat(stub.letters.getFirst()).doesNotContain("X-Mailer");
  }

  @Test
  void a_picture_that_the_words_show_comes_along_beside_them() throws Exception {
    Letter letter =
        letter(LetterClass.AVIS)
            .enclosing(new Enclosure("budget.png", "image/png", new byte[] {9}, "Le budget", true));
    MimeMultipart alternatives = (MimeMultipart) sent(letter).getContent();
    assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
    MimeMultipart related = (MimeMultipart) alternatives.getBodyPart(1).getContent();
    assertThat(related.getContentType()).startsWith("multipart/related");
    assertThat(related.getBodyPart(0).getContentType()).startsWith("text/html");
    MimeBodyPart picture = (MimeBodyPart) related.getBodyPart(1);
    assertThat(picture.getContentID()).isEqualTo("<budget.png@greffier>");
    assertThat(picture.getDisposition()).isEqualTo("inline");
    assertThat(picture.getDescription()).isEqualTo("Le budget");
    assertThat(picture.getInputStream().readAllBytes()).containsExactly(9);
  }

  @Test
  void a_newsletter_can_be_left_in_one_click_and_does_not_pretend_to_be_automatic()
      throws Exception {
    Letter letter = letter(LetterClass.INFOLETTRE).unsubscribing("abonnement:17");
    MimeMessage message = sent(letter);
    String token = tokens().of("abonnement:17");
    assertThat(message.getHeader("List-Unsubscribe"))
        .containsExactly("<https://greffier.exemple.ca/u/" + token + ">");
    assertThat(message.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(message.getHeader("List-Id")).containsExactly("<infolettre.exemple.ca>");
    assertThat(message.getHeader("List-Post")).containsExactly("NO");
    assertThat(message.getHeader("Auto-Submitted")).isNull();
  }

  @Test
  void an_answer_to_a_mail_has_an_empty_return_path() throws Exception {
    Letter letter =
        Letter.of(
            LetterClass.ACCUSE,
            "marie@exemple.ca",
            "Marie",
            Language.FRENCH,
            "reponse-refus",
            Map.of("original", "x", "reason", "y", "words", "", "inReplyTo", "<abc@exemple.ca>"));
    MimeMessage message = sent(letter);
    assertThat(stub.commands).contains("MAIL FROM:<>");
    assertThat(header(message, "Auto-Submitted")).isEqualTo("auto-replied");
    assertThat(header(message, "In-Reply-To")).isEqualTo("<abc@exemple.ca>");
  }

  @Test
  void nothing_in_a_letter_can_add_a_header() throws Exception {
    String evil = "Marie\r\nBcc: tous@exemple.ca\r\n\r\nbonjour";
    Letter letter =
        new Letter(
            LetterClass.ACCUSE,
            "marie@exemple.ca",
            evil,
            Language.FRENCH,
            "reponse-refus",
            Map.of(
                "original",
                evil,
                "reason",
                evil,
                "words",
                evil,
                "inReplyTo",
                "<a@b>\r\nBcc: x@y.ca"),
            null,
            null,
            List.of(new Enclosure("a\r\nBcc: x@y.ca", "text/plain", new byte[0], evil)),
            null);
    MimeMessage message = sent(letter);
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getHeader("In-Reply-To")).isNull();
    assertThat(message.getAllRecipients()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 450 4.2.1 greylisted, false",
    "RCPT, 452 4.2.2 full, false",
    "MAIL, 451 4.3.0 later, false",
    "BODY, 451 4.7.1 later, false",
    "BODY, 421 4.3.2 shutting down, false",
    "CONNECT, 554 5.3.2 no service, false",
    "MAIL, 530 5.7.0 authenticate first, false",
    "MAIL, 421 4.7.0 too fast, false",
    "RCPT, 550 5.1.1 unknown, true",
    "RCPT, 550 no such user, true",
    "RCPT, 554 5.7.1 relay denied, true",
    "BODY, 554 5.7.1 spam, true",
    "MAIL, 552 5.3.4 too big, true",
  })
  void what_the_server_refuses_is_for_now_or_for_good(String at, String answer, boolean forGood)
      throws Exception {
    stub.answering(at, answer);
    try (MailCarrier carrier = carrier(Security.NONE, stub.port())) {
      assertThatThrownBy(() -> carrier.carry(parcel("a", letter(LetterClass.AVIS))))
          .isInstanceOf(forGood ? Never.class : Later.class)
          .hasMessageContaining(answer.substring(0, 3));
      assertThat(carrier.carry(parcel("b", letter(LetterClass.AVIS)))).startsWith("250");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 unknown, true",
    "RCPT, 550 no such user, true",
    "RCPT, 553-5.1.2 no such domain, true",
    "BODY, 550 5.1.1 unknown, true",
    "RCPT, 554 5.7.1 relay denied, false",
    "RCPT, 550 5.7.1 blocked, false",
    "BODY, 554 5.7.1 spam, false",
  })
  void only_a_refusal_of_the_mailbox_kills_the_address(String at, String answer, boolean dead)
      throws Exception {
    stub.answering(at, answer.replace("553-5.1.2", "553-5.1.2 see\r\n553 5.1.2"));
    try (MailCarrier carrier = carrier(Security.NONE, stub.port())) {
      Never never =
          catchThrowableOfType(
              Never.class, () -> carrier.carry(parcel("a", letter(LetterClass.AVIS))));
      assertThat(never.isAddressDead()).isEqualTo(dead);
    }
  }

  @ParameterizedTest
  @CsvSource({"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "BODY"})
  void a_server_that_hangs_up_is_tried_again_later(String at) throws Exception {
    stub.answering(at, SmtpStub.HANG_UP);
    // Angus says HELO when EHLO fails; a line that is gone stays gone
    try (MailCarrier carrier = carrier(Security.NONE, stub.port())) {
      assertThatThrownBy(() -> carrier.carry(parcel("a", letter(LetterClass.AVIS))))
          .isInstanceOf(Later.class);
      assertThat(carrier.carry(parcel("a", letter(LetterClass.AVIS)))).startsWith("250");
    }
  }

  @Test
  void nobody_there_is_later() throws Exception {
    stub.close();
    try (MailCarrier carrier = carrier(Security.NONE, stub.port())) {
      assertThatThrownBy(() -> carrier.carry(parcel("a", letter(LetterClass.AVIS))))
          .isInstanceOf(Later.class);
      assertThatThrownBy(carrier::tryOut).isInstanceOf(Later.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pas une adresse",
    "zoé@exemple.ca",
    "a@[127.0.0.1]",
    "a@b",
    "'a@exemple.ca, b@exemple.ca'"
  })
  void what_is_no_address_never_leaves(String address) throws Exception {
    Letter letter = Letter.of(LetterClass.AVIS, address, "x", Language.FRENCH, "code", DATA);
    try (MailCarrier carrier = carrier(Security.NONE, stub.port())) {
      assertThatThrownBy(() -> carrier.carry(parcel("a", letter))).isInstanceOf(Never.class);
    }
    assertThat(stub.connections).hasValue(0);
  }

  @Test
  void starttls_is_used_before_anything_is_said(@TempDir Path folder) throws Exception {
    TestTls tls = TestTls.create(folder);
    try (SmtpStub secured = new SmtpStub(tls.server());
        MailCarrier carrier =
            carrier(Security.STARTTLS, secured.port(), tls.client().getSocketFactory())) {
      carrier.carry(parcel("a", letter(LetterClass.AVIS)));
      assertThat(secured.commands.subList(0, 3))
          .containsExactly("EHLO exemple.ca", "STARTTLS", "EHLO exemple.ca");
      assertThat(secured.letters).hasSize(1);
    }
  }

  @Test
  void a_certificate_that_nobody_trusts_is_refused(@TempDir Path folder) throws Exception {
    TestTls tls = TestTls.create(folder);
    try (SmtpStub secured = new SmtpStub(tls.server());
        MailCarrier carrier = carrier(Security.STARTTLS, secured.port())) {
      assertThatThrownBy(() -> carrier.carry(parcel("a", letter(LetterClass.AVIS))))
          .isInstanceOf(Later.class);
      assertThat(secured.letters).isEmpty();
      assertThat(secured.commands).noneMatch(command -> command.startsWith("MAIL"));
    }
  }

  @Test
  void a_server_that_does_not_offer_starttls_gets_nothing() throws Exception {
    try (MailCarrier carrier = carrier(Security.STARTTLS, stub.port())) {
      assertThatThrownBy(() -> carrier.carry(parcel("a", letter(LetterClass.AVIS))))
          .isInstanceOf(Later.class)
          .hasMessageContaining("STARTTLS");
      assertThat(stub.commands).noneMatch(command -> command.startsWith("MAIL"));
    }
  }

  @Test
  void posts_are_for_another_door() throws Exception {
    try (MailCarrier carrier = carrier(Security.NONE, stub.port())) {
      assertThat(carrier.carries(Post.of("1", "x"))).isFalse();
    }
  }

  private MimeMessage sent(Letter letter) throws Exception {
    try (MailCarrier carrier = carrier(Security.NONE, stub.port())) {
      carrier.carry(parcel("essai", letter));
    }
    return read(0);
  }

  private MimeMessage read(int index) throws Exception {
    byte[] bytes = stub.letters.get(index).getBytes(StandardCharsets.UTF_8);
    return new MimeMessage(null, new ByteArrayInputStream(bytes));
  }

  private static MailCarrier carrier(Security security, int port) {
    return carrier(security, port, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  private static MailCarrier carrier(Security security, int port, SSLSocketFactory tls) {
    return new MailCarrier(smtp(security, port), templates(), doorways(), CLOCK, tls);
  }

  private static Smtp smtp(Security security, int port) {
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
        null);
  }

  private static Templates templates() {
    return new Templates(Messages.load(ZoneId.of("America/Toronto")), ORGANISATION, WEB, null);
  }

  private static Doorways doorways() {
    return new Doorways(new Asks(STORE.jdbi(), tokens(), CLOCK), tokens(), WEB);
  }

  private static Tokens tokens() {
    return new Tokens(new byte[32]);
  }

  private static Parcel parcel(String onceKey, Letter letter) {
    return new Parcel(new ParcelId(1), onceKey, 1, letter);
  }

  private static Letter letter(LetterClass letterClass) {
    return Letter.of(
        letterClass, "marie@exemple.ca", "Marie Tremblay", Language.FRENCH, "code", DATA);
  }

  private static String header(MimeMessage message, String name) throws Exception {
    return message.getHeader(name, null);
  }
}
