package ca.greffier.gap;

import ca.greffier.command.PersonId;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A drift of the project, as it was last seen.
 *
 * @param measures what could be done, numbered from 1 in this order for ever
 * @param measure what was chosen
 */
public record Gap(
    GapId id,
    Severity severity,
    Phrase title,
    List<Phrase> facts,
    Phrase cause,
    List<Phrase> measures,
    GapState state,
    Optional<PersonId> takenBy,
    Optional<Phrase> measure,
    Instant openedAt) {}
