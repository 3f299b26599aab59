package ca.greffier.minutes;

import ca.greffier.text.Phrase;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of a motion (domain.md M10). */
public enum Outcome {
  /** Nobody asked for a vote. */
  CONSENSUS("consensus"),
  UNANIMOUS("unanimite"),
  MAJORITY("majorite"),
  REJECTED("rejetee"),
  WITHDRAWN("retiree"),
  /** Déposée sur le bureau. */
  TABLED("deposee"),
  POSTPONED("reportee");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** As people choose it. */
  static Map<String, Outcome> words() {
    Map<String, Outcome> words = new LinkedHashMap<>();
    for (Outcome each : values()) words.put(each.word, each);
    return words;
  }

  /** Whether the body now wants what the motion says. */
  public boolean isAdopted() {
    return this == CONSENSUS || this == UNANIMOUS || this == MAJORITY;
  }

  Phrase phrase() {
    return Phrase.of("minutes.outcome." + word);
  }
}
