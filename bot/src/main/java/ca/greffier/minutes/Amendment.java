package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wanted a motion changed, and what the body said before it voted on the motion.
 *
 * @param decision the number of what became of the motion
 * @param sub whether it changes an amendment and not the motion (a sous-amendement)
 * @param inFavour null, with the two after it, when the votes were not counted
 */
public record Amendment(
    String decision,
    String text,
    boolean sub,
    @Nullable PersonId mover,
    @Nullable PersonId seconder,
    @Nullable Integer inFavour,
    @Nullable Integer against,
    @Nullable Integer abstained,
    Outcome outcome) {

  static Amendment of(String decision, Motion motion, boolean sub) {
    Vote vote = motion.vote();
    return new Amendment(
        decision,
        motion.text(),
        sub,
        motion.mover(),
        motion.seconder(),
        vote == null ? null : vote.inFavour(),
        vote == null ? null : vote.against(),
        vote == null ? null : vote.abstained(),
        motion.outcome());
  }

  /** What became of it, with the votes when they were counted. */
  Phrase result() {
    List<Object> parts = new ArrayList<>();
    parts.add(outcome.phrase());
    if (inFavour != null && against != null && abstained != null)
      parts.add(new Vote(inFavour, against, abstained).phrase());
    return Phrase.of("minutes.result", parts);
  }
}
