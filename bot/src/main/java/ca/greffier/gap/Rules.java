package ca.greffier.gap;

import ca.greffier.budget.Budget;
import ca.greffier.directory.Bodies;
import ca.greffier.plan.Plan;
import ca.greffier.plan.Slip;
import ca.greffier.progress.Rounds;
import java.time.ZoneId;
import java.util.List;

/** All the rules, over what the rooms below know. */
public final class Rules {
  private final List<GapRule> rules;

  public Rules(Rooms rooms) {
    this.rules =
        List.of(
            new LateMilestone(rooms.plan(), rooms.slip(), rooms.rounds(), rooms.bodies()),
            new ForecastOverBudget(rooms.budget()),
            new SilentBody(rooms.rounds(), rooms.zone()));
  }

  /** Where the rules look. */
  public record Rooms(
      Plan plan, Slip slip, Budget budget, Rounds rounds, Bodies bodies, ZoneId zone) {}

  List<GapRule> all() {
    return rules;
  }
}
