package ca.greffier.newsletter;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Tokens;
import ca.greffier.directory.Person;
import ca.greffier.newsletter.NewsletterDao.Leaving;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Suppressions;
import ca.greffier.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Sending an issue: one letter for each subscription whose consent is good on that day (domain.md
 * C6), except to addresses that refused for good (E11). An issue is sent once.
 */
final class Sending {
  private static final String TEMPLATE = "infolettre";

  private final NewsletterDao dao;
  private final Outbox outbox;
  private final Suppressions suppressions;
  private final Tokens tokens;
  private final ZoneId zone;

  Sending(Jdbi jdbi, Outbox outbox, Suppressions suppressions, Tokens tokens, ZoneId zone) {
    this.dao = jdbi.onDemand(NewsletterDao.class);
    this.outbox = outbox;
    this.suppressions = suppressions;
    this.tokens = tokens;
    this.zone = zone;
  }

  /** How many letters leave, and how many people are left out and why. */
  record Sent(int letters, int withoutConsent, int suppressed, int unsubscribed) {
    int leftOut() {
      return withoutConsent + suppressed + unsubscribed;
    }
  }

  /**
   * @throws Refusal when it was sent before, or nobody may be written to
   */
  Sent send(Issue issue, PersonId sender, Instant at) {
    if (dao.send(issue.id(), sender, at) == 0)
      throw new Refusal(
          "newsletter.already", issue.name(), Optional.ofNullable(dao.issue(issue.id()).sentAt()));
    LocalDate today = LocalDate.ofInstant(at, zone);
    Set<String> refusing = suppressions.all();
    List<Subscription> recipients = new ArrayList<>();
    int withoutConsent = 0;
    int suppressed = 0;
    int unsubscribed = 0;
    for (Subscription each : dao.subscriptions(issue.newsletter())) {
      if (each.unsubscribedAt() != null) unsubscribed++;
      else if (!each.consent().allows(today)) withoutConsent++;
      else if (refusing.contains(each.address())) suppressed++;
      else recipients.add(each);
    }
    if (recipients.isEmpty())
      throw new Refusal("newsletter.nobody", withoutConsent + suppressed + unsubscribed);
    dao.putTokens(recipients.stream().map(this::leaving).toList());
    outbox.putAll(letters(issue, recipients));
    return new Sent(recipients.size(), withoutConsent, suppressed, unsubscribed);
  }

  /** The same letter for the person who prepares the issue: it cannot be left, and says so. */
  void preview(Issue issue, Person reader, String once) {
    Letter letter =
        letter(LetterClass.AVIS, issue, reader.email(), reader.fullName(), reader.language(), true);
    outbox.put("apercu:" + issue.id().value() + ":" + once, letter);
  }

  private SequencedMap<String, Letter> letters(Issue issue, List<Subscription> recipients) {
    SequencedMap<String, Letter> letters = new LinkedHashMap<>();
    for (Subscription each : recipients) {
      Letter letter =
          letter(
              LetterClass.INFOLETTRE, issue, each.address(), each.name(), each.language(), false);
      letters.put(issue.onceKey(each.id()), letter.unsubscribing(each.id().thing()));
    }
    return letters;
  }

  private static Letter letter(
      LetterClass letterClass,
      Issue issue,
      String address,
      String name,
      Language language,
      boolean trial) {
    Map<String, Object> data =
        Map.of(
            "list", issue.code(),
            "listTitle", issue.listTitle(),
            "number", String.valueOf(issue.number()),
            "title", issue.title(),
            "contents", issue.contents(),
            "trial", trial);
    return Letter.of(letterClass, address, name, language, TEMPLATE, data);
  }

  private Leaving leaving(Subscription subscription) {
    String token = tokens.of(subscription.id().thing());
    return new Leaving(Tokens.hash(token), subscription.id());
  }
}
