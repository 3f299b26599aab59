package ca.greffier.newsletter;

import ca.greffier.command.Refusal;
import ca.greffier.command.Tokens;
import ca.greffier.outbox.Campaigns;
import ca.greffier.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Leaving a list, at once (S.C. 2010, c. 23, s. 11; domain.md C15): the letters that wait to leave
 * for this subscription are taken back too.
 */
final class Unsubscribing {
  private final NewsletterDao lists;
  private final SubscriptionDao subscriptions;
  private final IssueDao issues;
  private final Outbox outbox;
  private final Campaigns campaigns;

  Unsubscribing(Jdbi jdbi, Outbox outbox, Campaigns campaigns) {
    this.lists = jdbi.onDemand(NewsletterDao.class);
    this.subscriptions = jdbi.onDemand(SubscriptionDao.class);
    this.issues = jdbi.onDemand(IssueDao.class);
    this.outbox = outbox;
    this.campaigns = campaigns;
  }

  /**
   * @return the list that was left, now or before
   * @throws Refusal when the token is forged
   */
  Newsletter leave(String token, Instant at) {
    SubscriptionId subscription =
        subscriptions
            .byToken(Tokens.hash(token))
            .orElseThrow(() -> new Refusal("newsletter.subscription.unknown"));
    return leave(subscription, at);
  }

  /** The same for a subscription that is known otherwise. */
  Newsletter leave(SubscriptionId subscription, Instant at) {
    Newsletter left = subscriptions.of(subscription);
    lists.holdFor(subscription);
    if (subscriptions.unsubscribe(subscription, at) > 0) {
      List<Issue> sent = issues.sent(left.id());
      campaigns.withdraw(subscriptions.address(subscription), subscription.thing());
      outbox.withdraw(sent.stream().map(issue -> issue.onceKey(subscription)).toList());
    }
    return left;
  }
}
