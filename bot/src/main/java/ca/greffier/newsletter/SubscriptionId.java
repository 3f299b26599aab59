package ca.greffier.newsletter;

import ca.greffier.store.Id;

/** The number of a {@link Subscription}. */
record SubscriptionId(long value) implements Id {
  /** The thing whose token ends it. */
  String thing() {
    return "abonnement:" + value;
  }
}
