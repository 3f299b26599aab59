package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import java.time.Instant;

/** Something said at a meeting. */
public record Note(String text, PersonId author, Instant at) {}
