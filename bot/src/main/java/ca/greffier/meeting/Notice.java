package ca.greffier.meeting;

import ca.greffier.directory.BodyKind;
import ca.greffier.text.Folded;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a notice of meeting must say (Office québécois de la langue française, BDL 2818; domain.md
 * M1) and how long before the meeting it must leave (M2: seven working days for a steering
 * committee, five for any other body, until a body's own rules are known).
 */
final class Notice {
  /** Titles that name the kind of thing, not what it is about. */
  private static final Set<String> NOT_AN_OBJECT =
      Set.of("rencontre", "reunion", "seance", "comite", "meeting", "session", "assemblee");

  private Notice() {}

  /**
   * What is missing. The convener, the type of meeting and the date with its day are always there:
   * they come from who convenes, from the body and from the meeting itself.
   */
  static List<Phrase> missing(Meeting meeting) {
    List<Phrase> missing = new ArrayList<>();
    if (NOT_AN_OBJECT.contains(Folded.of(meeting.title()))) missing.add(part("object"));
    if (meeting.place().isBlank()) missing.add(part("place"));
    if (meeting.agenda().isBlank()) missing.add(part("agenda"));
    return missing;
  }

  private static Phrase part(String name) {
    return Phrase.of("meeting.notice." + name);
  }

  /** Working days between the notice and the meeting. */
  static int delay(BodyKind kind) {
    return kind == BodyKind.STEERING ? 7 : 5;
  }

  /** The last day on which the notice may leave. */
  static LocalDate latest(LocalDate meeting, BodyKind kind, QuebecCalendar calendar) {
    return calendar.plusWorkingDays(meeting, -delay(kind));
  }
}
