package ca.greffier.chat;

import ca.greffier.text.Phrase;
import org.jspecify.annotations.Nullable;

/** Discord cannot be used; said to the operator as one sentence with its remedy. */
public final class DiscordFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Phrase phrase;

  DiscordFailure(Phrase phrase, @Nullable Throwable cause) {
    super(phrase.key() + " " + phrase.arguments(), cause);
    this.phrase = phrase;
  }

  /** What to tell. */
  public Phrase phrase() {
    return phrase;
  }
}
