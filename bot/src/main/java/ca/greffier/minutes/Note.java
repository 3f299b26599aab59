package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something said at a meeting.
 *
 * @param item of the ordre du jour; null for none
 */
public record Note(String text, PersonId author, Instant at, @Nullable Long item) {}
