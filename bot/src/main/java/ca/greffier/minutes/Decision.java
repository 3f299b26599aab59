package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.meeting.DecisionRule;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a body decided, or did not.
 *
 * @param number by body and year, never used again: {@code CD-2026-001}
 * @param quorate false when too few members were there: then it is an opinion only (domain.md M12)
 * @param present members who were there when it was taken
 * @param item of the ordre du jour; null for none
 * @param mover who proposed it; null when that is not said
 * @param seconder somebody else; null when that is not said
 * @param inFavour null, with the two after it, when the votes were not counted
 * @param rule what it took to adopt it, if votes were counted
 * @param dissent what somebody wants to be read of their disagreement (domain.md M9); may be empty
 */
public record Decision(
    String number,
    String text,
    boolean quorate,
    int present,
    int needed,
    Instant at,
    @Nullable Long item,
    @Nullable PersonId mover,
    @Nullable PersonId seconder,
    @Nullable Integer inFavour,
    @Nullable Integer against,
    @Nullable Integer abstained,
    Outcome outcome,
    String dissent,
    DecisionRule rule) {

  /** Null when the votes were not counted. */
  @Nullable Vote vote() {
    return inFavour == null || against == null || abstained == null
        ? null
        : new Vote(inFavour, against, abstained);
  }

  /** Whether the body decided it: with a quorum, and not against it. */
  public boolean isDecided() {
    return quorate && outcome.isAdopted();
  }

  /** When more votes for than against were not enough, or had to be so many more. */
  private boolean isRuleTold(Vote vote) {
    return rule != DecisionRule.MAJORITY
        && outcome != Outcome.UNANIMOUS
        && DecisionRule.MAJORITY.adopts(vote.inFavour(), vote.against(), vote.abstained());
  }

  /** What became of it, with the votes when they were counted. */
  Phrase result() {
    List<Object> parts = new ArrayList<>();
    parts.add(outcome.phrase());
    Vote vote = vote();
    if (vote != null) parts.add(vote.phrase());
    if (vote != null && isRuleTold(vote))
      parts.add(Phrase.of("minutes.result.rule", rule.phrase()));
    return Phrase.of("minutes.result", parts);
  }
}
