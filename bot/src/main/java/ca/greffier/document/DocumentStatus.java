package ca.greffier.document;

import ca.greffier.text.Phrase;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far the last version of a document has come. */
public enum DocumentStatus {
  DRAFT("brouillon"),
  REVIEW("revue"),
  APPROVED("approuve"),
  /** Nobody should use it any more. */
  OBSOLETE("perime");

  private final String word;

  DocumentStatus(String word) {
    this.word = word;
  }

  public Phrase phrase() {
    return Phrase.of("choice.document." + word);
  }

  static Map<String, DocumentStatus> choices() {
    Map<String, DocumentStatus> values = new LinkedHashMap<>();
    for (DocumentStatus each : values()) values.put(each.word, each);
    return values;
  }
}
