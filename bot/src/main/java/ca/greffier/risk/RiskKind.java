package ca.greffier.risk;

import java.util.Locale;

/** What may happen: harm, or good. They share one scale (domain.md K22). */
public enum RiskKind {
  /** A risk: {@code R-07}. */
  THREAT("R", "risque"),
  /** An occasion to seize: {@code O-03}. */
  OPPORTUNITY("O", "occasion");

  private final String letter;
  private final String word;

  RiskKind(String letter, String word) {
    this.letter = letter;
    this.word = word;
  }

  /** {@code R-07}. */
  String code(int number) {
    return String.format(Locale.ROOT, "%s-%02d", letter, number);
  }

  String letter() {
    return letter;
  }

  /** The first word of its commands, and the name of its parameter. */
  String word() {
    return word;
  }

  /** A message that is not the same for both: {@code risk.risque.added}. */
  String key(String what) {
    return "risk." + word + "." + what;
  }
}
