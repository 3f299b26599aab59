package ca.greffier.newsletter;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/**
 * Sends the issues whose hour has come, to those who may be written to on that day. One that cannot
 * leave is a draft again, and who scheduled it is told why.
 */
public final class ScheduleSweep implements Sweep {
  private final Jdbi jdbi;
  private final IssueDao dao;
  private final Sending sending;
  private final People people;
  private final Outbox outbox;
  private final Messages messages;

  public ScheduleSweep(NewsletterCommands.Parts parts, Messages messages) {
    this.jdbi = parts.jdbi();
    this.dao = jdbi.onDemand(IssueDao.class);
    this.sending = new Sending(parts);
    this.people = parts.people();
    this.outbox = parts.outbox();
    this.messages = messages;
  }

  @Override
  public String name() {
    return "parutions";
  }

  @Override
  public String cron() {
    return "5 * * * * ?";
  }

  /** To look ahead would write a letter to each reader, only to undo it. */
  @Override
  public boolean isForeseeable() {
    return false;
  }

  @Override
  public void run(Instant now) {
    List<IssueId> due = jdbi.inTransaction(_ -> dao.due(now));
    for (IssueId each : due) {
      try {
        jdbi.useTransaction(
            _ -> {
              Issue issue = dao.issue(each);
              if (issue.sentAt() == null && issue.scheduledBy() != null)
                sending.send(issue, issue.scheduledBy(), now);
            });
      } catch (Refusal refusal) {
        jdbi.useTransaction(_ -> giveBack(dao.issue(each), refusal));
      }
    }
  }

  private void giveBack(Issue issue, Refusal refusal) {
    PersonId by = Objects.requireNonNull(issue.scheduledBy());
    Instant when = Objects.requireNonNull(issue.scheduledAt());
    dao.schedule(issue.id(), null, null);
    Person to = people.get(by);
    String why = messages.say(to.language(), refusal.key(), refusal.arguments().toArray());
    Letter letter =
        Letter.of(
            LetterClass.AVIS,
            to.email(),
            to.fullName(),
            to.language(),
            "infolettre-retenue",
            Map.of("issue", issue.name(), "title", issue.title(), "why", why));
    outbox.put("infolettre-retenue:" + issue.name() + ":" + when.getEpochSecond(), letter);
  }
}
