package ca.greffier.gap;

import ca.greffier.budget.Budget;
import ca.greffier.budget.Commitments;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.People;
import ca.greffier.minutes.Minutes;
import ca.greffier.plan.Plan;
import ca.greffier.plan.Slip;
import ca.greffier.progress.Rounds;
import ca.greffier.risk.Risks;
import ca.greffier.text.QuebecCalendar;
import java.time.ZoneId;
import java.util.List;

/** All the rules, over what the rooms below know. */
public final class Rules {
  private final List<GapRule> rules;

  public Rules(Rooms rooms, QuebecCalendar calendar, ZoneId zone) {
    Plan plan = rooms.plan();
    Minutes minutes = rooms.minutes();
    Bodies bodies = rooms.bodies();
    this.rules =
        List.of(
            new LateMilestone(plan, rooms.slip(), rooms.rounds(), bodies),
            new StuckDeliverable(plan, rooms.rounds(), zone),
            new EarlyDeliverable(plan, calendar),
            new ForecastOverBudget(rooms.budget()),
            new UnderspentLine(rooms.budget()),
            new EndingContracts(rooms.commitments()),
            new SilentBody(rooms.rounds(), zone),
            new EndingMandates(bodies, rooms.people()),
            new CriticalRisks(rooms.risks()),
            new LateAction(minutes, rooms.people(), calendar),
            new MissedQuorum(minutes, bodies),
            new IdleDecisions(minutes, bodies, calendar, zone));
  }

  /** Where the rules look. */
  public record Rooms(
      Plan plan,
      Slip slip,
      Budget budget,
      Commitments commitments,
      Rounds rounds,
      Bodies bodies,
      People people,
      Minutes minutes,
      Risks risks) {}

  List<GapRule> all() {
    return rules;
  }
}
