package ca.greffier.meeting;

import ca.greffier.text.Phrase;
import java.util.Locale;

/** Where a meeting stands. */
public enum MeetingState {
  /** A draft: nobody was told. */
  PLANNED,
  CONVENED,
  /** It was held, and its minutes were sent. */
  CLOSED,
  CANCELLED;

  public Phrase label() {
    return Phrase.of("meeting.state." + name().toLowerCase(Locale.ROOT));
  }
}
