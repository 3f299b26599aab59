package ca.greffier.budget;

import ca.greffier.text.Phrase;
import java.util.LinkedHashMap;
import java.util.Map;

/** What commits money. */
public enum CommitmentKind {
  CONTRACT("contrat"),
  ORDER("commande");

  private final String word;

  CommitmentKind(String word) {
    this.word = word;
  }

  /** As people choose it. */
  static Map<String, CommitmentKind> words() {
    Map<String, CommitmentKind> words = new LinkedHashMap<>();
    for (CommitmentKind each : values()) words.put(each.word, each);
    return words;
  }

  String word() {
    return word;
  }

  Phrase phrase() {
    return Phrase.of("choice.engagement." + word);
  }
}
