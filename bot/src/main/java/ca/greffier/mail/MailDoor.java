package ca.greffier.mail;

import ca.greffier.command.Desk;
import ca.greffier.command.Desk.Opened;
import ca.greffier.command.Identity;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Shape;
import ca.greffier.command.Source;
import ca.greffier.command.Who;
import ca.greffier.mail.Answers.Correspondence;
import ca.greffier.newsletter.Withdrawal;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Returns;
import ca.greffier.outbox.Suppressions;
import ca.greffier.text.Folded;
import ca.greffier.text.Messages;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a mail to a command: an answer fills the blanks of its Ask through the Desk, as the form
 * does. A mail is kept before it is read and settled after its effect, so that one that is met
 * again, after a crash or a second delivery, is handled once.
 */
public final class MailDoor {
  /** How people ask for it, in a short first line. */
  private static final Pattern LEAVING =
      Pattern.compile(
          "^(?:stop|(?:.{0,40}\\b)?(?:desabonne\\w*|desinscri\\w*|unsubscribe|remove"
              + " me)\\b.{0,60})$");

  private static final Logger LOG = LoggerFactory.getLogger(MailDoor.class);
  private static final int MOST_KEPT = 10 * 1024 * 1024;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Map<String, String> PRESENCES =
      Map.of("ACCEPTED", "oui", "DECLINED", "non", "TENTATIVE", "peut-etre");

  private final Desk desk;
  private final Who who;
  private final Outbox outbox;
  private final Suppressions suppressions;
  private final Withdrawal withdrawal;
  private final Addresses addresses;
  private final Messages messages;
  private final InstantSource clock;
  private final MailInDao dao;
  private final Answers answers;
  private final Returns returns;

  public MailDoor(
      Jdbi jdbi,
      Desk desk,
      Who who,
      Outbox outbox,
      Suppressions suppressions,
      Withdrawal withdrawal,
      Addresses addresses,
      Messages messages,
      InstantSource clock) {
    this.desk = desk;
    this.who = who;
    this.outbox = outbox;
    this.suppressions = suppressions;
    this.withdrawal = withdrawal;
    this.addresses = addresses;
    this.messages = messages;
    this.clock = clock;
    this.dao = jdbi.onDemand(MailInDao.class);
    this.returns = new Returns(jdbi);
    this.answers = new Answers(jdbi, outbox, messages, clock);
  }

  /** Takes a mail in; when this returns, its effect and what became of it are committed. */
  public void receive(byte[] raw) {
    Envelope envelope = Envelope.of(raw);
    byte[] kept = raw.length > MOST_KEPT ? Arrays.copyOf(raw, MOST_KEPT) : raw;
    dao.insert(envelope.key(), clock.instant(), envelope.sender(), envelope.subject(), kept);
    if (!dao.state(envelope.key()).equals("new")) return;
    try {
      handle(ReadMail.of(raw).reading(), envelope);
    } catch (RuntimeException bug) {
      LOG.error("mail {}", envelope.key(), bug);
      human(envelope, "mail.human.bug", envelope.key());
    }
  }

  private void handle(Reading reading, Envelope envelope) {
    switch (reading) {
      case Reading.Answer answer -> answer(answer, envelope);
      case Reading.CalendarMail calendar -> calendar(calendar, envelope);
      case Reading.Bounce bounce -> bounce(bounce, envelope);
      case Reading.Complaint complaint -> complaint(complaint, envelope);
      case Reading.AutoReply auto -> ignore(envelope, "mail.ignored.automatic", auto.why());
      case Reading.Receipt receipt -> ignore(envelope, "mail.ignored.receipt", receipt.why());
      case Reading.Unreadable unreadable -> human(envelope, unreadable.why(), "");
    }
  }

  private void answer(Reading.Answer answer, Envelope envelope) {
    Optional<String> token = addresses.tokenIn(answer.to());
    if (token.isEmpty() && leaves(answer, envelope)) return;
    if (token.isEmpty() || answer.from().isEmpty()) {
      human(envelope, token.isEmpty() ? "mail.unread.token" : "mail.unread.sender", "");
      return;
    }
    Correspondence letter = new Correspondence(envelope, answer.from(), answer.words());
    Opened opened;
    try {
      opened = desk.open(token.get());
    } catch (Refusal refusal) {
      answers.refused(letter, null, refusal);
      return;
    }
    Filled filled = Filled.of(opened, answer.words(), messages);
    if (filled.missing().isEmpty()) give(token.get(), filled.values(), letter, opened);
    else askTheRest(letter, opened, filled.values(), filled.missing());
  }

  /**
   * Whoever answers an issue that they want no more of them is heeded: only they know the
   * Message-ID of their own letter.
   */
  private boolean leaves(Reading.Answer answer, Envelope envelope) {
    String first = Folded.of(answer.words().lines().findFirst().orElse(""));
    if (!LEAVING.matcher(first).find() || answer.from().isEmpty()) return false;
    Optional<String> list =
        outbox.sentTo(answer.from()).stream()
            .filter(key -> addresses.messageId(key).equalsIgnoreCase(envelope.inReplyTo()))
            .findFirst()
            .flatMap(key -> withdrawal.by(key, clock.instant()));
    list.ifPresent(left -> dao.settle(envelope.key(), "done", "mail.done.left", left));
    return list.isPresent();
  }

  /** What was understood is kept in the new question, so that nothing is written twice. */
  private void askTheRest(
      Correspondence letter, Opened opened, Map<String, String> values, List<Param<?>> missing) {
    try {
      answers.form(letter, opened, desk.rest(opened, values), missing);
    } catch (Refusal refusal) {
      answers.refused(letter, opened, refusal);
    }
  }

  /** What a calendar says for somebody counts only from their own address (RFC 6047, 2.2.1). */
  private void calendar(Reading.CalendarMail reply, Envelope envelope) {
    Optional<String> token = addresses.tokenIn(reply.to());
    boolean counter = reply.method().equals("COUNTER") && reply.starts().isPresent();
    if ((!counter && !reply.method().equals("REPLY")) || token.isEmpty()) {
      human(envelope, token.isEmpty() ? "mail.unread.token" : "mail.human.method", reply.method());
      return;
    }
    Correspondence letter = new Correspondence(envelope, reply.from(), "");
    Opened opened;
    try {
      opened = desk.open(token.get());
    } catch (Refusal refusal) {
      answers.refused(letter, null, refusal);
      return;
    }
    Optional<Param<?>> choice =
        opened.blanks().stream().filter(p -> p.kind().shape() == Shape.CHOICE).findFirst();
    String presence = PRESENCES.get(counter ? undecided(opened) : reply.partstat());
    if (!isOwn(reply.from(), opened)) human(envelope, "mail.human.sender", reply.from());
    else if (choice.isEmpty() || presence == null)
      human(envelope, "mail.human.calendar", reply.partstat());
    else {
      Map<String, String> values = new LinkedHashMap<>();
      values.put(choice.get().name(), presence);
      if (counter) values.put("propose", STAMP.format(reply.starts().orElseThrow()));
      if (opened.command().param("sequence").isPresent())
        values.put("sequence", String.valueOf(reply.sequence()));
      if (opened.command().param("dtstamp").isPresent())
        values.put("dtstamp", STAMP.format(reply.stamp()));
      give(token.get(), values, letter, opened);
    }
  }

  /** Who proposes another time, where one may, has not said that they will not come. */
  private static String undecided(Opened opened) {
    return opened.command().param("propose").isPresent() ? "TENTATIVE" : "";
  }

  private void give(
      String token, Map<String, String> values, Correspondence letter, Opened opened) {
    String key = letter.envelope().key();
    try {
      Reply reply = desk.answer(token, "mail:" + key, values, Map.of(), Source.MAIL);
      if (reply instanceof Reply.Blanks blanks)
        askTheRest(letter, opened, values, blanks.missing());
      else dao.settle(key, "done", "mail.done", opened.command().name());
    } catch (Refusal refusal) {
      if (refusal.key().equals("desk.already"))
        dao.settle(key, "done", "mail.done", opened.command().name());
      else answers.refused(letter, opened, refusal);
    }
  }

  private boolean isOwn(String from, Opened opened) {
    return who.identity(Identity.email(from))
        .flatMap(actor -> actor.person())
        .filter(person -> person.equals(opened.ask().to()))
        .isPresent();
  }

  /** A bounce counts only of a letter of ours: anybody can write one. */
  private void bounce(Reading.Bounce bounce, Envelope envelope) {
    if (bounce.recipients().isEmpty()) {
      human(envelope, "mail.human.nobody", "");
      return;
    }
    int dead = 0;
    for (Reading.Delivery failed : bounce.failed()) {
      Optional<String> letter = ours(bounce.originalId(), failed.written());
      if (letter.isEmpty()) {
        human(envelope, "mail.human.bounce", failed.written());
        return;
      }
      returns.bounced(letter.get(), failed.permanent(), failed.status(), clock.instant());
      if (!failed.permanent()) continue;
      suppressions.add(failed.written(), failed.status(), clock.instant());
      dead++;
    }
    dao.settle(
        envelope.key(),
        "done",
        dead > 0 ? "mail.done.dead" : "mail.done.delayed",
        addressesOf(bounce.recipients()));
  }

  /** Who calls a letter of ours unwanted is on none of our lists any more (domain.md E11). */
  private void complaint(Reading.Complaint complaint, Envelope envelope) {
    List<String> readers = complaint.recipients().stream().map(Reading.Delivery::written).toList();
    List<String> letters =
        readers.stream().flatMap(each -> ours(complaint.originalId(), each).stream()).toList();
    if (readers.isEmpty() || letters.size() < readers.size()) {
      human(envelope, "mail.human.complaint", addressesOf(complaint.recipients()));
      return;
    }
    for (String each : readers) withdrawal.all(each, clock.instant());
    for (String each : letters) returns.complained(each, clock.instant());
    dao.settle(envelope.key(), "done", "mail.done.complaint", addressesOf(complaint.recipients()));
  }

  private static String addressesOf(List<Reading.Delivery> recipients) {
    return String.join(", ", recipients.stream().map(Reading.Delivery::written).toList());
  }

  /** The once-key of the letter of ours to an address that bore a Message-ID. */
  private Optional<String> ours(Optional<String> originalId, String address) {
    return originalId.flatMap(
        id ->
            outbox.sentTo(address).stream()
                .filter(key -> addresses.messageId(key).equalsIgnoreCase("<" + id + ">"))
                .findFirst());
  }

  private void ignore(Envelope envelope, String reason, String detail) {
    dao.settle(envelope.key(), "ignored", reason, detail);
  }

  private void human(Envelope envelope, String reason, String detail) {
    dao.settle(envelope.key(), "human", reason, detail);
  }
}
