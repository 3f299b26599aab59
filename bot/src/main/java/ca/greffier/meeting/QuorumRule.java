package ca.greffier.meeting;

import ca.greffier.text.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * How many of its members a body needs to decide: a number of them, a share, or else their majority
 * (Civil Code of Québec, article 349; domain.md M12).
 *
 * @param number of members; null for none
 * @param share in percent, rounded up to a whole member; null for none
 */
public record QuorumRule(@Nullable Integer number, @Nullable Integer share) {
  static final QuorumRule MAJORITY = new QuorumRule(null, null);

  private static final int WHOLE = 100;

  static QuorumRule number(int number) {
    return new QuorumRule(number, null);
  }

  static QuorumRule share(int percent) {
    return new QuorumRule(null, percent);
  }

  /** The quorum of a body of so many members. */
  Quorum of(int members) {
    if (number != null) return new Quorum(members, number);
    if (share != null) return new Quorum(members, Math.max(1, roundedUp(members * share)));
    return Quorum.majority(members);
  }

  private static int roundedUp(int hundredths) {
    return (hundredths + WHOLE - 1) / WHOLE;
  }

  /** As it is told. */
  Phrase phrase() {
    if (number != null) return Phrase.of("meeting.rule.number", number);
    if (share != null) return Phrase.of("meeting.rule.share", share);
    return Phrase.of("meeting.rule.majority");
  }
}
