package ca.greffier.minutes;

import ca.greffier.command.Refusal;
import ca.greffier.meeting.DecisionRule;
import ca.greffier.text.Phrase;

/** How those present voted. */
public record Vote(int inFavour, int against, int abstained) {

  /** What it makes of the motion, as the body decides. */
  Outcome outcome(DecisionRule rule) {
    if (!rule.adopts(inFavour, against, abstained)) return Outcome.REJECTED;
    return against == 0 && abstained == 0 ? Outcome.UNANIMOUS : Outcome.MAJORITY;
  }

  /**
   * @throws Refusal when more people voted than there are
   */
  void check(int present) {
    int voted = inFavour + against + abstained;
    if (voted > present) throw new Refusal("minutes.vote.many", voted, present);
    if (voted == 0) throw new Refusal("minutes.vote.none");
  }

  Phrase phrase() {
    return Phrase.of("minutes.vote", inFavour, against, abstained);
  }
}
