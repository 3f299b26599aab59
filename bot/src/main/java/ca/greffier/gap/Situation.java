package ca.greffier.gap;

import java.util.ArrayList;
import java.util.List;

/**
 * The situations that the rules recognise, by their number in the catalogue (domain.md 6.7), each
 * with its measures: the messages {@code measure.NUMBER.1} and following. People choose.
 */
enum Situation {
  LATE_BY_CAPACITY(1, 3),
  EXTERNAL_DEPENDENCY(3, 3),
  SUPPLIER_IN_DEFAULT(4, 3),
  STALE_PROGRESS(9, 3),
  PUT_OFF_OFTEN(11, 2),
  QUIET_GROUP(13, 3),
  SMALL_OVERRUN(15, 3),
  LARGE_OVERRUN(16, 3);

  private final int number;
  private final int measures;

  Situation(int number, int measures) {
    this.number = number;
    this.measures = measures;
  }

  List<String> measures() {
    List<String> keys = new ArrayList<>();
    for (int i = 1; i <= measures; i++) keys.add("measure." + number + "." + i);
    return keys;
  }
}
