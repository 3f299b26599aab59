package ca.greffier.document;

import ca.greffier.text.Phrase;

/**
 * Something of a room above that a document is attached to.
 *
 * @param key as people name it: {@code L-12}, {@code 4}, {@code CD-2026-001}
 */
public record Attachable(Kind kind, String key) {
  /** What it is. */
  public enum Kind {
    DELIVERABLE,
    MEETING,
    DECISION
  }

  public Phrase phrase() {
    return Phrase.of("document.attached." + kind.name(), key);
  }
}
