package ca.greffier.gap;

import ca.greffier.text.Phrase;

/** How much a gap matters, from least to most (domain.md K8, K19). */
public enum Severity {
  /** Better than planned: something can be made of it. */
  OPPORTUNITY,
  /** Nothing is known any more. */
  STALE,
  WATCH,
  CRITICAL;

  /** A symbol and a word: a colour alone tells nothing to some (domain.md A3). */
  public Phrase phrase() {
    return Phrase.of("gap.severity." + name());
  }

  boolean isWorseThan(Severity other) {
    return compareTo(other) > 0;
  }
}
