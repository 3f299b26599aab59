package ca.greffier.gap;

import ca.greffier.text.Phrase;

/** What became of a gap after a measure was chosen for it. */
enum Outcome {
  GONE,
  SHRANK,
  SAME,
  GREW;

  /** Less than a twentieth up or down is the same. */
  private static final double NOTICEABLE = 0.05;

  static Outcome of(double before, double now) {
    if (now < before * (1 - NOTICEABLE)) return SHRANK;
    return now > before * (1 + NOTICEABLE) ? GREW : SAME;
  }

  boolean isBetter() {
    return this == GONE || this == SHRANK;
  }

  Phrase phrase() {
    return Phrase.of("gap.outcome." + name());
  }
}
