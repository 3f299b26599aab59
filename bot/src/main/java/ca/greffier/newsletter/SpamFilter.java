package ca.greffier.newsletter;

import ca.greffier.outbox.Letter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A filter that many servers put before their mailboxes, asked before they are. */
public interface SpamFilter {
  /**
   * What it says of a letter.
   *
   * @param score the higher, the more it looks like what nobody wants
   * @param required the score from which it is set aside
   * @param rules those that raise the score, by the names that the filter gives them
   */
  record Verdict(BigDecimal score, BigDecimal required, List<String> rules) {
    boolean isAside() {
      return score.compareTo(required) >= 0;
    }
  }

  /**
   * Judges a letter; this takes seconds.
   *
   * @return empty when the filter cannot say
   */
  Optional<Verdict> judge(Letter letter);
}
