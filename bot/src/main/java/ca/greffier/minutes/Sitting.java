package ca.greffier.minutes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a meeting was really held.
 *
 * @param endedAt null while it lasts, or when nobody said
 * @param item of the ordre du jour where it is; null before the first
 * @param itemAt since when
 */
public record Sitting(
    Instant openedAt, @Nullable Instant endedAt, @Nullable Long item, @Nullable Instant itemAt) {}
