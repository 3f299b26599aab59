package ca.greffier.risk;

import ca.greffier.text.Phrase;

/** How much a risk matters, by probability × impact (domain.md K22). */
public enum Level {
  /** 1 to 4. */
  LOW,
  /** 5 to 9. */
  MODERATE,
  /** 10 to 14. */
  HIGH,
  /** 15 to 25. */
  CRITICAL;

  /**
   * @param score from 1 to 25
   */
  public static Level of(int score) {
    if (score < 1 || score > 25) throw new IllegalArgumentException("score: " + score);
    if (score >= 15) return CRITICAL;
    if (score >= 10) return HIGH;
    return score >= 5 ? MODERATE : LOW;
  }

  /** A symbol and a word: a colour alone tells nothing to some (domain.md A3). */
  public Phrase phrase() {
    return Phrase.of("risk.level." + name());
  }
}
