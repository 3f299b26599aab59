package ca.greffier.text;

import java.util.List;

/**
 * A message with its arguments, not yet in a language: the label of a state, the cause of a gap.
 */
public record Phrase(String key, List<Object> arguments) {
  public Phrase {
    arguments = List.copyOf(arguments);
  }

  public static Phrase of(String key, Object... arguments) {
    return new Phrase(key, List.of(arguments));
  }
}
