package ca.greffier.dashboard;

import ca.greffier.gap.Severity;
import ca.greffier.text.Phrase;
import java.util.Collection;

/** How something stands, from good to bad, after nothing (domain.md K8, K9, K19). */
public enum Standing {
  /** There is nothing to judge by. */
  UNKNOWN,
  GOOD,
  /** It would be good, if what is known were not old. */
  STALE,
  WATCH,
  CRITICAL;

  /** A word: whoever draws it adds a symbol, so that a colour is never alone (A3). */
  public Phrase phrase() {
    return Phrase.of("dashboard.standing." + name());
  }

  /** What a gap of this severity makes of it. */
  static Standing of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> CRITICAL;
      case WATCH -> WATCH;
      case STALE -> STALE;
      case OPPORTUNITY -> GOOD;
    };
  }

  /** The worst of several; nothing known says nothing beside the others. */
  static Standing worst(Collection<Standing> several) {
    return several.stream().max(Standing::compareTo).orElse(UNKNOWN);
  }

  /** Old data hides what is good, never what is bad (K19). */
  Standing aged(boolean stale) {
    return stale && this == GOOD ? STALE : this;
  }
}
