package ca.greffier.minutes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a meeting was really held.
 *
 * @param endedAt null while it lasts, or when nobody said
 */
public record Sitting(Instant openedAt, @Nullable Instant endedAt) {}
