package ca.greffier.progress;

import ca.greffier.text.Phrase;
import java.util.LinkedHashMap;
import java.util.Map;

/** How somebody says things go. */
public enum ProgressState {
  ON_TRACK("dans-les-temps"),
  WATCH("a-surveiller"),
  LATE("en-retard"),
  BLOCKED("bloque"),
  DONE("termine");

  private final String value;

  ProgressState(String value) {
    this.value = value;
  }

  public Phrase phrase() {
    return Phrase.of("choice.avancement." + value);
  }

  /** By what is typed and stored. */
  static Map<String, ProgressState> choices() {
    Map<String, ProgressState> choices = new LinkedHashMap<>();
    for (ProgressState state : values()) choices.put(state.value, state);
    return choices;
  }
}
