package ca.greffier.app;

import ca.greffier.budget.BudgetCommands;
import ca.greffier.budget.BudgetKinds;
import ca.greffier.budget.Commitments;
import ca.greffier.budget.Expenses;
import ca.greffier.budget.Grants;
import ca.greffier.change.ChangeCommands;
import ca.greffier.change.Changes;
import ca.greffier.change.WhySweep;
import ca.greffier.command.Command;
import ca.greffier.dashboard.BoardCommands;
import ca.greffier.dashboard.Boards;
import ca.greffier.dashboard.ReportCommands;
import ca.greffier.dashboard.ReportSweep;
import ca.greffier.dashboard.Reports;
import ca.greffier.dashboard.ShareCommands;
import ca.greffier.document.Attachable;
import ca.greffier.document.Attachables;
import ca.greffier.document.AttachedDocuments;
import ca.greffier.document.ContentStore;
import ca.greffier.document.DocumentCommands;
import ca.greffier.document.DownloadLinks;
import ca.greffier.document.ExtractionSweep;
import ca.greffier.document.IntegritySweep;
import ca.greffier.exchange.ExchangeCommands;
import ca.greffier.exchange.Origins;
import ca.greffier.gap.Alert;
import ca.greffier.gap.Choosing;
import ca.greffier.gap.FollowUp;
import ca.greffier.gap.GapCommands;
import ca.greffier.gap.GapSweep;
import ca.greffier.gap.Gaps;
import ca.greffier.gap.MeasureCommands;
import ca.greffier.gap.Prospects;
import ca.greffier.gap.Rules;
import ca.greffier.gap.Threshold;
import ca.greffier.gap.ThresholdCommands;
import ca.greffier.gap.ThresholdRegister;
import ca.greffier.gap.Thresholds;
import ca.greffier.minutes.Minutes;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.FeedCommands;
import ca.greffier.plan.PlanCommands;
import ca.greffier.plan.PlanKinds;
import ca.greffier.risk.IssueCommands;
import ca.greffier.risk.Issues;
import ca.greffier.risk.ReviewSweep;
import ca.greffier.risk.RiskCommands;
import ca.greffier.risk.RiskKind;
import ca.greffier.risk.RiskViews;
import ca.greffier.sweep.Sweep;
import ca.greffier.value.ValueCommands;
import java.util.List;

/**
 * The part of {@link Wiring} that builds the registers: plan, changes, risks, documents and gaps.
 */
final class Registers {
  private final Wiring house;
  private final List<Command> offered;
  private final List<Sweep> due;

  Registers(Wiring house, List<Command> offered, List<Sweep> due) {
    this.house = house;
    this.offered = offered;
    this.due = due;
  }

  void documents(ContentStore contents, DownloadLinks downloads) {
    Minutes minutes = new Minutes(house.jdbi, house.meetings, house.people);
    Attachables attachables = new AttachableThings(house.plan, house.meetings, minutes);
    DocumentCommands.Parts parts =
        new DocumentCommands.Parts(
            house.jdbi,
            house.documents,
            attachables,
            downloads,
            house.bodies,
            house.people,
            house.clock,
            house.zone);
    offered.addAll(new DocumentCommands(parts, house.kinds).all());
    due.add(new ExtractionSweep(house.jdbi, contents));
    due.add(new IntegritySweep(house.jdbi, contents, house.people, house.outbox));
  }

  /** The plan, the budget, and what both are worth. */
  void plan() {
    offered.addAll(new FeedCommands(house.planFeed, house.kinds).all());
    Dependencies dependencies = new Dependencies(house.jdbi);
    PlanCommands.Parts parts =
        new PlanCommands.Parts(house.plan, dependencies, house.slip, house.bodies, house.people);
    offered.addAll(new PlanCommands(parts, house.kinds).all());
    ExchangeCommands.Parts files =
        new ExchangeCommands.Parts(
            house.plan, dependencies, house.bodies, house.people, new Origins(house.jdbi));
    offered.addAll(new ExchangeCommands(files, house.kinds).all());
    Commitments commitments = new Commitments(house.jdbi, house.budget, house.zone);
    Expenses expenses = new Expenses(house.jdbi, house.budget, commitments);
    offered.addAll(
        new BudgetCommands(
                new BudgetCommands.Parts(
                    house.budget,
                    commitments,
                    expenses,
                    new Grants(house.jdbi, house.budget),
                    house.people),
                house.kinds)
            .all());
    offered.addAll(
        new ValueCommands(house.value, house.kinds, house.directoryKinds, house.zone).all());
  }

  private Rules.Accounts accounts() {
    Commitments commitments = new Commitments(house.jdbi, house.budget, house.zone);
    return new Rules.Accounts(
        commitments,
        new Expenses(house.jdbi, house.budget, commitments),
        new Grants(house.jdbi, house.budget));
  }

  /** What the board asks. */
  static Boards boards(Wiring house) {
    Boards.Rooms rooms =
        new Boards.Rooms(
            house.bodies,
            house.plan,
            house.slip,
            house.budget,
            house.risks,
            new Issues(house.jdbi, house.zone),
            house.freshness,
            new Gaps(house.jdbi, house.people),
            new ThresholdRegister(house.jdbi),
            house.value);
    return new Boards(rooms, house.clock, house.zone);
  }

  void risks() {
    Issues issues = new Issues(house.jdbi, house.zone);
    RiskViews views = new RiskViews(house.risks, issues, house.plan, house.bodies, house.people);
    RiskCommands.Words words =
        new RiskCommands.Words(
            house.kinds, house.directoryKinds, new PlanKinds(house.plan).deliverable());
    for (RiskKind kind : RiskKind.values())
      offered.addAll(new RiskCommands(kind, house.risks, views, words).all());
    IssueCommands.Parts parts = new IssueCommands.Parts(house.plan, house.bodies, house.people);
    offered.addAll(new IssueCommands(issues, house.risks, parts, words).all());
    ReviewSweep.Post post =
        new ReviewSweep.Post(house.people, house.asks, house.outbox, house.messages);
    due.add(new ReviewSweep(house.jdbi, post, house.hours));
  }

  void changes() {
    Changes changes = new Changes(house.jdbi, house.plan, house.budget, house.slip, house.zone);
    ChangeCommands.Words words =
        new ChangeCommands.Words(
            house.kinds,
            new PlanKinds(house.plan).deliverable(),
            new BudgetKinds(house.budget, house.kinds).line(),
            house.directoryKinds.person());
    offered.addAll(new ChangeCommands(changes, house.people, words, house.zone).all());
    WhySweep.Approved approved = new WhySweep.Approved(house.plan, house.budget, house.slip);
    WhySweep.Post post =
        new WhySweep.Post(house.people, house.bodies, house.asks, house.outbox, house.messages);
    ThresholdRegister thresholds = new ThresholdRegister(house.jdbi);
    due.add(
        new WhySweep(
            house.jdbi, changes, approved, post, house.hours, () -> tolerance(thresholds.now())));
  }

  private static WhySweep.Tolerance tolerance(Thresholds thresholds) {
    return new WhySweep.Tolerance(
        thresholds.of(Threshold.CHANGE_DAYS), thresholds.of(Threshold.CHANGE_AMOUNT));
  }

  void gaps() {
    Gaps gaps = new Gaps(house.jdbi, house.people);
    ThresholdRegister thresholds = new ThresholdRegister(house.jdbi);
    Minutes minutes = new Minutes(house.jdbi, house.meetings, house.people);
    Choosing choosing =
        new Choosing(
            house.jdbi,
            new Choosing.Parts(
                gaps, minutes, house.bodies, house.outbox, house.messages, house.calendar));
    Prospects prospects =
        new Prospects(gaps, house.plan, house.bodies, house.people, house.calendar);
    GapCommands.Parts parts =
        new GapCommands.Parts(gaps, choosing, prospects, thresholds, house.people);
    offered.addAll(new GapCommands(parts, house.kinds, house.directoryKinds, house.zone).all());
    offered.addAll(new ThresholdCommands(thresholds, house.people, house.kinds).all());
    offered.addAll(new MeasureCommands(house.jdbi, gaps, house.kinds, house.messages).all());
    Rules.Rooms rooms =
        new Rules.Rooms(
            house.plan,
            house.slip,
            new Dependencies(house.jdbi),
            house.budget,
            accounts(),
            house.rounds,
            house.bodies,
            house.people,
            house.meetings,
            minutes,
            house.documents,
            house.risks);
    due.add(
        new GapSweep(
            house.jdbi,
            gaps,
            new Alert(gaps, prospects, house.bodies, house.asks, house.outbox, house.messages),
            new FollowUp(
                house.jdbi, gaps, house.bodies, house.people, house.outbox, house.messages),
            new Rules(rooms, house.calendar, house.zone),
            thresholds,
            house.hours));
  }

  /** What the board says in words, by letter and on demand. */
  void reports() {
    Changes changes = new Changes(house.jdbi, house.plan, house.budget, house.slip, house.zone);
    Reports reports = new Reports(house.boards, changes);
    offered.addAll(new ReportCommands(reports, house.zone).all());
    offered.addAll(new BoardCommands(house.boards, house.messages, house.kinds).all());
    offered.addAll(new ShareCommands(house.shares, house.people, house.kinds).all());
    due.add(
        new ReportSweep(
            reports,
            new ReportSweep.Parts(
                house.bodies, house.outbox, house.messages, house.calendar, house.hours)));
  }

  /** Under what is said of a thing, the documents attached to it. Called when all are offered. */
  void attached() {
    AttachedDocuments attached = new AttachedDocuments(house.documents, house.bodies, house.zone);
    offered.replaceAll(attached.under("livrable voir", "livrable", Attachable.Kind.DELIVERABLE));
    offered.replaceAll(attached.under("rencontre etat", "rencontre", Attachable.Kind.MEETING));
    offered.replaceAll(attached.under("pv voir", "rencontre", Attachable.Kind.MEETING));
  }
}
