package ca.greffier.newsletter;

import ca.greffier.command.Tokens;
import ca.greffier.newsletter.SubscriptionDao.Leaving;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * What the links that end subscriptions lead to. They are made when somebody subscribes, so that
 * sending makes none; those of a former key stay good.
 */
public final class Leavings {
  private static final int TOGETHER = 5_000;

  private final SubscriptionDao dao;
  private final Tokens tokens;

  public Leavings(Jdbi jdbi, Tokens tokens) {
    this.dao = jdbi.onDemand(SubscriptionDao.class);
    this.tokens = tokens;
  }

  /** Makes those that a list still lacks. */
  public void complete(NewsletterId newsletter) {
    String mark = tokens.keyMark();
    SubscriptionId last = new SubscriptionId(0);
    List<SubscriptionId> lacking;
    do {
      lacking = dao.withoutToken(newsletter, mark, last, TOGETHER);
      if (lacking.isEmpty()) return;
      dao.putTokens(lacking.stream().map(each -> leaving(each, mark)).toList());
      last = lacking.getLast();
    } while (lacking.size() == TOGETHER);
  }

  private Leaving leaving(SubscriptionId subscription, String mark) {
    return new Leaving(Tokens.hash(tokens.of(subscription.thing())), subscription, mark);
  }
}
