package ca.greffier.newsletter;

import ca.greffier.command.Reply;
import ca.greffier.command.Reply.Field;
import ca.greffier.outbox.Outbox;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Where the newsletters stand, in numbers: nobody is followed. */
final class NewsletterStatus {
  private static final int LISTED = 30;

  private final NewsletterDao dao;
  private final Outbox outbox;

  NewsletterStatus(Jdbi jdbi, Outbox outbox) {
    this.dao = jdbi.onDemand(NewsletterDao.class);
    this.outbox = outbox;
  }

  Reply of(Issue issue) {
    Instant sentAt = issue.sentAt();
    List<Field> fields =
        sentAt == null ? List.of(state("newsletter.state.draft")) : delivery(issue, sentAt);
    return new Reply.Card("newsletter.card", List.of(issue.name(), issue.title()), fields);
  }

  Reply list() {
    List<List<Object>> lists = new ArrayList<>();
    for (NewsletterDao.Counted each : dao.newsletters())
      lists.add(List.of(each.code(), each.title(), each.subscribers()));
    List<List<Object>> issues = new ArrayList<>();
    for (Issue each : dao.latest(LISTED)) issues.add(row(each));
    return Reply.together(
        new Reply.Table(
            "newsletter.lists",
            List.of(lists.size()),
            List.of("newsletter.field.list", "newsletter.field.title", "newsletter.field.readers"),
            lists),
        new Reply.Table(
            "newsletter.issues",
            List.of(issues.size()),
            List.of(
                "newsletter.field.number", "newsletter.field.title", "newsletter.field.ordered"),
            issues));
  }

  private List<Field> delivery(Issue issue, Instant sentAt) {
    long carried = 0;
    long refused = 0;
    long waiting = 0;
    for (Outbox.Count count : outbox.counts(issue.onceKeys())) {
      switch (count.state()) {
        case "sent" -> carried += count.parcels();
        case "refused" -> refused += count.parcels();
        default -> waiting += count.parcels();
      }
    }
    return List.of(
        state(waiting > 0 ? "newsletter.state.sending" : "newsletter.state.sent"),
        new Field("newsletter.field.ordered", sentAt),
        new Field("newsletter.field.carried", carried),
        new Field("newsletter.field.waiting", waiting),
        new Field("newsletter.field.refused", refused),
        new Field("newsletter.field.unsubscribed", dao.unsubscribed(issue.newsletter(), sentAt)));
  }

  private static Field state(String key) {
    return new Field("newsletter.field.state", Phrase.of(key));
  }

  private static List<Object> row(Issue issue) {
    Instant sentAt = issue.sentAt();
    Object when = sentAt == null ? Phrase.of("newsletter.state.draft") : sentAt;
    return List.of(issue.name(), issue.title(), when);
  }
}
