package ca.greffier.gap;

import ca.greffier.command.PersonId;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A drift of the project, as it was last seen.
 *
 * @param rule the code of the rule that found it
 * @param measures what could be done, numbered from 1 in this order for ever
 * @param measure what was chosen
 * @param until when it is put off, the day it will be told again
 * @param reason why it was put off or accepted
 * @param size how large it is, in the unit of its rule
 */
public record Gap(
    GapId id,
    String rule,
    Severity severity,
    Phrase title,
    List<Phrase> facts,
    Phrase cause,
    List<Phrase> measures,
    GapState state,
    Optional<PersonId> takenBy,
    Optional<Phrase> measure,
    Optional<LocalDate> until,
    Optional<String> reason,
    double size,
    Instant openedAt) {}
