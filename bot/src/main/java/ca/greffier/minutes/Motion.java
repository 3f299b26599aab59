package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.meeting.AgendaItem;
import org.jspecify.annotations.Nullable;

/** A motion as the secretary writes it down, before it has a number. */
record Motion(
    String text,
    @Nullable AgendaItem item,
    @Nullable PersonId mover,
    @Nullable PersonId seconder,
    @Nullable Vote vote,
    @Nullable Outcome said,
    String dissent) {

  /**
   * @throws Refusal when one person proposes and seconds it (domain.md M10), or what is said of it
   *     does not follow from the votes
   */
  Motion {
    if (mover != null && mover.equals(seconder)) throw new Refusal("minutes.motion.alone");
    if (vote != null && said != null && said.isAdopted() != vote.outcome().isAdopted())
      throw new Refusal("minutes.vote.contradicts", said.phrase(), vote.phrase());
  }

  Outcome outcome() {
    if (vote != null && (said == null || said.isAdopted())) return vote.outcome();
    return said == null ? Outcome.CONSENSUS : said;
  }
}
