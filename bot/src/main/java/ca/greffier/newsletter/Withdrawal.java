package ca.greffier.newsletter;

import ca.greffier.outbox.Campaigns;
import ca.greffier.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Withdrawing all that an address ever consented to: who calls one of our letters unwanted wants
 * none of them (domain.md E11).
 */
public final class Withdrawal {
  private final Jdbi jdbi;
  private final NewsletterDao dao;
  private final Unsubscribing unsubscribing;

  public Withdrawal(Jdbi jdbi, Outbox outbox, Campaigns campaigns) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(NewsletterDao.class);
    this.unsubscribing = new Unsubscribing(jdbi, outbox, campaigns);
  }

  /**
   * @return how many lists the address has left by it
   */
  public int all(String address, Instant at) {
    return jdbi.inTransaction(
        _ -> {
          List<SubscriptionId> all = dao.subscriptionsOf(address);
          all.forEach(each -> unsubscribing.leave(each, at));
          return all.size();
        });
  }
}
