package ca.greffier.document;

import ca.greffier.text.Phrase;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who may read a document. Whoever runs the project reads them all. */
public enum Classification {
  /** Every person of the directory. */
  PUBLIC("public"),
  /** Those who sit in the project, a committee or a group; and the members of its body. */
  INTERNAL("interne"),
  /** The members of its body. */
  CONFIDENTIAL("confidentiel");

  private final String word;

  Classification(String word) {
    this.word = word;
  }

  public Phrase phrase() {
    return Phrase.of("choice.classification." + word);
  }

  static Map<String, Classification> choices() {
    Map<String, Classification> values = new LinkedHashMap<>();
    for (Classification each : values()) values.put(each.word, each);
    return values;
  }
}
