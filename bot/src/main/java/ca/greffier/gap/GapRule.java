package ca.greffier.gap;

import java.time.LocalDate;
import java.util.List;

/** Looks for one kind of drift; each has its numbers from domain.md. */
interface GapRule {
  /** Short and stable, kept with each gap. */
  String code();

  /** All that is amiss today, whether it was seen before or not. */
  List<Finding> look(LocalDate today);
}
