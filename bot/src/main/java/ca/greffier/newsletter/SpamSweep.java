package ca.greffier.newsletter;

import ca.greffier.command.Refusal;
import ca.greffier.newsletter.IssueDao.Unjudged;
import ca.greffier.newsletter.SpamFilter.Verdict;
import ca.greffier.sweep.Sweep;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the filter judge the drafts that have changed since it last did. It is another program and
 * slow, so that happens between transactions; a draft that changes meanwhile is judged again.
 */
public final class SpamSweep implements Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(SpamSweep.class);

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
      Optional<Verdict> verdict = judged(dao.issue(each.id()));
      dao.judge(
          each.id(),
          each.mark(),
          verdict.map(Verdict::score).orElse(null),
          verdict.map(Verdict::required).orElse(null),
          verdict.map(said -> String.join(" ", said.rules())).orElse(""));
    }
  }

  /** One whose letter cannot be made is not judged, and keeps none of the others waiting. */
  private Optional<Verdict> judged(Issue draft) {
    try {
      return filter.judge(sending.example(draft));
    } catch (Refusal refusal) {
      LOG.warn("{} cannot be judged: {}", draft.name(), refusal.toString());
      return Optional.empty();
    }
  }
}
