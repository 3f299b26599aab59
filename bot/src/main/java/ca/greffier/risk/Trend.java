package ca.greffier.risk;

import ca.greffier.text.Phrase;

/** Where a score goes, from the review before to the last one. */
public enum Trend {
  /** Reviewed once only. */
  NEW,
  UP,
  STEADY,
  DOWN;

  /** An arrow and a word. */
  public Phrase phrase() {
    return Phrase.of("risk.trend." + name());
  }
}
