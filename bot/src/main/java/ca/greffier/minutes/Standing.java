package ca.greffier.minutes;

import ca.greffier.meeting.Presence;
import ca.greffier.text.Phrase;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether somebody was at a meeting. */
public enum Standing {
  PRESENT,
  /** They had said that they would not come. */
  EXCUSED,
  ABSENT,
  /** Another member votes for them, where the rules of the body allow it. */
  REPRESENTED;

  public Phrase label() {
    return Phrase.of("minutes.standing." + name().toLowerCase(Locale.ROOT));
  }

  /** Until it is noted otherwise, people did what they answered. */
  static Standing expected(@Nullable Presence answer, boolean represented) {
    if (represented) return REPRESENTED;
    return switch (answer) {
      case YES -> PRESENT;
      case NO -> EXCUSED;
      case MAYBE -> ABSENT;
      case null -> ABSENT;
    };
  }
}
