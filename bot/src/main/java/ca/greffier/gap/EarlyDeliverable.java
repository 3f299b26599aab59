package ca.greffier.gap;

import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A deliverable expected well before its baseline: an opportunity. */
final class EarlyDeliverable implements GapRule {
  private final Plan plan;
  private final QuebecCalendar calendar;

  EarlyDeliverable(Plan plan, QuebecCalendar calendar) {
    this.plan = plan;
    this.calendar = calendar;
  }

  @Override
  public String code() {
    return "avance";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    List<Finding> found = new ArrayList<>();
    for (Deliverable what : plan.all()) {
      LocalDate baseline = what.baseline();
      LocalDate forecast = what.forecast();
      if (!what.isOpen() || baseline == null || forecast == null) continue;
      if (!forecast.isBefore(baseline) || forecast.isBefore(today)) continue;
      int days = calendar.workingDaysBetween(forecast, baseline);
      if (days >= limits.of(Threshold.EARLY_BY)) found.add(finding(what, baseline, forecast, days));
    }
    return found;
  }

  private static Finding finding(
      Deliverable what, LocalDate baseline, LocalDate forecast, int days) {
    return new Finding(
        "deliverable:" + what.id().value(),
        Severity.OPPORTUNITY,
        Phrase.of("gap.early.title", what.code(), what.title()),
        List.of(
            Phrase.of("gap.late.baseline", baseline),
            Phrase.of("gap.late.forecast", forecast),
            Phrase.of("gap.source.deliverable", what.code())),
        Phrase.of("gap.early.cause", days),
        Situation.EARLY_FINISH,
        days);
  }
}
