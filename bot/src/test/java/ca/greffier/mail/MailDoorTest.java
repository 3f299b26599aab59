package ca.greffier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.greffier.command.Actor;
import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Identity;
import ca.greffier.command.Kinds;
import ca.greffier.command.Need;
import ca.greffier.command.Param;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Tokens;
import ca.greffier.command.Who;
import ca.greffier.config.Imap;
import ca.greffier.config.Organisation;
import ca.greffier.config.Secret;
import ca.greffier.config.Security;
import ca.greffier.config.Smtp;
import ca.greffier.house.CommandWords;
import ca.greffier.house.TestStore;
import ca.greffier.newsletter.Withdrawal;
import ca.greffier.outbox.Campaigns;
import ca.greffier.outbox.Cause;
import ca.greffier.outbox.Dispatch;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Returns;
import ca.greffier.outbox.Suppressions;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter goes out by SMTP, an answer comes in by IMAP, and a command is run. */
class MailDoorTest {
  private static final Instant NOW = Instant.parse("2026-11-25T14:30:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final String HOUSE = "greffier@exemple.ca";
  private static final String MARIE = "marie@exemple.ca";
  private static final PersonId PERSON = new PersonId(7);
  private static final URI WEB = URI.create("https://greffier.exemple.ca");
  private static final Messages MESSAGES = Messages.load(ZoneId.of("America/Toronto"));

  private final Store store = TestStore.fresh();
  private final Tokens tokens = new Tokens(new byte[32]);
  private final Asks asks = new Asks(store.jdbi(), tokens, CLOCK);
  private final Outbox outbox = new Outbox(store.jdbi(), CLOCK);
  private final Suppressions suppressions = new Suppressions(store.jdbi());
  private final Campaigns campaigns = new Campaigns(store.jdbi(), CLOCK);
  private final Kinds kinds = new Kinds(MESSAGES, CLOCK);
  private final List<Map<String, String>> answers = new CopyOnWriteArrayList<>();
  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP)
          });
  private final MailCommands commands = new MailCommands(store.jdbi(), kinds);
  private final Desk desk = desk();
  private final MailDoor door =
      new MailDoor(
          store.jdbi(),
          desk,
          new OnePerson(),
          outbox,
          suppressions,
          new Withdrawal(store.jdbi(), outbox, campaigns),
          new Addresses(HOUSE, HOUSE),
          MESSAGES,
          CLOCK);

  @BeforeEach
  void open() {
    server.start();
    server.setUser(HOUSE, HOUSE, "secret");
    server.setUser(MARIE, MARIE, "secret");
  }

  @AfterEach
  void close() {
    server.stop();
  }

  @Test
  void a_letter_goes_out_and_its_answer_comes_back_by_idle() throws Exception {
    AskId ask = ask("un");
    outbox.put("question:1", letter().asking(ask));
    try (MailCarrier carrier = carrier()) {
      new Dispatch(store.jdbi(), suppressions, List.of(carrier), CLOCK).run(NOW);
    }
    MimeMessage letter = server.getReceivedMessagesForDomain(MARIE)[0];
    String replyTo = ((InternetAddress) letter.getReplyTo()[0]).getAddress();
    try (MailReader reader = new MailReader(imap(), door)) {
      reader.start();
      deliver(
          mail(
              replyTo,
              MARIE,
              "<r1@exemple.ca>",
              "Oui!\r\n\r\n"
                  + "Le 25 nov. 2026 à 9:30, Greffier <g@exemple.ca> a écrit :\r\n"
                  + "> Bonjour\r\n"));
      await().atMost(Duration.ofSeconds(20)).until(() -> answers.size() == 1);
      deliver(mail(replyTo, MARIE, "<r2@exemple.ca>", "Non"));
      await().atMost(Duration.ofSeconds(20)).until(() -> answers.size() == 2);
    }
    assertThat(answers).extracting(given -> given.get("envoi")).containsExactly("Oui", "Non");
    assertThat(states()).containsExactly("done", "done");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_mailbox_is_looked_at_again_and_again_with_or_without_idle(boolean idle)
      throws Exception {
    String replyTo = replyTo(ask("un"));
    try (MailReader reader = new MailReader(imap(idle, Duration.ofSeconds(1)), door)) {
      reader.start();
      deliver(mail(replyTo, MARIE, "<p1@exemple.ca>", "Oui"));
      await().atMost(Duration.ofSeconds(20)).until(() -> answers.size() == 1);
      await().pollDelay(Duration.ofMillis(2500)).until(() -> true);
      deliver(mail(replyTo, MARIE, "<p2@exemple.ca>", "Non"));
      await().atMost(Duration.ofSeconds(20)).until(() -> answers.size() == 2);
    }
  }

  @Test
  void the_same_mail_twice_is_one_answer() {
    String to = replyTo(ask("un"));
    byte[] mail = mail(to, MARIE, "<a@exemple.ca>", "oui");
    door.receive(mail);
    door.receive(mail);
    assertThat(answers).hasSize(1);
    door.receive(mail(to, MARIE, "<a@exemple.ca>", "non"));
    assertThat(answers).hasSize(2);
  }

  @Test
  void a_greeting_above_the_answer_is_not_the_answer() {
    String to = replyTo(ask("un"));
    door.receive(mail(to, MARIE, "<a@exemple.ca>", "Bonjour Greffier,\r\n\r\nOui.\r\n\r\nMarie"));
    door.receive(mail(to, MARIE, "<b@exemple.ca>", "Good morning!\r\nNo."));
    door.receive(mail(to, MARIE, "<c@exemple.ca>", "Bonjour!"));
    assertThat(answers).extracting(given -> given.get("envoi")).containsExactly("Oui", "No");
  }

  @Test
  void several_blanks_are_filled_by_labelled_lines_or_get_the_form_once() throws Exception {
    AskId ask = ask("deux");
    door.receive(mail(replyTo(ask), MARIE, "<a@exemple.ca>", "Tout va bien"));
    door.receive(mail(replyTo(ask), MARIE, "<a@exemple.ca>", "Tout va bien"));
    assertThat(answers).isEmpty();
    assertThat(states()).containsExactly("answered");
    assertThat(outboxCount()).isEqualTo(1);
    door.receive(mail(replyTo(ask), MARIE, "<b@exemple.ca>", "envoi : oui\r\nrecu = 12"));
    assertThat(answers)
        .singleElement()
        .satisfies(given -> assertThat(given).containsEntry("recu", "12"));
  }

  @Test
  void what_was_understood_is_kept_when_a_question_is_left() {
    AskId ask = ask("trois");
    door.receive(
        mail(replyTo(ask), MARIE, "<a@exemple.ca>", "État : bloqué\r\n\r\nNous attendons."));
    assertThat(answers).isEmpty();
    AskId rest = new AskId(ask.value() + 1);
    assertThat(asks.find(rest).orElseThrow().given())
        .isEqualTo(Map.of("etat", "bloque", "texte", "Nous attendons."));
    door.receive(mail(replyTo(rest), MARIE, "<b@exemple.ca>", "Le contrat de Nordet."));
    assertThat(answers)
        .containsExactly(
            Map.of(
                "etat", "bloque", "texte", "Nous attendons.", "blocage", "Le contrat de Nordet."));
  }

  @Test
  void a_refusal_is_answered_with_its_reason() throws Exception {
    door.receive(mail(replyTo(ask("un")), MARIE, "<a@exemple.ca>", "peut-être"));
    assertThat(states()).containsExactly("answered");
    // GreenMail refuses the empty return path of RFC 3834, which every real server must take
    MimeMessage letter;
    try (SmtpStub stub = new SmtpStub(null);
        MailCarrier carrier = carrier(stub.port())) {
      new Dispatch(store.jdbi(), suppressions, List.of(carrier), CLOCK).run(NOW);
      byte[] raw = stub.letters.getFirst().getBytes(StandardCharsets.UTF_8);
      letter = new MimeMessage(null, new ByteArrayInputStream(raw));
    }
    assertThat(letter.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
    assertThat(letter.getHeader("In-Reply-To", null)).isEqualTo("<a@exemple.ca>");
    assertThat(letter.getSubject()).isEqualTo("Re: Question");
  }

  @Test
  void programs_are_never_answered_and_correspondents_not_without_end() {
    String to = replyTo(ask("un"));
    byte[] vacation =
        ("Auto-Submitted: auto-replied\r\n"
                + new String(mail(to, MARIE, "<v@exemple.ca>", "Absente"), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    door.receive(vacation);
    assertThat(states()).containsExactly("ignored");
    for (int i = 0; i < 7; i++) door.receive(mail(to, MARIE, "<" + i + "@exemple.ca>", "bof " + i));
    assertThat(outboxCount()).isEqualTo(5);
    assertThat(states()).filteredOn("human"::equals).hasSize(2);
  }

  @Test
  void what_nobody_understands_waits_for_a_human() {
    door.receive(mail(HOUSE, MARIE, "<a@exemple.ca>", "Bonjour"));
    door.receive("\0\1\2 rien".getBytes(StandardCharsets.UTF_8));
    assertThat(states()).containsExactly("human", "human");
    CommandWords.check(new Commands(commands.all()), MESSAGES);
    Reply list = commands.all().get(0).action().run(call(Map.of()));
    assertThat(((Reply.Table) list).rows()).hasSize(2);
    assertThat(commands.all().get(1).action().run(call(Map.of("recu", "1"))))
        .isInstanceOf(Reply.Together.class);
    commands.all().get(2).action().run(call(Map.of("recu", "1")));
    assertThat(states()).containsExactly("filed", "human");
  }

  @Test
  void a_bounce_kills_an_address_only_for_a_letter_of_ours() throws Exception {
    outbox.put("question:1", letter());
    door.receive(bounce("<forged@exemple.ca>"));
    assertThat(suppressions.has(MARIE)).isFalse();
    assertThat(states()).containsExactly("human");
    try (MailCarrier carrier = carrier()) {
      new Dispatch(store.jdbi(), suppressions, List.of(carrier), CLOCK).run(NOW);
    }
    door.receive(bounce(new Addresses(HOUSE, HOUSE).messageId("question:1")));
    assertThat(suppressions.has(MARIE)).isTrue();
  }

  @Test
  void a_bounce_that_comes_later_is_counted_with_its_campaign() throws Exception {
    campaigns.start(
        "infolettre:7",
        letter(),
        new Campaigns.Recipients(
            "SELECT 3 AS number, 'abonnement:3' AS thing, '"
                + MARIE
                + "' AS address, '' AS name, 'FRENCH' AS language, NULL AS zone",
            Map.of()),
        NOW);
    store.jdbi().useHandle(handle -> handle.execute("UPDATE campaign_letter SET state = 'sent'"));
    door.receive(bounce(new Addresses(HOUSE, HOUSE).messageId("infolettre:7:3")));
    assertThat(new Returns(store.jdbi()).undelivered("infolettre:7"))
        .containsExactly(Map.entry(Cause.UNKNOWN_ADDRESS, 1L));
    assertThat(suppressions.has(MARIE)).isTrue();
  }

  @Test
  void a_server_that_does_not_say_who_and_a_reader_who_complains_wait_for_a_human() {
    String server =
        "From: postmaster@exemple.ca\r\nSubject: Undeliverable mail\r\n\r\nIt failed.\r\n";
    String complaint =
        """
        From: plaintes@exemple.ca
        Content-Type: multipart/report; report-type=feedback-report; boundary="b"

        --b
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        Original-Rcpt-To: marie@exemple.ca

        --b--
        """;
    door.receive(server.getBytes(StandardCharsets.UTF_8));
    door.receive(complaint.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    List<String> reasons =
        store
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT state || ' ' || reason FROM mail_in ORDER BY id")
                        .mapTo(String.class)
                        .list());
    assertThat(reasons).containsExactly("human mail.human.nobody", "human mail.human.complaint");
    assertThat(suppressions.has(MARIE)).isFalse();
  }

  @Test
  void who_complains_of_a_letter_of_ours_leaves_every_list() {
    store
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createScript(
                        """
                        INSERT INTO newsletter (code, title) VALUES ('a', 'A'), ('b', 'B');
                        INSERT INTO subscriber (address, given_name, family_name, language,
                                                organisation)
                        VALUES ('marie@exemple.ca', 'M', 'R', 'FRENCH', ''),
                               ('autre@exemple.ca', 'A', 'R', 'FRENCH', '');
                        INSERT INTO subscription (newsletter, subscriber, basis, given_on,
                                                  evidence, invocation)
                        SELECT n.id, s.id, 'EXPRESS', '2026-01-01', 'x', 'x'
                        FROM newsletter n CROSS JOIN subscriber s
                        """)
                    .execute());
    String original = new Addresses(HOUSE, HOUSE).messageId("infolettre:1");
    complain("<quelconque@exemple.ca>");
    assertThat(left()).as("not a letter of ours").isZero();
    outbox.put("infolettre:1", letter());
    store.jdbi().useHandle(h -> h.execute("UPDATE outbox SET state = 'sent', settled_at = now()"));
    complain(original);
    assertThat(left()).isEqualTo(2);
    assertThat(states()).containsExactly("human", "done");
  }

  @Test
  void who_answers_an_issue_that_they_want_no_more_is_heeded() {
    store
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createScript(
                        """
                        INSERT INTO newsletter (code, title) VALUES ('a', 'A'), ('b', 'B');
                        INSERT INTO subscriber (address, given_name, family_name, language,
                                                organisation)
                        VALUES ('marie@exemple.ca', 'M', 'R', 'FRENCH', '');
                        INSERT INTO subscription (newsletter, subscriber, basis, given_on,
                                                  evidence, invocation)
                        SELECT n.id, s.id, 'EXPRESS', '2026-01-01', 'x', 'x'
                        FROM newsletter n CROSS JOIN subscriber s
                        """)
                    .execute());
    outbox.put("infolettre:5:1", letter());
    store.jdbi().useHandle(h -> h.execute("UPDATE outbox SET state = 'sent', settled_at = now()"));
    String original = new Addresses(HOUSE, HOUSE).messageId("infolettre:5:1");
    leaving("quelquun@exemple.ca", original, "Désabonnez-moi");
    leaving(MARIE, "<autre@exemple.ca>", "Désabonnez-moi svp");
    leaving(MARIE, original, "Merci pour les nouvelles, ne changez rien!");
    assertThat(left()).isZero();
    leaving(MARIE, original, "Svp me désabonner de cette liste");
    assertThat(left()).isEqualTo(1);
    assertThat(states()).containsExactly("human", "human", "human", "done");
  }

  private void leaving(String from, String original, String words) {
    String mail =
        """
        From: %s
        To: greffier@exemple.ca
        Subject: Re: Nouvelles
        In-Reply-To: %s
        Content-Type: text/plain; charset=UTF-8

        %s
        """
            .formatted(from, original, words);
    door.receive(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private void complain(String originalId) {
    String complaint =
        """
        From: plaintes@exemple.ca
        Content-Type: multipart/report; report-type=feedback-report; boundary="b"

        --b
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        Original-Rcpt-To: marie@exemple.ca

        --b
        Content-Type: message/rfc822

        Message-ID: %s
        From: greffier@exemple.ca
        To: marie@exemple.ca
        Subject: x

        x
        --b--
        """
            .formatted(originalId);
    door.receive(complaint.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private int left() {
    return store
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT count(*) FROM subscription WHERE unsubscribed_at IS NOT NULL")
                    .mapTo(int.class)
                    .one());
  }

  @Test
  void an_invitation_to_us_waits_for_a_human() {
    String invitation =
        """
        From: marie@exemple.ca
        To: greffier+%s@exemple.ca
        Content-Type: text/calendar; method=REQUEST

        BEGIN:VCALENDAR
        METHOD:REQUEST
        BEGIN:VEVENT
        UID:1
        END:VEVENT
        END:VCALENDAR
        """
            .formatted("a".repeat(32));
    door.receive(invitation.getBytes(StandardCharsets.UTF_8));
    assertThat(states()).containsExactly("human");
    assertThat(outboxCount()).isZero();
  }

  @Test
  void another_time_from_a_calendar_is_proposed_with_an_undecided_answer() {
    String counter =
        """
        From: marie@exemple.ca
        To: %s
        Message-ID: <%s>
        Content-Type: text/calendar; method=COUNTER

        BEGIN:VCALENDAR
        METHOD:COUNTER
        BEGIN:VEVENT
        UID:1
        SEQUENCE:1
        DTSTAMP:20261125T140000Z
        %s
        ATTENDEE;PARTSTAT=DECLINED:mailto:marie@exemple.ca
        END:VEVENT
        END:VCALENDAR
        """;
    String to = replyTo(ask("venir"));
    door.receive(
        counter
            .formatted(to, "1@x", "DTSTART;TZID=Eastern Standard Time:20261202T100000")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(answers)
        .containsExactly(Map.of("presence", "peut-etre", "propose", "20261202T150000Z"));
    door.receive(
        counter
            .formatted(to, "2@x", "DTSTART;TZID=Nulle part:20261202T100000")
            .getBytes(StandardCharsets.UTF_8));
    door.receive(
        counter
            .formatted(replyTo(ask("un")), "3@x", "DTSTART:20261202T150000Z")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(states()).containsExactly("done", "human", "human");
    assertThat(answers).hasSize(1);
  }

  private byte[] bounce(String original) {
    String body =
        """
        From: MAILER-DAEMON@exemple.ca
        To: greffier@exemple.ca
        Subject: Undelivered
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        It failed.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; exemple.ca

        Final-Recipient: rfc822; marie@exemple.ca
        Action: failed
        Status: 5.1.1

        --b
        Content-Type: message/rfc822

        Message-ID: %s
        From: greffier@exemple.ca
        To: marie@exemple.ca
        Subject: x

        x
        --b--
        """;
    return body.formatted(original).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private byte[] mail(String to, String from, String id, String body) {
    return ("From: "
            + from
            + "\r\nTo: "
            + to
            + "\r\nMessage-ID: "
            + id
            + "\r\nSubject: Re: Question\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            + body
            + "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void deliver(byte[] raw) throws Exception {
    MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(raw));
    server
        .getManagers()
        .getImapHostManager()
        .getInbox(server.getManagers().getUserManager().getUser(HOUSE))
        .store(message);
  }

  private Desk desk() {
    Param<Boolean> yes = Param.required("envoi", kinds.yesNo());
    Param<Integer> number = Param.required("recu", kinds.wholeNumber(1, 99));
    Command one = Command.of("un", Role.MEMBER, this::note, yes);
    Command two = Command.of("deux", Role.MEMBER, this::note, yes, number);
    Map<String, String> states = new LinkedHashMap<>(Map.of("bloque", "bloque"));
    Param<String> state = Param.optional("etat", kinds.choice("avancement", states));
    Param<String> words = Param.needed("texte", kinds.longText(900), Need.unless(state));
    Param<String> blocker = Param.needed("blocage", kinds.text(300), Need.when(state, "bloque"));
    Command three = Command.of("trois", Role.MEMBER, this::note, state, words, blocker);
    Map<String, String> answers = new LinkedHashMap<>();
    for (String each : List.of("oui", "non", "peut-etre")) answers.put(each, each);
    Command four =
        Command.of(
            "venir",
            Role.MEMBER,
            this::note,
            Param.required("presence", kinds.choice("presence", answers)),
            Param.optional("propose", kinds.text(20)));
    return new Desk(
        store.jdbi(),
        new Commands(List.of(one, two, three, four)),
        new OnePerson(),
        asks,
        CLOCK,
        () -> {});
  }

  private Reply note(Call call) {
    answers.add(new LinkedHashMap<>(call.given()));
    return Reply.said("mail.done");
  }

  private AskId ask(String command) {
    return asks.put(PERSON, command, Map.of(), NOW.plusSeconds(3600));
  }

  private String replyTo(AskId ask) {
    return new Addresses(HOUSE, HOUSE).replyTo(asks.token(ask));
  }

  private List<String> states() {
    return store
        .jdbi()
        .withHandle(
            h -> h.createQuery("SELECT state FROM mail_in ORDER BY id").mapTo(String.class).list());
  }

  private int outboxCount() {
    return store
        .jdbi()
        .withHandle(h -> h.createQuery("SELECT count(*) FROM outbox").mapTo(int.class).one());
  }

  private Call call(Map<String, String> given) {
    return new Call(OnePerson.ACTOR, given, Map.of(), NOW, "x");
  }

  private Letter letter() {
    return Letter.of(
        LetterClass.RELANCE,
        MARIE,
        "Marie",
        Language.FRENCH,
        "code",
        Map.of("code", "1", "minutes", 5, "account", "x"));
  }

  private MailCarrier carrier() {
    return carrier(server.getSmtp().getPort());
  }

  private MailCarrier carrier(int port) {
    Smtp smtp =
        new Smtp(
            "localhost",
            port,
            Security.NONE,
            null,
            null,
            HOUSE,
            HOUSE,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            null);
    Organisation organisation = new Organisation("Réseau exemple", "1, rue", HOUSE, null, null);
    return new MailCarrier(
        smtp,
        new Templates(MESSAGES, organisation, WEB, null),
        new Doorways(asks, tokens, WEB),
        CLOCK);
  }

  private Imap imap() {
    return imap(true, Duration.ofSeconds(60));
  }

  private Imap imap(boolean idle, Duration poll) {
    return new Imap(
        "localhost",
        server.getImap().getPort(),
        Security.NONE,
        HOUSE,
        new Secret("secret"),
        "INBOX",
        idle,
        poll);
  }

  private record OnePerson() implements Who {
    static final Actor ACTOR =
        new Actor(
            Optional.of(PERSON), Identity.email(MARIE), "Marie", Language.FRENCH, Role.MEMBER);

    @Override
    public Optional<Actor> person(PersonId id) {
      if (!id.equals(PERSON)) throw new Refusal("ask.unknown");
      return Optional.of(ACTOR);
    }

    @Override
    public Optional<Actor> identity(Identity identity) {
      return identity.equals(Identity.email(MARIE)) ? Optional.of(ACTOR) : Optional.empty();
    }
  }
}
