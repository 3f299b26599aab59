package ca.greffier.gap;

import ca.greffier.text.Phrase;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is done about a gap. */
public enum GapState {
  OPEN("ouvert"),
  TAKEN("pris"),
  /** Nothing more is said of it before a day. */
  SNOOZED("sourdine"),
  /** The project lives with it. */
  ACCEPTED("accepte"),
  RESOLVED("regle");

  private final String value;

  GapState(String value) {
    this.value = value;
  }

  /** Whether somebody may still do something about it. */
  boolean isPending() {
    return this != ACCEPTED && this != RESOLVED;
  }

  public Phrase phrase() {
    return Phrase.of("choice.ecarts." + value);
  }

  /** By what is typed and stored. */
  static Map<String, GapState> choices() {
    Map<String, GapState> choices = new LinkedHashMap<>();
    for (GapState state : values()) choices.put(state.value, state);
    return choices;
  }
}
