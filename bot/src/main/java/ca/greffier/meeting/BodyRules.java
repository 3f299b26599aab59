package ca.greffier.meeting;

import ca.greffier.directory.BodyKind;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;

/**
 * The rules by which a body meets. Its own by-laws prevail over what is usual for its kind
 * (domain.md M2, M8, M12, M13).
 *
 * @param notice days between the notice and the meeting
 * @param counted how these days are counted
 * @param proxies whether a member may be represented by another
 * @param official whether it keeps a procès-verbal, which is approved and signed; else a compte
 *     rendu
 * @param sentWithin working days after the meeting in which its minutes are sent
 * @param decidesBy what adopts a motion
 * @param documents working days before the meeting by which its documents are there (M4)
 * @param seconders whether its minutes say who seconded a motion
 */
public record BodyRules(
    int notice,
    Counted counted,
    QuorumRule quorum,
    boolean proxies,
    boolean official,
    int sentWithin,
    DecisionRule decidesBy,
    int documents,
    boolean seconders) {
  private static final int DOCUMENTS = 5;
  private static final int SENT_WITHIN = 10;

  /** How the days of a notice are counted. */
  public enum Counted {
    WORKING("ouvrables"),
    CALENDAR("civils"),
    /** Neither the day of the notice nor that of the meeting counts. */
    CLEAR("francs");

    private final String word;

    Counted(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** What is usual for a kind of body. */
  static BodyRules usual(BodyKind kind) {
    QuorumRule majority = QuorumRule.MAJORITY;
    return switch (kind) {
      case STEERING -> usual(7, Counted.WORKING, majority, false, true);
      // By-laws ask for two to seven days; a director may not be represented.
      case BOARD -> usual(7, Counted.CALENDAR, majority, false, true);
      // Civil Code of Québec, articles 346 and 350.
      case ASSEMBLY -> usual(10, Counted.CLEAR, majority, true, true);
      case PROJECT, WORKING_GROUP, SUPPLIER -> usual(5, Counted.WORKING, majority, false, false);
    };
  }

  private static BodyRules usual(
      int notice, Counted counted, QuorumRule quorum, boolean proxies, boolean official) {
    return new BodyRules(
        notice,
        counted,
        quorum,
        proxies,
        official,
        SENT_WITHIN,
        DecisionRule.MAJORITY,
        DOCUMENTS,
        true);
  }

  /** The last day on which a document for a meeting is in time. */
  LocalDate documentsDue(LocalDate meeting, QuebecCalendar calendar) {
    return calendar.plusWorkingDays(meeting, -documents);
  }

  /** The last day on which the notice of a meeting may leave. */
  LocalDate latestNotice(LocalDate meeting, QuebecCalendar calendar) {
    return switch (counted) {
      case WORKING -> calendar.plusWorkingDays(meeting, -notice);
      case CALENDAR -> meeting.minusDays(notice);
      case CLEAR -> meeting.minusDays(notice + 1L);
    };
  }

  /** The delay in words: {@code 7 jours ouvrables}. */
  Phrase delay() {
    return Phrase.of("meeting.rule.delay." + counted.word(), notice);
  }
}
