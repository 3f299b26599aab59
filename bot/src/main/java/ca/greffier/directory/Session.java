package ca.greffier.directory;

import java.time.Instant;

/**
 * A browser that somebody signed in with.
 *
 * @param number the first, the second… of this person
 * @param seenAt when it was last used, to a few minutes
 */
public record Session(int number, Instant openedAt, Instant seenAt, Instant expiresAt) {}
