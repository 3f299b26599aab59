package ca.greffier.progress;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A body asked how things go.
 *
 * @param closesAt when it is summed up, whoever has answered
 * @param endsAt until then a late answer is still taken
 * @param consolidatedAt when it was summed up
 */
public record Round(
    RoundId id,
    BodyId body,
    Instant openedAt,
    PersonId openedBy,
    Instant remindAt,
    Instant closesAt,
    Instant endsAt,
    @Nullable Instant consolidatedAt) {}
