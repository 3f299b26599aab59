package ca.greffier.meeting;

import ca.greffier.text.Folded;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a notice of meeting must say (Office québécois de la langue française, BDL 2818; domain.md
 * M1).
 */
final class Notice {
  /** Titles that name the kind of thing, not what it is about. */
  private static final Set<String> NOT_AN_OBJECT =
      Set.of("rencontre", "reunion", "seance", "comite", "meeting", "session", "assemblee");

  private Notice() {}

  /**
   * What is missing. The convener, the type of meeting and the date with its day are always there:
   * they come from who convenes, from the body and from the meeting itself.
   *
   * @param agenda whether it has an ordre du jour
   */
  static List<Phrase> missing(MeetingPlan meeting, boolean agenda) {
    List<Phrase> missing = new ArrayList<>();
    if (NOT_AN_OBJECT.contains(Folded.of(meeting.title()))) missing.add(part("object"));
    if (meeting.place().isBlank()) missing.add(part("place"));
    if (!agenda) missing.add(part("agenda"));
    return missing;
  }

  private static Phrase part(String name) {
    return Phrase.of("meeting.notice." + name);
  }
}
