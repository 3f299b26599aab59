package ca.greffier.store;

import ca.greffier.text.Phrase;
import org.jspecify.annotations.Nullable;

/** The database cannot be used; said to the operator as one sentence with its remedy. */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Phrase phrase;

  public StoreFailure(String key, Object... arguments) {
    this(Phrase.of(key, arguments), null);
  }

  StoreFailure(Phrase phrase, @Nullable Throwable cause) {
    super(phrase.key() + " " + phrase.arguments(), cause);
    this.phrase = phrase;
  }

  /** What to tell. */
  public Phrase phrase() {
    return phrase;
  }
}
