package ca.greffier.outbox;

import ca.greffier.outbox.Parcel.ParcelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a parcel.
 *
 * @param doubtful true when it may have arrived twice, because a node died while carrying it
 * @param answer what the server said last
 */
public record Proof(
    ParcelId id,
    String onceKey,
    String kind,
    String addressee,
    String state,
    int attempts,
    boolean doubtful,
    Instant createdAt,
    @Nullable Instant settledAt,
    @Nullable String answer) {}
