package ca.greffier.newsletter;

import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.newsletter.NewsletterDao.Digest;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/**
 * Drafts the issues that come back every so many weeks, and hands each to its author: nothing
 * leaves that nobody has read. When no passage has anything new, there is no issue.
 */
public final class DigestSweep implements Sweep {
  private final Jdbi jdbi;
  private final NewsletterDao lists;
  private final IssueDao issues;
  private final Blocks blocks;
  private final People people;
  private final Outbox outbox;
  private final Messages messages;

  public DigestSweep(NewsletterCommands.Parts parts, Blocks blocks, Messages messages) {
    this.jdbi = parts.jdbi();
    this.lists = jdbi.onDemand(NewsletterDao.class);
    this.issues = jdbi.onDemand(IssueDao.class);
    this.blocks = blocks;
    this.people = parts.people();
    this.outbox = parts.outbox();
    this.messages = messages;
  }

  @Override
  public String name() {
    return "bulletins";
  }

  @Override
  public String cron() {
    return "0 45 7 * * ?";
  }

  @Override
  public void run(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, messages.zone());
    jdbi.useTransaction(
        _ -> {
          for (Digest each : lists.digestsDue(today)) draft(each, today, now);
        });
  }

  private void draft(Digest digest, LocalDate today, Instant now) {
    lists.digestNext(digest.newsletter(), next(digest, today));
    Person author = people.get(digest.author());
    String filled = blocks.filled(digest.contents(), digest.newsletter(), author.language(), now);
    if (filled.equals(Blocks.empty(digest.contents()))) return;
    String title = digest.title() + ", " + messages.word(author.language(), today);
    Issue issue =
        issues.issue(issues.write(digest.newsletter(), title, filled, digest.author(), now));
    Letter letter =
        Letter.of(
            LetterClass.AVIS,
            author.email(),
            author.fullName(),
            author.language(),
            "infolettre-projet",
            Map.of("issue", issue.name(), "title", issue.title()));
    outbox.put("infolettre-projet:" + issue.name(), letter);
  }

  /** After a long stop, not one for each time that was missed. */
  private static LocalDate next(Digest digest, LocalDate today) {
    LocalDate next = Objects.requireNonNull(digest.nextOn());
    while (!next.isAfter(today)) next = next.plusWeeks(digest.weeks());
    return next;
  }
}
