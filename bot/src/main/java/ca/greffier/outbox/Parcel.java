package ca.greffier.outbox;

import ca.greffier.store.Id;

/**
 * A claimed row, ready to carry.
 *
 * @param onceKey unique for ever: what, whom, revision; Message-IDs and nonces derive from it
 * @param attempt 1 for the first
 */
public record Parcel(ParcelId id, String onceKey, int attempt, Outgoing what) {
  public record ParcelId(long value) implements Id {}
}
