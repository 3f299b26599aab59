package ca.greffier.gap;

import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The situations of the catalogue (domain.md 6.7), by their number there, each with the measures of
 * the house: the messages {@code measure.NUMBER.1} and following. People choose, and add their own.
 */
enum Situation {
  LATE_BY_CAPACITY(1, 3),
  AWAITED_DECISION(2, 3),
  EXTERNAL_DEPENDENCY(3, 3),
  SUPPLIER_IN_DEFAULT(4, 3),
  SLOW_PROCUREMENT(5, 2),
  SCOPE_CREEP(6, 3),
  UNCLEAR_REQUIREMENT(7, 3),
  REFUSED_DELIVERABLE(8, 2),
  STALE_PROGRESS(9, 3),
  STUCK_NEAR_THE_END(10, 2),
  PUT_OFF_OFTEN(11, 2),
  MISSED_QUORUM(12, 3),
  QUIET_GROUP(13, 3),
  LEAVING_PERSON(14, 3),
  SMALL_OVERRUN(15, 3),
  LARGE_OVERRUN(16, 3),
  UNDERSPENT_GRANT(17, 2),
  UNFUNDED_COMMITMENT(18, 2),
  INVOICE_WITHOUT_ORDER(19, 2),
  CONTINGENCY_USED_EARLY(20, 3),
  CRITICAL_RISK(21, 2),
  PRIVACY_INCIDENT(22, 4),
  INACCESSIBLE(23, 2),
  LOW_ADOPTION(24, 3),
  INTEGRATION_DEBT(25, 3),
  CALENDAR_CONFLICT(26, 3),
  MISSING_QUALITY_DATA(27, 3),
  /** Ours: beyond the catalogue. */
  EARLY_FINISH(28, 3),
  UNOWNED(29, 2),
  OUT_OF_ORDER(30, 3),
  MISSING_DOCUMENT(31, 3),
  FUNDED_OVERRUN(32, 3);

  private final int number;
  private final int measures;

  Situation(int number, int measures) {
    this.number = number;
    this.measures = measures;
  }

  /** The keys of the measures of the house. */
  List<String> measures() {
    List<String> keys = new ArrayList<>();
    for (int i = 1; i <= measures; i++) keys.add("measure." + number + "." + i);
    return keys;
  }

  Phrase phrase() {
    return Phrase.of("gap.situation." + value());
  }

  /** As it is typed: {@code 4}. */
  String value() {
    return String.format(Locale.ROOT, "%d", number);
  }
}
