package ca.greffier.config;

import ca.greffier.text.Phrase;
import java.util.List;

/** The configuration cannot be used; each fault is a sentence with its remedy. */
public final class ConfigFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Phrase> phrases;

  public ConfigFailure(List<Phrase> phrases) {
    super(phrases.toString());
    this.phrases = List.copyOf(phrases);
  }

  ConfigFailure(String key, Object... arguments) {
    this(List.of(Phrase.of(key, arguments)));
  }

  /** What to tell. */
  public List<Phrase> phrases() {
    return phrases;
  }
}
