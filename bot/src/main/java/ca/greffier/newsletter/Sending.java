package ca.greffier.newsletter;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Person;
import ca.greffier.newsletter.Pictures.Along;
import ca.greffier.newsletter.SubscriptionDao.LeftOut;
import ca.greffier.outbox.Campaigns;
import ca.greffier.outbox.Campaigns.Recipients;
import ca.greffier.outbox.Enclosure;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Sending an issue: one letter for each subscription whose consent is good on that day (domain.md
 * C6), except to addresses that refused for good (E11). An issue is sent once.
 */
final class Sending {
  private static final String TEMPLATE = "infolettre";

  /** Whoever of a segment may be written to on a day. */
  static final String READERS =
      """
      SELECT s.id AS number, 'abonnement:' || s.id AS thing, p.address,
             btrim(p.given_name || ' ' || p.family_name) AS name, p.language,
             p.zone
      FROM subscription s JOIN subscriber p ON p.id = s.subscriber
      WHERE s.newsletter = :newsletter AND s.unsubscribed_at IS NULL
        AND (s.expires_on IS NULL OR s.expires_on > :today) AND
      """
          + Segment.WITHIN;

  private final NewsletterDao lists;
  private final SubscriptionDao subscriptions;
  private final IssueDao issues;
  private final Outbox outbox;
  private final Campaigns campaigns;
  private final Leavings leavings;
  private final Pictures pictures;
  private final ZoneId zone;

  Sending(NewsletterCommands.Parts parts) {
    this.lists = parts.jdbi().onDemand(NewsletterDao.class);
    this.subscriptions = parts.jdbi().onDemand(SubscriptionDao.class);
    this.issues = parts.jdbi().onDemand(IssueDao.class);
    this.outbox = parts.outbox();
    this.campaigns = parts.campaigns();
    this.leavings = new Leavings(parts.jdbi(), parts.tokens());
    this.pictures = new Pictures(parts.pictures());
    this.zone = parts.zone();
  }

  /** How many letters leave, and how many people are left out and why. */
  record Sent(int letters, LeftOut without) {
    int leftOut() {
      return without.withoutConsent() + without.suppressed() + without.unsubscribed();
    }
  }

  /**
   * @throws Refusal when it was sent before, waits for an approval, shuts somebody out, or nobody
   *     may be written to
   */
  Sent send(Issue issue, PersonId sender, Instant at) {
    if (issue.unapproved()) throw new Refusal("newsletter.unapproved", issue.name());
    Review.requireReadable(issue);
    lists.hold(issue.newsletter());
    if (issues.send(issue.id(), sender, at) == 0)
      throw new Refusal(
          "newsletter.already",
          issue.name(),
          Optional.ofNullable(issues.issue(issue.id()).sentAt()));
    leavings.complete(issue.newsletter());
    LocalDate today = LocalDate.ofInstant(at, zone);
    Map<String, Object> bound = issues.segment(issue.id()).bound(issue.newsletter(), today);
    Letter common = letter(LetterClass.INFOLETTRE, issue, "", "", Language.FRENCH, false);
    int letters = campaigns.start(issue.onceKey(), common, new Recipients(READERS, bound), at);
    Sent sent = new Sent(letters, subscriptions.leftOut(bound));
    if (letters == 0) throw new Refusal("newsletter.nobody", sent.leftOut());
    return sent;
  }

  /** As somebody would get it, for nobody. */
  Letter example(Issue issue) {
    return letter(LetterClass.INFOLETTRE, issue, "nobody@example.org", "", Language.FRENCH, false);
  }

  /** The same letter for the person who prepares the issue: it cannot be left, and says so. */
  void preview(Issue issue, Person reader, String once) {
    Letter letter =
        letter(LetterClass.AVIS, issue, reader.email(), reader.fullName(), reader.language(), true);
    outbox.put("apercu:" + issue.id().value() + ":" + once, letter);
  }

  private Letter letter(
      LetterClass letterClass,
      Issue issue,
      String address,
      String name,
      Language language,
      boolean trial) {
    Along along = pictures.with(issue.contents());
    Map<String, Object> data =
        Map.of(
            "list", issue.code(),
            "listTitle", issue.listTitle(),
            "number", String.valueOf(issue.number()),
            "title", issue.title(),
            "contents", along.contents(),
            "trial", trial);
    return Letter.of(letterClass, address, name, language, TEMPLATE, data)
        .enclosing(along.enclosures().toArray(Enclosure[]::new));
  }
}
