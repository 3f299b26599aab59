package ca.greffier.meeting;

import ca.greffier.command.AskId;
import ca.greffier.command.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person invited to a meeting.
 *
 * @param presence what they answered last; null for no answer
 * @param proxy who votes for them; null for nobody
 * @param replySequence the version of the meeting they answered
 * @param replyStamp when that answer was written
 * @param guest invited besides the members: does not count for the quorum
 */
public record Invitation(
    MeetingId meeting,
    PersonId person,
    AskId ask,
    @Nullable Presence presence,
    @Nullable PersonId proxy,
    @Nullable Instant answeredAt,
    @Nullable Integer replySequence,
    @Nullable Instant replyStamp,
    @Nullable Instant remindedAt,
    boolean guest) {}
