package ca.greffier.minutes;

import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.Quorum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept of a meeting.
 *
 * @param participants by family name (Office québécois de la langue française, BDL 22821)
 * @param closedAt empty while it can still change
 */
public record Proceedings(
    Meeting meeting,
    Quorum quorum,
    List<Participant> participants,
    List<Note> notes,
    List<Decision> decisions,
    List<ActionItem> actions,
    Optional<Instant> closedAt) {

  /** Members who were there. */
  public int present() {
    return (int) participants.stream().filter(Participant::counts).count();
  }

  public boolean isQuorate() {
    return quorum.isReachedBy(present());
  }
}
