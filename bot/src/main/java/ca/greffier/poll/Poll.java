package ca.greffier.poll;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Several dates for a meeting of a body.
 *
 * @param title the object of the meeting
 * @param minutes how long it will last
 * @param place empty when it is not known yet
 * @param remindAt when those who have said nothing are reminded, once
 * @param closesAt answers are taken until then
 * @param decidedAt when it became a meeting
 */
public record Poll(
    PollId id,
    BodyId body,
    String title,
    int minutes,
    String place,
    PersonId openedBy,
    Instant openedAt,
    Instant remindAt,
    Instant closesAt,
    @Nullable Instant decidedAt) {

  public String code() {
    return id.code();
  }

  boolean isOpen(Instant at) {
    return decidedAt == null && at.isBefore(closesAt);
  }
}
