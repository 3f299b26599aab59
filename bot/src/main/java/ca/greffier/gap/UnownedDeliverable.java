package ca.greffier.gap;

import ca.greffier.directory.Bodies;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A deliverable that is due soon and that no person answers for (domain.md K13). */
final class UnownedDeliverable implements GapRule {
  private final Plan plan;
  private final Bodies bodies;

  UnownedDeliverable(Plan plan, Bodies bodies) {
    this.plan = plan;
    this.bodies = bodies;
  }

  @Override
  public String code() {
    return "responsable";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    LocalDate horizon = today.plusDays(limits.of(Threshold.OWNER_AHEAD));
    List<Finding> found = new ArrayList<>();
    for (Deliverable what : plan.all()) {
      LocalDate due = what.due();
      if (!what.isOpen() || what.person() != null || due == null) continue;
      if (!due.isBefore(today) && !due.isAfter(horizon)) found.add(finding(what, due, today));
    }
    return found;
  }

  private Finding finding(Deliverable what, LocalDate due, LocalDate today) {
    return new Finding(
        "deliverable:" + what.id().value(),
        Severity.WATCH,
        Phrase.of("gap.unowned.title", what.code(), what.title()),
        List.of(
            Phrase.of("gap.late.forecast", due),
            Phrase.of("gap.unowned.body", bodies.get(what.body()).name()),
            Phrase.of("gap.source.deliverable", what.code())),
        Phrase.of("gap.unowned.cause"),
        Situation.UNOWNED,
        Math.max(0, ChronoUnit.DAYS.between(today, due)));
  }
}
