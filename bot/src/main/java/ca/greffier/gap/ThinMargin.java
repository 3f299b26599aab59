package ca.greffier.gap;

import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Margins;
import ca.greffier.plan.Margins.Margin;
import ca.greffier.plan.Plan;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What comes soon, others wait for, and can hardly slip any more (domain.md K13). */
final class ThinMargin implements GapRule {
  private static final int WEEKS = 4;

  private final Plan plan;
  private final Dependencies dependencies;
  private final QuebecCalendar calendar;

  ThinMargin(Plan plan, Dependencies dependencies, QuebecCalendar calendar) {
    this.plan = plan;
    this.dependencies = dependencies;
    this.calendar = calendar;
  }

  @Override
  public String code() {
    return "marge";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    Map<?, Margin> margins = Margins.of(plan, dependencies, calendar);
    if (margins.isEmpty()) return List.of();
    List<Finding> found = new ArrayList<>();
    for (Deliverable each : plan.all()) {
      Margin margin = margins.get(each.id());
      LocalDate due = each.due();
      if (margin == null || due == null) continue;
      if (due.isBefore(today) || due.isAfter(today.plusWeeks(WEEKS))) continue;
      if (margin.days() < limits.of(Threshold.MARGIN_THIN)) found.add(finding(each, due, margin));
    }
    return found;
  }

  private static Finding finding(Deliverable what, LocalDate due, Margin margin) {
    return new Finding(
        "margin:" + what.id().value(),
        Severity.WATCH,
        Phrase.of("gap.margin.title", what.code(), what.title()),
        List.of(
            Phrase.of("gap.margin.due", due),
            Phrase.of("gap.margin.latest", margin.latest()),
            Phrase.of("gap.source.deliverable", what.code())),
        margin.days() < 0
            ? Phrase.of("gap.margin.gone", -margin.days())
            : Phrase.of("gap.margin.cause", margin.days()),
        Situation.EXTERNAL_DEPENDENCY,
        Math.max(0, -margin.days()));
  }
}
