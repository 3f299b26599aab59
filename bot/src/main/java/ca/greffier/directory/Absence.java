package ca.greffier.directory;

import ca.greffier.command.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away; nobody asks why.
 *
 * @param starts the first day away
 * @param ends the last day away
 * @param substitute who is asked in the meantime
 */
public record Absence(
    PersonId person, LocalDate starts, LocalDate ends, @Nullable PersonId substitute) {}
