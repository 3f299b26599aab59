package ca.greffier.poll;

import ca.greffier.text.Phrase;

/** What somebody says of a date. */
public enum Says {
  YES,
  /** They would come if it must be that day. */
  IF_NEEDED,
  NO;

  Phrase phrase() {
    return Phrase.of("poll.says." + name());
  }
}
