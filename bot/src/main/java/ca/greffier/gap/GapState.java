package ca.greffier.gap;

import ca.greffier.text.Phrase;

/** What is done about a gap. */
public enum GapState {
  OPEN,
  TAKEN,
  RESOLVED;

  public Phrase phrase() {
    return Phrase.of("gap.state." + name());
  }
}
