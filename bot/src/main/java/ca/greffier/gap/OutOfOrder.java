package ca.greffier.gap;

import ca.greffier.plan.Deliverable;
import ca.greffier.plan.DeliverableId;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Dependency;
import ca.greffier.plan.Plan;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A deliverable expected before what it waits for, with the delay between them (domain.md K13). */
final class OutOfOrder implements GapRule {
  private final Plan plan;
  private final Dependencies dependencies;
  private final QuebecCalendar calendar;

  OutOfOrder(Plan plan, Dependencies dependencies, QuebecCalendar calendar) {
    this.plan = plan;
    this.dependencies = dependencies;
    this.calendar = calendar;
  }

  @Override
  public String code() {
    return "enchainement";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    List<Dependency> links = dependencies.all();
    if (links.isEmpty()) return List.of();
    Map<DeliverableId, Deliverable> all = new HashMap<>();
    for (Deliverable each : plan.all()) all.put(each.id(), each);
    List<Finding> found = new ArrayList<>();
    for (Dependency link : links) {
      Deliverable first = all.get(link.before());
      Deliverable then = all.get(link.after());
      if (first == null || then == null || !first.isOpen() || !then.isOpen()) continue;
      LocalDate from = first.due();
      LocalDate due = then.due();
      if (from == null || due == null) continue;
      LocalDate earliest = calendar.plusWorkingDays(from, link.lagDays());
      if (due.isBefore(earliest)) found.add(finding(first, then, due, earliest));
    }
    return found;
  }

  private Finding finding(Deliverable first, Deliverable then, LocalDate due, LocalDate earliest) {
    return new Finding(
        "link:" + first.id().value() + ":" + then.id().value(),
        Severity.WATCH,
        Phrase.of("gap.order.title", then.code(), first.code()),
        List.of(
            Phrase.of("gap.order.then", then.code(), then.title(), due),
            Phrase.of("gap.order.first", first.code(), first.title(), earliest),
            Phrase.of("gap.source.deliverable", then.code())),
        Phrase.of("gap.order.cause", first.code()),
        Situation.OUT_OF_ORDER,
        calendar.workingDaysBetween(due, earliest));
  }
}
