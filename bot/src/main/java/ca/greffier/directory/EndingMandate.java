package ca.greffier.directory;

import ca.greffier.command.PersonId;
import java.time.LocalDate;

/**
 * A mandate that will end without anybody to follow.
 *
 * @param id its number in the database
 */
public record EndingMandate(
    long id, BodyId body, PersonId person, Function function, LocalDate ends) {}
