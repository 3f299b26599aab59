package ca.greffier.command;

import java.util.List;

/**
 * An expected no, worded for the person by a message key and its arguments, with what to do. Never
 * logged as an error.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String key;
  private final transient List<Object> arguments;

  public Refusal(String key, Object... arguments) {
    super(key + " " + List.of(arguments), null, false, false);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
