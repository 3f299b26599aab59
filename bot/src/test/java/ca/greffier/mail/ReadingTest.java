package ca.greffier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";
  private static final String TO = "To: Greffier <greffier+" + TOKEN + "@example.org>\n";
  private static final String HEADERS = "From: Jeanne Roy <jeanne@example.org>\n" + TO;
  private static final String INVITATION =
      """
      BEGIN:VCALENDAR
      METHOD:REPLY
      BEGIN:VEVENT
      UID:rencontre-7@example.org
      ORGANIZER:mailto:greffier+%s@example.org
      ATTENDEE;CN="Roy; Jeanne";PARTSTAT=accepted;SENT-BY="mailto:adjoint@
       example.org":MAILTO:jeanne@example.org
      SEQUENCE:2
      DTSTAMP:20261124T150500Z
      END:VEVENT
      END:VCALENDAR
      """
          .formatted(TOKEN);

  @Test
  void an_answer_is_the_words_above_the_quote() {
    assertThat(read(HEADERS + "\nOui, j’y serai.\n\n> Serez-vous là ?\n"))
        .isInstanceOfSatisfying(
            Reading.Answer.class,
            answer -> {
              assertThat(answer.from()).isEqualTo("jeanne@example.org");
              assertThat(answer.words()).isEqualTo("Oui, j’y serai.");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"To", "Cc", "Delivered-To", "X-Original-To"})
  void the_token_is_found_wherever_the_servers_left_it_and_in_any_case(String header) {
    String address = "GREFFIER+" + TOKEN.toUpperCase(Locale.ROOT) + "@EXAMPLE.ORG";
    String mail =
        "From: jeanne@example.org\n" + header + ": x@example.org, " + address + "\n\nOui\n";
    assertThat(token(mail)).contains(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "greffier@example.org",
        "greffier+abc@example.org",
        "autre.greffier+" + TOKEN + "@example.org",
        "greffier+" + TOKEN + "a@example.org"
      })
  void an_address_without_a_token_of_ours_has_none(String address) {
    assertThat(token("From: jeanne@example.org\nTo: " + address + "\n\nOui\n")).isEmpty();
  }

  @Test
  void a_mail_without_words_is_for_a_human() {
    assertThat(read(HEADERS + "\n\n> Serez-vous là ?\n"))
        .isEqualTo(new Reading.Unreadable("mail.unread.empty"));
  }

  @Test
  void the_plain_alternative_is_preferred_and_attachments_are_not_words() {
    assertThat(
            words(
                """
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain

                Non.
                --a
                Content-Type: text/html

                <p>Non en HTML</p>
                --a--
                --m
                Content-Type: text/plain; name=notes.txt
                Content-Disposition: attachment; filename=notes.txt

                Des notes.
                --m--
                """))
        .isEqualTo("Non.");
  }

  @Test
  void a_mail_in_html_only_is_read_as_text() {
    assertThat(
            words(
                """
                Content-Type: text/html; charset=utf-8

                <html><head><style>p { color: red }</style></head><body>
                <div style="display:none">caché</div>
                <p>Mandat&nbsp;: <b>80</b>&#160;%</p><ul><li>un retard</li><li>un bris</li></ul>
                <div class="gmail_quote"><div>Le mar. 24 nov. 2026 à 10:05, Greffier
                &lt;greffier@example.org&gt; a écrit&nbsp;:<br></div>
                <blockquote><p>Où en êtes-vous&nbsp;?</p><blockquote>plus ancien</blockquote></blockquote></div>
                </body></html>
                """))
        .isEqualTo("Mandat : 80 %\n\n- un retard\n- un bris");
  }

  @Test
  void outlook_html_stops_at_its_block_of_headers() {
    assertThat(
            words(
                """
                Content-Type: text/html

                <p>Tout va bien.</p><hr><div><b>De :</b> Greffier &lt;greffier@example.org><br>
                <b>Envoyé :</b> 24 novembre 2026 10:05<br><b>À :</b> Jeanne<br>
                <b>Objet :</b> Suivi</div><div>Où en êtes-vous ?</div>
                """))
        .isEqualTo("Tout va bien.");
  }

  @Test
  void folded_lines_become_whole_again() {
    assertThat(
            words(
                "Content-Type: text/plain; format=flowed\n\n"
                    + "Les essais sont \nfinis.\n\n Deux retards.\n> Où en \n> êtes-vous ?\n"))
        .isEqualTo("Les essais sont finis.\n\nDeux retards.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-inconnu", "us-ascii", "utf-8", "\"\"", "iso-8859-1", "windows-1252"})
  void a_wrong_or_unknown_charset_does_not_lose_the_words(String charset) {
    String mail = HEADERS + "Content-Type: text/plain; charset=" + charset + "\n\nDéjà prêt\n";
    byte[] raw = mail.getBytes(Charset.forName("windows-1252"));
    assertThat(ReadMail.of(raw).text()).isEqualTo("Déjà prêt");
  }

  @Test
  void broken_encodings_keep_what_can_be_kept() {
    String base64 =
        Base64.getEncoder().encodeToString("Oui, avec plaisir.".getBytes(StandardCharsets.UTF_8));
    assertThat(words("Content-Transfer-Encoding: base64\n\n" + base64 + "\n@@@\n"))
        .startsWith("Oui, avec plais");
    assertThat(words("Content-Transfer-Encoding: x-uu\n\nOui\n")).isEqualTo("Oui");
    assertThat(words("Content-Type: multipart/mixed; boundary=z\n\nOui\n")).isEqualTo("Oui");
    assertThat(words("Content-Type: ;;;\n\nOui\n")).isEqualTo("Oui");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied (vacation)",
        "Precedence: bulk",
        "Precedence: auto_reply",
        "X-Autoreply: yes",
        "X-Autorespond: vacances",
        "List-Id: <liste.example.org>",
        "Return-Path: <>",
        "X-Auto-Response-Suppress: All",
        "Subject: Réponse automatique : Suivi",
        "Subject: =?utf-8?q?R=C3=A9ponse_automatique_:_Suivi?=",
        "Subject: Absence du bureau",
        "Subject: Out of Office: Suivi",
        "Subject: Automatic reply: Suivi",
        "Subject: [EXTERNE] Message d'absence",
        "Subject: Undeliverable: Suivi",
        "Content-Type: multipart/report; report-type=x; boundary=x"
      })
  void a_program_that_answers_by_itself_is_recognised(String sign) {
    String name = sign.substring(0, sign.indexOf(':'));
    assertThat(read(HEADERS + sign + "\n\nJe suis absente.\n"))
        .isEqualTo(new Reading.AutoReply(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: no",
        "Precedence: normal",
        "Return-Path: <jeanne@example.org>",
        "Subject: Re: Réponse automatique",
        "Subject: Absences du mois"
      })
  void a_person_is_not_taken_for_a_program(String header) {
    assertThat(words(header + "\n\nOui\n")).isEqualTo("Oui");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/calendar; method=REPLY",
        "Content-Type: text/calendar",
        "Content-Type: application/ics\nContent-Disposition: attachment; filename=invite.ics",
        "Auto-Submitted: auto-generated\nContent-Type: text/calendar; method=REPLY"
      })
  void a_calendar_reply_is_read_even_without_its_method_parameter(String type) {
    assertThat(read(HEADERS + type + "\n\n" + INVITATION))
        .isInstanceOfSatisfying(
            Reading.CalendarMail.class,
            reply -> {
              assertThat(reply.from()).isEqualTo("jeanne@example.org");
              assertThat(reply.method()).isEqualTo("REPLY");
              assertThat(reply.attendee()).isEqualTo("jeanne@example.org");
              assertThat(reply.partstat()).isEqualTo("ACCEPTED");
              assertThat(reply.sequence()).isEqualTo(2);
              assertThat(reply.stamp()).isEqualTo(Instant.parse("2026-11-24T15:05:00Z"));
              assertThat(reply.uid()).isEqualTo("rencontre-7@example.org");
            });
  }

  @Test
  void a_calendar_reply_sent_elsewhere_keeps_the_token_of_its_organizer() {
    String mail = "From: jeanne@example.org\nTo: x@example.org\nContent-Type: text/calendar\n\n";
    assertThat(token(mail + INVITATION)).contains(TOKEN);
  }

  @Test
  void an_invitation_is_not_a_reply() {
    String request = INVITATION.replace("METHOD:REPLY", "METHOD:REQUEST");
    assertThat(read(HEADERS + "Content-Type: text/calendar\n\n" + request))
        .isInstanceOfSatisfying(
            Reading.CalendarMail.class, mail -> assertThat(mail.method()).isEqualTo("REQUEST"));
  }

  @Test
  void a_bounce_names_who_is_unreachable_and_which_letter_came_back() {
    assertThat(read(report("Action: failed\nStatus: 5.1.1")))
        .isEqualTo(
            new Reading.Bounce(
                List.of(
                    new Reading.Delivery(
                        "l.gagnon@mx.example.net",
                        "louis@example.org",
                        Reading.Action.FAILED,
                        "5.1.1",
                        true)),
                Optional.of("lettre-3@example.org")));
  }

  @Test
  void giving_up_after_a_while_is_not_for_good() {
    assertThat(read(report("Action: failed\nStatus: 4.4.7")))
        .isInstanceOfSatisfying(
            Reading.Bounce.class,
            bounce ->
                assertThat(bounce.failed())
                    .extracting(Reading.Delivery::written, Reading.Delivery::permanent)
                    .containsExactly(tuple("louis@example.org", false)));
  }

  @Test
  void a_delay_is_not_a_failure() {
    assertThat(read(report("Action: delayed\nStatus: 4.4.1")))
        .isInstanceOfSatisfying(
            Reading.Bounce.class,
            bounce -> {
              assertThat(bounce.recipients())
                  .extracting(Reading.Delivery::action)
                  .containsExactly(Reading.Action.DELAYED);
              assertThat(bounce.failed()).isEmpty();
            });
  }

  @Test
  void a_letter_handed_over_is_a_receipt() {
    assertThat(read(report("Action: relayed\nStatus: 2.0.0")))
        .isInstanceOfSatisfying(
            Reading.Receipt.class, receipt -> assertThat(receipt.why()).isEqualTo("relayed"));
  }

  @Test
  void a_complaint_names_who_does_not_want_our_letters() {
    String mail =
        """
        From: plaintes@example.net
        Content-Type: multipart/report; report-type=feedback-report; boundary="r"

        --r

        Voici une plainte.
        --r
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        Version: 1
        Original-Rcpt-To: louis@example.org

        --r
        Content-Type: message/rfc822

        Message-ID: <lettre-3@example.org>
        To: louis@example.org

        Bonjour
        --r--
        """;
    assertThat(read(mail))
        .isInstanceOfSatisfying(
            Reading.Complaint.class,
            complaint -> {
              assertThat(complaint.originalId()).contains("lettre-3@example.org");
              assertThat(complaint.recipients())
                  .extracting(Reading.Delivery::address)
                  .containsExactly("louis@example.org");
            });
  }

  @Test
  void a_server_that_follows_no_standard_is_understood_when_it_is_clear() {
    assertThat(
            read(
                """
                From: MAILER-DAEMON@mx.example.net
                To: greffier@example.org
                Subject: failure notice

                Hi. This is the qmail-send program at mx.example.net.
                I'm afraid I wasn't able to deliver your message to the following addresses.
                This is a permanent error; I've given up. Sorry it didn't work out.

                <louis@example.org>:
                192.0.2.1 does not like recipient.
                Remote host said: 550 5.1.1 User unknown

                --- Below this line is a copy of the message.

                Message-ID: <lettre-3@example.org>
                From: greffier@example.org
                To: jeanne@example.org
                """))
        .isEqualTo(
            new Reading.Bounce(
                List.of(
                    new Reading.Delivery(
                        "louis@example.org",
                        "louis@example.org",
                        Reading.Action.FAILED,
                        "5.1.1",
                        true)),
                Optional.of("lettre-3@example.org")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pour toute question, écrivez à aide@example.net.",
        "For further assistance, please contact <support@example.net>",
        "Your message From: greffier@example.org was not delivered",
        "The message sent by jeanne@example.net failed"
      })
  void nobody_is_blamed_when_the_server_does_not_say_who(String line) {
    String mail =
        "From: postmaster@example.net\nSubject: Undeliverable\nTo: greffier@example.org\n\n";
    assertThat(read(mail + line + "\n"))
        .isInstanceOfSatisfying(
            Reading.Bounce.class, bounce -> assertThat(bounce.recipients()).isEmpty());
  }

  @Test
  void a_person_who_writes_about_your_message_is_no_server() {
    assertThat(
            read(
                """
                From: jeanne@example.org
                Subject: Your message of Monday

                Oui, nous y serons.
                louise@example.org
                """))
        .isInstanceOf(Reading.Answer.class);
  }

  @Test
  void a_page_without_headers_is_read_as_a_page() {
    assertThat(
            ReadMail.of(
                "<html><body><p>Oui&nbsp;!</p></body></html>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new ReadMail(new Reading.Answer(", , , , , ", "", "Oui !"), "Oui !"));
  }

  @Test
  void words_above_a_block_of_headers_are_words() {
    assertThat(
            ReadMail.of(
                    "Oui.\nFrom: Greffier\nTo: Jeanne\nSubject: x\n\nQuoi\n"
                        .getBytes(StandardCharsets.UTF_8))
                .text())
        .isEqualTo("Oui.");
  }

  @Test
  void words_without_headers_are_words() {
    assertThat(read("Oui, d’accord.\nJeanne : merci\n\nÀ demain\n"))
        .isInstanceOfSatisfying(
            Reading.Answer.class,
            answer ->
                assertThat(answer.words()).isEqualTo("Oui, d’accord.\nJeanne : merci\n\nÀ demain"));
  }

  @Test
  void a_receipt_says_what_was_done() {
    assertThat(
            read(
                HEADERS
                    + """
                    Content-Type: multipart/report; report-type=disposition-notification; boundary=r

                    --r

                    Lu.
                    --r
                    Content-Type: message/disposition-notification

                    Final-Recipient: rfc822;jeanne@example.org
                    Disposition: manual-action/MDN-sent-manually; displayed
                    --r--
                    """))
        .isEqualTo(new Reading.Receipt("displayed", List.of()));
  }

  @Test
  void a_bounce_somebody_forwards_is_not_a_bounce() {
    String forwarded = report("Action: failed\nStatus: 5.1.1");
    assertThat(
            words(
                "Content-Type: multipart/mixed; boundary=f\n\n--f\n\nQue faire ?\n--f\n"
                    + "Content-Type: message/rfc822\n\n"
                    + forwarded
                    + "\n--f--\n"))
        .isEqualTo("Que faire ?");
  }

  @Test
  void a_mail_beyond_the_bounds_is_for_a_human() {
    Reading large = new Reading.Unreadable("mail.unread.large");
    assertThat(read(HEADERS + "\n" + "x".repeat(10 * 1024 * 1024))).isEqualTo(large);
    assertThat(read(HEADERS + "X: y\n".repeat(3_000) + "\nOui\n")).isEqualTo(large);
    assertThat(read(HEADERS + "\n" + "\n".repeat(300_000))).isEqualTo(large);
    assertThat(
            read(
                HEADERS
                    + "Content-Type: multipart/mixed; boundary=b\n\n"
                    + "--b\n\n".repeat(3_000)))
        .isEqualTo(large);
  }

  @Test
  void parts_within_parts_without_end_are_left_unread() {
    StringBuilder mail = new StringBuilder(HEADERS);
    for (int i = 0; i < 200; i++)
      mail.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
    assertThat(read(mail + "\nOui\n")).isEqualTo(new Reading.Unreadable("mail.unread.empty"));
  }

  @Test
  void noise_never_throws() {
    Random random = new Random(7);
    byte[] mail = report("Action: failed\nStatus: 5.1.1").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = mail.clone();
      for (int j = 0; j < 12; j++)
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      assertThat(ReadMail.of(damaged)).isNotNull();
    }
    assertThat(ReadMail.of(new byte[0]).reading()).isInstanceOf(Reading.Unreadable.class);
  }

  private static String report(String fields) {
    return """
    Return-Path: <>
    From: MAILER-DAEMON@example.net
    To: greffier@example.org
    Content-Type: multipart/report; report-type=delivery-status; boundary="r"

    --r

    Désolé.
    --r
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example.net

    Final-Recipient: rfc822; l.gagnon@mx.example.net
    Original-Recipient: rfc822;louis@example.org
    %s

    --r
    Content-Type: message/rfc822

    Message-ID: <lettre-3@example.org>
    To: louis@example.org

    Bonjour
    --r--
    """
        .formatted(fields);
  }

  private static String words(String rest) {
    Reading found = read(HEADERS + rest);
    assertThat(found).isInstanceOf(Reading.Answer.class);
    return ((Reading.Answer) found).words();
  }

  private static Reading read(String mail) {
    return ReadMail.of(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)).reading();
  }

  private static Optional<String> token(String mail) {
    return new Addresses("greffier@example.org", "greffier@example.org")
        .tokenIn(
            switch (read(mail)) {
              case Reading.Answer answer -> answer.to();
              case Reading.CalendarMail calendar -> calendar.to();
              default -> "";
            });
  }
}
