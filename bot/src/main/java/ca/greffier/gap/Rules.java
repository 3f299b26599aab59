package ca.greffier.gap;

import ca.greffier.budget.Budget;
import ca.greffier.budget.Commitments;
import ca.greffier.budget.Expenses;
import ca.greffier.budget.Grants;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.People;
import ca.greffier.document.Documents;
import ca.greffier.meeting.Meetings;
import ca.greffier.minutes.Minutes;
import ca.greffier.plan.Dependencies;
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
    Accounts accounts = rooms.accounts();
    this.rules =
        List.of(
            new LateMilestone(plan, rooms.slip(), rooms.rounds(), bodies),
            new StuckDeliverable(plan, rooms.rounds(), zone),
            new EarlyDeliverable(plan, calendar),
            new ForecastOverBudget(rooms.budget()),
            new UnderspentLine(rooms.budget()),
            new EndingContracts(accounts.commitments()),
            new FundedOverrun(accounts.grants()),
            new GrantPace(accounts.grants()),
            new LateSpending(accounts.grants(), accounts.expenses()),
            new ReserveUsedEarly(rooms.budget(), plan),
            DoubtfulInvoices.withoutOrder(accounts.expenses()),
            DoubtfulInvoices.withoutTaxes(accounts.expenses()),
            new UnownedDeliverable(plan, bodies),
            new OutOfOrder(plan, rooms.dependencies(), calendar),
            new ThinMargin(plan, rooms.dependencies(), calendar),
            new CrowdedWeek(plan, bodies),
            new UnreadyDocument(rooms.meetings(), rooms.documents(), calendar),
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
      Dependencies dependencies,
      Budget budget,
      Accounts accounts,
      Rounds rounds,
      Bodies bodies,
      People people,
      Meetings meetings,
      Minutes minutes,
      Documents documents,
      Risks risks) {}

  /** The papers behind the budget. */
  public record Accounts(Commitments commitments, Expenses expenses, Grants grants) {}

  List<GapRule> all() {
    return rules;
  }
}
