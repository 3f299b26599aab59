package ca.greffier.meeting;

import ca.greffier.text.Phrase;

/** What a person answers to an invitation. */
public enum Presence {
  YES("oui"),
  NO("non"),
  MAYBE("peut-etre");

  private final String value;

  Presence(String value) {
    this.value = value;
  }

  /** As it is typed and stored: {@code peut-etre}. */
  String value() {
    return value;
  }

  /** The message key of its label. */
  String key() {
    return "choice.presence." + value;
  }

  public Phrase label() {
    return Phrase.of(key());
  }
}
