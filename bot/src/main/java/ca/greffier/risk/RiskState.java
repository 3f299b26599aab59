package ca.greffier.risk;

import ca.greffier.text.Phrase;

/** What became of a risk; the closed ones stay in the register. */
public enum RiskState {
  OPEN,
  /** It came true. */
  OCCURRED,
  /** It can no longer happen, or no longer matters. */
  CLOSED;

  Phrase phrase() {
    return Phrase.of("risk.state." + name());
  }
}
