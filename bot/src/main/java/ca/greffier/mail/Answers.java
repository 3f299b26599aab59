package ca.greffier.mail;

import ca.greffier.command.Desk.Opened;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The polite letters that answer a mail which could not be noted: one a mail, a few a day for each
 * correspondent, so that two programs cannot write to each other without end.
 */
final class Answers {
  private static final int MOST_A_DAY = 5;
  private static final int MOST_WORDS = 2_000;

  private final Jdbi jdbi;
  private final Outbox outbox;
  private final Messages messages;
  private final InstantSource clock;

  Answers(Jdbi jdbi, Outbox outbox, Messages messages, InstantSource clock) {
    this.jdbi = jdbi;
    this.outbox = outbox;
    this.messages = messages;
    this.clock = clock;
  }

  /** The mail being answered. */
  record Correspondence(Envelope envelope, String from, String words) {}

  /**
   * Asks what is missing.
   *
   * @param rest the question that holds what was understood in the mail
   */
  void form(Correspondence mail, Opened opened, Opened rest, List<Param<?>> missing) {
    Language language = opened.actor().language();
    List<String> labels = missing.stream().map(blank -> label(language, blank)).toList();
    List<String> kept =
        opened.blanks().stream()
            .filter(blank -> rest.ask().given().containsKey(blank.name()))
            .map(blank -> label(language, blank))
            .toList();
    send(
        mail,
        rest,
        "reponse-formulaire",
        Map.of("missing", labels, "kept", kept),
        "mail.answered.form");
  }

  private String label(Language language, Param<?> blank) {
    return messages.say(language, "param." + blank.name() + ".label");
  }

  /**
   * @param opened null when there is no such question any more
   */
  void refused(Correspondence mail, @Nullable Opened opened, Refusal refusal) {
    Language language = opened == null ? Language.FRENCH : opened.actor().language();
    String reason = messages.say(language, refusal.key(), refusal.arguments().toArray());
    send(mail, opened, "reponse-refus", Map.of("reason", reason), "mail.answered.refusal");
  }

  private void send(
      Correspondence mail,
      @Nullable Opened opened,
      String template,
      Map<String, Object> said,
      String reason) {
    Map<String, Object> data = new HashMap<>(said);
    data.put("original", mail.envelope().original());
    data.put("words", cut(mail.words()));
    data.put("inReplyTo", mail.envelope().messageId());
    Language language = opened == null ? Language.FRENCH : opened.actor().language();
    String name = opened == null ? "" : opened.actor().name();
    Letter plain = Letter.of(LetterClass.ACCUSE, mail.from(), name, language, template, data);
    Letter letter = opened == null ? plain : plain.asking(opened.ask().id());
    String key = mail.envelope().key();
    jdbi.useTransaction(
        handle -> {
          MailInDao dao = handle.attach(MailInDao.class);
          if (dao.answered(mail.envelope().sender(), clock.instant().minus(Duration.ofDays(1)))
              >= MOST_A_DAY) {
            dao.settle(key, "human", "mail.human.often", template);
            return;
          }
          dao.settle(key, "answered", reason, template);
          outbox.put("courriel:" + key, letter);
        });
  }

  private static String cut(String words) {
    return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words;
  }
}
