package ca.greffier.newsletter;

import ca.greffier.command.Reply;
import ca.greffier.command.Reply.Field;
import ca.greffier.outbox.Campaigns;
import ca.greffier.outbox.Cause;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Returns;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Where the newsletters stand, in numbers: nobody is followed. */
public final class NewsletterStatus {
  private static final int LISTED = 30;
  private static final String DONE = "done";

  private final NewsletterDao lists;
  private final SubscriptionDao subscriptions;
  private final IssueDao issues;
  private final Outbox outbox;
  private final Campaigns campaigns;
  private final Returns returns;

  public NewsletterStatus(Jdbi jdbi, Outbox outbox, Campaigns campaigns) {
    this.lists = jdbi.onDemand(NewsletterDao.class);
    this.subscriptions = jdbi.onDemand(SubscriptionDao.class);
    this.issues = jdbi.onDemand(IssueDao.class);
    this.outbox = outbox;
    this.campaigns = campaigns;
    this.returns = new Returns(jdbi);
  }

  Reply of(Issue issue, LocalDate today) {
    Instant sentAt = issue.sentAt();
    List<Field> fields = sentAt == null ? draft(issue, today) : delivery(issue, sentAt);
    return new Reply.Card("newsletter.card", List.of(issue.name(), issue.title()), fields);
  }

  /** An issue and where it is. */
  public record Standing(Issue issue, Phrase state) {}

  /** The drafts first, then what was sent last. */
  public List<Standing> latest() {
    return issues.latest(LISTED).stream().map(each -> new Standing(each, stateOf(each))).toList();
  }

  private Phrase stateOf(Issue issue) {
    if (issue.sentAt() == null) return Phrase.of(draftState(issue));
    String state = campaigns.standing(issue.onceKey()).map(Campaigns.Standing::state).orElse(DONE);
    return Phrase.of("newsletter.state." + word(state, state.equals("running") ? 1 : 0));
  }

  private static String draftState(Issue issue) {
    if (issue.scheduledAt() != null) return "newsletter.state.scheduled";
    return issue.unapproved() ? "newsletter.state.unapproved" : "newsletter.state.draft";
  }

  Reply list() {
    List<List<Object>> listed = new ArrayList<>();
    for (NewsletterDao.Counted each : lists.newsletters())
      listed.add(List.of(each.code(), each.title(), each.subscribers()));
    List<List<Object>> rows = new ArrayList<>();
    for (Standing each : latest()) rows.add(row(each));
    return Reply.together(
        new Reply.Table(
            "newsletter.lists",
            List.of(listed.size()),
            List.of("newsletter.field.list", "newsletter.field.title", "newsletter.field.readers"),
            listed),
        new Reply.Table(
            "newsletter.issues",
            List.of(rows.size()),
            List.of(
                "newsletter.field.number",
                "newsletter.field.title",
                "newsletter.field.state",
                "newsletter.field.when"),
            rows));
  }

  private List<Field> draft(Issue issue, LocalDate today) {
    List<Field> fields = new ArrayList<>();
    Instant when = issue.scheduledAt();
    fields.add(state(draftState(issue)));
    if (when != null) fields.add(new Field("newsletter.field.leaves", when));
    int readers =
        subscriptions.readers(issues.segment(issue.id()).bound(issue.newsletter(), today));
    fields.add(new Field("newsletter.field.target", Phrase.of("newsletter.target.count", readers)));
    return fields;
  }

  /** What was tried again one by one is counted in the outbox, like the issues of long ago. */
  private List<Field> delivery(Issue issue, Instant sentAt) {
    long carried = 0;
    long refused = 0;
    long waiting = 0;
    long withdrawn = 0;
    List<Outbox.Count> counts = new ArrayList<>(campaigns.counts(issue.onceKey()));
    counts.addAll(outbox.counts(issue.onceKey() + ":"));
    for (Outbox.Count count : counts) {
      switch (count.state()) {
        case "sent" -> carried += count.parcels();
        case "refused" -> refused += count.parcels();
        case "withdrawn" -> withdrawn += count.parcels();
        case "later" -> {
          // counted where it is tried again
        }
        default -> waiting += count.parcels();
      }
    }
    Optional<Campaigns.Standing> standing = campaigns.standing(issue.onceKey());
    String state = standing.map(Campaigns.Standing::state).orElse(DONE);
    List<Field> fields = new ArrayList<>();
    fields.add(state("newsletter.state." + word(state, waiting)));
    standing
        .map(Campaigns.Standing::reason)
        .ifPresent(reason -> fields.add(new Field("newsletter.field.reason", why(reason))));
    fields.add(new Field("newsletter.field.ordered", sentAt));
    campaigns
        .heldUntil(issue.onceKey())
        .ifPresent(until -> fields.add(new Field("newsletter.field.held", until)));
    fields.add(new Field("newsletter.field.carried", carried));
    fields.add(new Field("newsletter.field.waiting", waiting));
    fields.add(new Field("newsletter.field.refused", refused));
    Map<Cause, Long> causes = returns.undelivered(issue.onceKey());
    if (!causes.isEmpty()) fields.add(new Field("newsletter.field.causes", said(causes)));
    long complaints = returns.complaints(issue.onceKey());
    if (complaints > 0) fields.add(new Field("newsletter.field.complaints", complaints));
    if (withdrawn > 0) fields.add(new Field("newsletter.field.withdrawn", withdrawn));
    List<String> doubtful = campaigns.doubtful(issue.onceKey());
    if (!doubtful.isEmpty())
      fields.add(new Field("newsletter.field.doubtful", String.join(", ", doubtful)));
    fields.add(
        new Field(
            "newsletter.field.unsubscribed",
            subscriptions.unsubscribed(issue.newsletter(), sentAt)));
    fields.add(new Field("newsletter.field.views", issues.views(issue.id())));
    return fields;
  }

  /** {@code adresse inconnue : 2, boîte pleine : 1}: refused at once or returned later. */
  private static List<Phrase> said(Map<Cause, Long> causes) {
    return causes.entrySet().stream()
        .map(each -> Phrase.of("newsletter.cause", each.getKey().phrase(), each.getValue()))
        .toList();
  }

  /** The words of a server, or ours where none spoke. */
  private static Object why(String reason) {
    return reason.equals(Returns.COMPLAINTS) ? Phrase.of("newsletter.reason.complaints") : reason;
  }

  private static String word(String state, long waiting) {
    return switch (state) {
      case "paused", "cancelled" -> state;
      default -> waiting > 0 ? "sending" : "sent";
    };
  }

  private static Field state(String key) {
    return new Field("newsletter.field.state", Phrase.of(key));
  }

  /** With the hour at which it was sent, or will be. */
  private static List<Object> row(Standing one) {
    Issue issue = one.issue();
    Optional<Instant> when =
        Optional.ofNullable(issue.sentAt() == null ? issue.scheduledAt() : issue.sentAt());
    return List.of(issue.name(), issue.title(), one.state(), when);
  }
}
