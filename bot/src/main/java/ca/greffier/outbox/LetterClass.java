package ca.greffier.outbox;

/** The kind of a letter; it decides the headers (domain.md E3, E4, E6). */
public enum LetterClass {
  /** A notice of meeting: calendar part, no unsubscribe. */
  CONVOCATION,
  /** Asks or reminds: made by the clock, Auto-Submitted. */
  RELANCE,
  /** Tells the people in charge, or acknowledges: made by a program, Auto-Submitted. */
  AVIS,
  /** Asks whoever was named on a page whether it was they: made by a program, Auto-Submitted. */
  INSCRIPTION,
  /** Answers a letter: Auto-Submitted auto-replied, empty return path. */
  ACCUSE,
  /** Sent by a person to a list: List-Id, List-Unsubscribe with one click, no Auto-Submitted. */
  INFOLETTRE
}
