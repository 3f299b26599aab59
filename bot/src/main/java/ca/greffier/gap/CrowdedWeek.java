package ca.greffier.gap;

import ca.greffier.directory.Bodies;
import ca.greffier.directory.BodyId;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.text.Phrase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several deliverables of one body in the same coming week (domain.md K13). */
final class CrowdedWeek implements GapRule {
  private static final int WEEKS = 8;

  private final Plan plan;
  private final Bodies bodies;

  CrowdedWeek(Plan plan, Bodies bodies) {
    this.plan = plan;
    this.bodies = bodies;
  }

  @Override
  public String code() {
    return "semaine";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    Map<Week, List<Deliverable>> weeks = new LinkedHashMap<>();
    for (Deliverable what : plan.all()) {
      LocalDate due = what.due();
      if (!what.isOpen() || due == null) continue;
      if (due.isBefore(today) || due.isAfter(today.plusWeeks(WEEKS))) continue;
      weeks.computeIfAbsent(Week.of(what.body(), due), _ -> new ArrayList<>()).add(what);
    }
    List<Finding> found = new ArrayList<>();
    weeks.forEach(
        (week, all) -> {
          if (all.size() >= limits.of(Threshold.WEEK_CROWDED)) found.add(finding(week, all));
        });
    return found;
  }

  /**
   * @param monday its first day
   */
  private record Week(BodyId body, LocalDate monday) {
    static Week of(BodyId body, LocalDate day) {
      return new Week(body, day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }
  }

  private Finding finding(Week week, List<Deliverable> all) {
    List<Phrase> facts = new ArrayList<>();
    for (Deliverable each : all) {
      LocalDate due = each.due();
      if (due != null) facts.add(Phrase.of("gap.week.line", each.code(), each.title(), due));
    }
    facts.add(Phrase.of("gap.source.deliverable", all.getFirst().code()));
    return new Finding(
        "week:" + week.body().value() + ":" + week.monday(),
        Severity.WATCH,
        Phrase.of("gap.week.title", bodies.get(week.body()).name(), week.monday()),
        facts,
        Phrase.of("gap.week.cause", all.size()),
        Situation.CALENDAR_CONFLICT,
        all.size());
  }
}
