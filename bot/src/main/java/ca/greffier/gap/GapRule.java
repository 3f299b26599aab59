package ca.greffier.gap;

import java.time.LocalDate;
import java.util.List;

/** Looks for one kind of drift. */
interface GapRule {
  /** Short and stable, kept with each gap; its words are the message {@code gap.rule.CODE}. */
  String code();

  /**
   * All that is amiss today, whether it was seen before or not.
   *
   * @param limits what it compares with
   */
  List<Finding> look(LocalDate today, Thresholds limits);
}
