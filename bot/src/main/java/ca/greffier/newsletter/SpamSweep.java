package ca.greffier.newsletter;

import ca.greffier.newsletter.IssueDao.Unjudged;
import ca.greffier.newsletter.SpamFilter.Verdict;
import ca.greffier.sweep.Sweep;
import java.time.Instant;
import java.util.Optional;

/**
 * Has the filter judge the drafts that have changed since it last did. It is another program and
 * slow, so that happens between transactions; a draft that changes meanwhile is judged again.
 */
public final class SpamSweep implements Sweep {
  /** At one time. */
  private static final int MOST = 5;

  private final IssueDao dao;
  private final Sending sending;
  private final SpamFilter filter;

  public SpamSweep(NewsletterCommands.Parts parts, SpamFilter filter) {
    this.dao = parts.jdbi().onDemand(IssueDao.class);
    this.sending = new Sending(parts);
    this.filter = filter;
  }

  @Override
  public String name() {
    return "filtre";
  }

  @Override
  public String cron() {
    return "0/20 * * * * ?";
  }

  @Override
  public boolean isForeseeable() {
    return false;
  }

  @Override
  public void run(Instant now) {
    for (Unjudged each : dao.unjudged(MOST)) {
      Optional<Verdict> verdict = filter.judge(sending.example(dao.issue(each.id())));
      dao.judge(
          each.id(),
          each.mark(),
          verdict.map(Verdict::score).orElse(null),
          verdict.map(Verdict::required).orElse(null),
          verdict.map(said -> String.join(" ", said.rules())).orElse(""));
    }
  }
}
