package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.meeting.AgendaItem;
import ca.greffier.meeting.DecisionRule;
import org.jspecify.annotations.Nullable;

/** A motion as the secretary writes it down, before it has a number. */
record Motion(
    String text,
    @Nullable AgendaItem item,
    @Nullable PersonId mover,
    @Nullable PersonId seconder,
    @Nullable Vote vote,
    @Nullable Outcome said,
    String dissent,
    DecisionRule rule) {

  /**
   * @throws Refusal when one person proposes and seconds it (domain.md M10), or what is said of it
   *     does not follow from the votes
   */
  Motion {
    if (mover != null && mover.equals(seconder)) throw new Refusal("minutes.motion.alone");
    if (vote != null && said != null && said.isAdopted() != vote.outcome(rule).isAdopted())
      throw new Refusal("minutes.vote.contradicts", said.phrase(), vote.phrase());
  }

  /** One that nobody counted votes on. */
  static Motion plain(String text, @Nullable AgendaItem item, @Nullable Outcome said) {
    return new Motion(text, item, null, null, null, said, "", DecisionRule.MAJORITY);
  }

  /** Whether a rule stricter than the majority is what rejected it. */
  boolean isRejectedByRule() {
    return vote != null
        && outcome() == Outcome.REJECTED
        && DecisionRule.MAJORITY.adopts(vote.inFavour(), vote.against(), vote.abstained());
  }

  Outcome outcome() {
    if (vote != null && (said == null || said.isAdopted())) return vote.outcome(rule);
    return said == null ? Outcome.CONSENSUS : said;
  }
}
