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
 * @param sitting empty when nobody opened it
 * @param closedAt empty while it can still change
 * @param life empty until then
 */
public record Proceedings(
    Meeting meeting,
    Quorum quorum,
    List<Participant> participants,
    List<Note> notes,
    List<Decision> decisions,
    List<Amendment> amendments,
    List<ActionItem> actions,
    Optional<Sitting> sitting,
    List<Movement> movements,
    Optional<Instant> closedAt,
    Optional<Life> life) {

  /** How a motion was to be changed, by the number of what became of it. */
  List<Amendment> amendments(String decision) {
    return amendments.stream().filter(each -> each.decision().equals(decision)).toList();
  }

  /** Members who were there. */
  public int present() {
    return (int) participants.stream().filter(Participant::counts).count();
  }

  public boolean isQuorate() {
    return quorum.isReachedBy(present());
  }
}
