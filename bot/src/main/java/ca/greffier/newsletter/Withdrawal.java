package ca.greffier.newsletter;

import ca.greffier.outbox.Campaigns;
import ca.greffier.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/**
 * Withdrawing all that an address ever consented to: who calls one of our letters unwanted wants
 * none of them (domain.md E11).
 */
public final class Withdrawal {
  private static final Pattern LETTER = Pattern.compile("infolettre:\\d+:(\\d{1,18})");

  private final Jdbi jdbi;
  private final SubscriptionDao dao;
  private final Unsubscribing unsubscribing;

  public Withdrawal(Jdbi jdbi, Outbox outbox, Campaigns campaigns) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(SubscriptionDao.class);
    this.unsubscribing = new Unsubscribing(jdbi, outbox, campaigns);
  }

  /**
   * Ends the subscription that a letter of an issue went to.
   *
   * @param onceKey of the letter: {@code infolettre:12:17}
   * @return the list that was left; empty when it is no such letter
   */
  public Optional<String> by(String onceKey, Instant at) {
    Matcher letter = LETTER.matcher(onceKey);
    if (!letter.matches()) return Optional.empty();
    SubscriptionId subscription = new SubscriptionId(Long.parseLong(letter.group(1)));
    return Optional.of(jdbi.inTransaction(_ -> unsubscribing.leave(subscription, at)).title());
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
