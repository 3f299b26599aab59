package ca.greffier.dashboard;

import ca.greffier.budget.BudgetLine;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.gap.Gap;
import ca.greffier.gap.Severity;
import ca.greffier.gap.Thresholds;
import ca.greffier.progress.Freshness;
import ca.greffier.risk.Issue;
import ca.greffier.risk.Risk;
import ca.greffier.value.Curve;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a reader sees of the project on a day.
 *
 * @param limits by which dates and amounts are judged
 * @param gaps the worst only; {@code gapCounts} counts them all
 * @param curve absent when it cannot be told, or may not be seen
 */
public record Board(
    LocalDate day,
    Sight sight,
    Thresholds limits,
    Map<BodyId, Body> bodies,
    Timetable timetable,
    List<BudgetLine> budget,
    List<Risk> risks,
    List<Issue> issues,
    Map<BodyId, Freshness.Reading> readings,
    List<Gap> gaps,
    Map<Severity, Integer> gapCounts,
    Since since,
    @Nullable Curve curve) {

  /** By dimension; the budget only for those who may ask it. */
  public List<Status> statuses() {
    Freshness.Share stale = Freshness.share(readings, weights());
    List<Status> all =
        List.of(
            PlanRules.schedule(timetable, stale, limits),
            RegisterRules.budget(budget, limits),
            PlanRules.scope(timetable, stale),
            RegisterRules.risks(risks, issues, day),
            RegisterRules.participation(readings));
    return all.stream()
        .filter(status -> sight == Sight.WHOLE || status.dimension() != Dimension.BUDGET)
        .toList();
  }

  /** The worst of the dimensions that are seen (domain.md K9). */
  public Standing overall() {
    return Standing.worst(statuses().stream().map(Status::standing).toList());
  }

  /** What is asked for but not yet known, or known no more, weighs as much as its deliverables. */
  private Map<BodyId, Integer> weights() {
    Map<BodyId, Integer> weights = new LinkedHashMap<>();
    for (Timetable.Line line : timetable.open())
      weights.merge(line.what().body(), line.what().weight(), Integer::sum);
    return weights;
  }

  String nameOf(BodyId body) {
    Body known = bodies.get(body);
    return known == null ? "" : known.name();
  }
}
