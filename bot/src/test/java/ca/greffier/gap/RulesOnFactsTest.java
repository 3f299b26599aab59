package ca.greffier.gap;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.budget.Budget;
import ca.greffier.budget.Commitments;
import ca.greffier.budget.Expenses;
import ca.greffier.budget.Grants;
import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.document.ContentStore;
import ca.greffier.document.Documents;
import ca.greffier.house.TestProject;
import ca.greffier.meeting.Meetings;
import ca.greffier.minutes.Minutes;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Plan;
import ca.greffier.progress.Inquiry;
import ca.greffier.progress.Rounds;
import ca.greffier.risk.Risks;
import ca.greffier.text.Language;
import ca.greffier.text.QuebecCalendar;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each rule against facts of the database, on both sides of its threshold. Today is 16 March 2026.
 */
class RulesOnFactsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-16");

  private final TestProject project = new TestProject("2026-03-16T09:00");
  private final QuebecCalendar calendar = new QuebecCalendar();
  private final Plan plan = new Plan(project.jdbi, TestProject.ZONE);
  private final Budget budget = new Budget(project.jdbi, TestProject.ZONE);
  private final Minutes minutes =
      new Minutes(
          project.jdbi,
          new Meetings(project.jdbi, project.bodies, project.people, TestProject.ZONE),
          project.people);
  private final PersonId zoe = project.person("Zoe", "Lavoie", Role.MEMBER);
  private final PersonId paul = project.person("Paul", "Gagnon", Role.MEMBER);
  private final Body group = project.body("GT-NUM", "Numérisation", BodyKind.WORKING_GROUP);

  @Test
  void a_deliverable_that_says_the_same_share_twice_near_the_end_is_stuck() {
    Rounds rounds =
        new Rounds(
            project.jdbi,
            project.asks,
            project.bodies,
            project.people,
            new Inquiry(project.outbox, plan, project.people, project.messages),
            calendar,
            TestProject.ZONE);
    GapRule rule = new StuckDeliverable(plan, rounds, TestProject.ZONE);
    deliverable("L-01", "2026-05-01", "2026-05-01");
    deliverable("L-02", "2026-05-01", "2026-05-01");
    deliverable("L-03", "2026-05-01", "2026-05-01");
    run(
        """
        INSERT INTO progress_round (body, opened_at, opened_by, remind_at, closes_at, ends_at)
        VALUES (%d, '2026-03-01', 1, '2026-03-02', '2026-03-03', '2026-03-03')
        """
            .formatted(group.id().value()));
    said("L-01", 60, "2026-02-20");
    said("L-01", 80, "2026-03-02");
    said("L-02", 79, "2026-02-20");
    said("L-02", 79, "2026-03-02");
    said("L-03", 90, "2026-02-20");
    said("L-03", 90, "2026-03-02");
    assertThat(seen(rule)).containsExactly("WATCH L-03");
    said("L-01", 80, "2026-03-10");
    assertThat(seen(rule)).containsExactlyInAnyOrder("WATCH L-01", "WATCH L-03");
    said("L-03", 95, "2026-03-10");
    assertThat(seen(rule)).containsExactly("WATCH L-01");
  }

  @Test
  void a_deliverable_expected_ten_working_days_early_is_an_opportunity() {
    GapRule rule = new EarlyDeliverable(plan, calendar);
    deliverable("L-01", "2026-05-15", "2026-05-01");
    deliverable("L-02", "2026-05-15", "2026-05-04");
    deliverable("L-03", "2026-03-30", "2026-03-02");
    assertThat(seen(rule)).containsExactly("OPPORTUNITY L-01");
  }

  @Test
  void a_line_of_which_a_good_part_will_not_be_used_is_an_opportunity() {
    GapRule rule = new UnderspentLine(budget);
    line("B-01", 100_000, 50_000, 20_000, 34_900);
    line("B-02", 100_000, 50_000, 20_000, 35_100);
    line("B-03", 0, 0, 0, 0);
    line("B-04", 100_000, 0, 0, 0);
    assertThat(seen(rule)).containsExactly("OPPORTUNITY B-01");
  }

  @Test
  void a_contract_that_ends_within_thirty_days_or_has_ended_is_seen() {
    GapRule rule = new EndingContracts(new Commitments(project.jdbi, budget, TestProject.ZONE));
    line("B-01", 100_000, 0, 0, 0);
    contract("Traduction", "2026-04-15", 0);
    contract("Lointain", "2026-04-16", 0);
    contract("Passé", "2026-03-15", 5_000);
    assertThat(seen(rule)).containsExactlyInAnyOrder("WATCH C-1", "CRITICAL C-3");
  }

  @Test
  void a_mandate_that_ends_without_anybody_to_follow_is_seen() {
    GapRule rule = new EndingMandates(project.bodies, project.people);
    mandate(zoe, "CHAIR", "2026-04-15");
    mandate(paul, "MEMBER", "2026-04-16");
    assertThat(seen(rule)).containsExactly("WATCH Numérisation");
    mandate(paul, "CHAIR", "2027-04-15");
    assertThat(seen(rule)).isEmpty();
  }

  /** The project ends on 30 April; Good Friday and Easter Monday are no working days. */
  @Test
  void what_others_wait_for_and_can_hardly_slip_is_seen() {
    Dependencies links = new Dependencies(project.jdbi);
    GapRule rule = new ThinMargin(plan, links, calendar);
    deliverable("L-01", "2026-03-31", "2026-03-31");
    deliverable("L-02", "2026-04-30", "2026-04-30");
    deliverable("L-03", "2026-03-31", "2026-03-31");
    project.jdbi.useTransaction(_ -> links.link(of("L-01"), of("L-02"), 0));
    assertThat(seen(rule)).as("nobody knows how long L-02 takes").isEmpty();
    links.span(of("L-02").id(), 15);
    // from 31 March, 20 working days lead to 30 April: 15 for L-02 leave 5
    assertThat(seen(rule)).isEmpty();
    links.span(of("L-02").id(), 16);
    assertThat(seen(rule)).containsExactly("WATCH L-01");
    project.jdbi.useTransaction(_ -> links.link(of("L-01"), of("L-02"), 5));
    assertThat(rule.look(TODAY, Thresholds.usual()))
        .singleElement()
        .satisfies(
            found ->
                assertThat(project.messages.say(Language.FRENCH, found.cause()))
                    .contains("dépassée de 1 jour"));
    run("UPDATE deliverable SET forecast = '2026-05-29' WHERE code = 'L-03'");
    assertThat(seen(rule)).as("the project ends later, and L-01 is free again").isEmpty();
    run("UPDATE deliverable SET hard = true WHERE code = 'L-01'");
    assertThat(seen(rule)).as("its date is set from outside").containsExactly("WATCH L-01");
  }

  private Deliverable of(String code) {
    return plan.byCode(code).orElseThrow();
  }

  @Test
  void a_critical_risk_without_owner_or_review_is_seen() {
    GapRule rule = new CriticalRisks(new Risks(project.jdbi, TestProject.ZONE));
    risk(1, 5, 3, null, "2026-03-10");
    risk(2, 5, 3, zoe, "2026-02-14");
    risk(3, 5, 3, zoe, "2026-02-13");
    risk(4, 2, 7 - 2, null, "2026-03-10");
    assertThat(seen(rule)).containsExactlyInAnyOrder("CRITICAL R-01", "WATCH R-03");
  }

  @Test
  void an_action_past_its_day_is_to_watch_and_after_ten_working_days_critical() {
    GapRule rule = new LateAction(minutes, project.people, calendar);
    for (String due : List.of("2026-03-16", "2026-03-13", "2026-03-02", "2026-02-27")) action(due);
    assertThat(seen(rule)).containsExactlyInAnyOrder("WATCH A2", "WATCH A3", "CRITICAL A4");
    run("UPDATE action_item SET state = 'DONE', done_at = now() WHERE number = 'A4'");
    assertThat(seen(rule)).hasSize(2);
  }

  @Test
  void the_last_meeting_of_a_body_without_a_quorum_or_without_any_action_is_seen() {
    GapRule quorum = new MissedQuorum(minutes, project.bodies);
    GapRule idle = new IdleDecisions(minutes, project.bodies, calendar, TestProject.ZONE);
    meeting(1, "2026-03-02", "ABSENT", false);
    assertThat(seen(quorum)).containsExactly("WATCH Numérisation");
    assertThat(seen(idle)).as("an opinion").isEmpty();
    meeting(2, "2026-03-06", "PRESENT", true);
    assertThat(seen(quorum)).isEmpty();
    assertThat(seen(idle)).containsExactly("WATCH Numérisation");
    meeting(3, "2026-03-09", "PRESENT", true);
    assertThat(seen(idle)).as("five working days are left to it").isEmpty();
  }

  @Test
  void a_line_that_will_cost_more_than_its_grant_gives_is_told_to_the_funder() {
    GapRule rule = new FundedOverrun(new Grants(project.jdbi, budget));
    line("B-01", 100_000, 0, 0, 110_000);
    line("B-02", 100_000, 0, 0, 92_000);
    line("B-03", 100_000, 0, 0, 100_000);
    grant(1, 300_000, "2026-01-01", "2027-01-01", 10);
    share(1, "B-02", 100_000);
    share(1, "B-03", 100_000);
    assertThat(seen(rule)).isEmpty();
    share(1, "B-01", 100_000);
    assertThat(seen(rule)).as("B-02 leaves 8 000 of the 10 000").containsExactly("CRITICAL S-1");
    run("UPDATE budget_change SET to_commit = 90000 WHERE to_commit = 92000");
    assertThat(seen(rule)).as("what is left is enough").containsExactly("WATCH S-1");
    run("UPDATE grant_agreement SET movable = 3");
    assertThat(seen(rule)).as("less may be moved").containsExactly("CRITICAL S-1");
  }

  /** Today is the 74th day of 365: 20 % of the time. */
  @Test
  void a_grant_that_is_spent_far_from_its_time_is_seen() {
    GapRule rule = new GrantPace(new Grants(project.jdbi, budget));
    line("B-01", 100_000, 35_000, 35_000, 0);
    line("B-02", 100_000, 36_000, 36_000, 0);
    grant(1, 100_000, "2026-01-01", "2027-01-01", null);
    grant(2, 100_000, "2026-01-01", "2027-01-01", null);
    share(1, "B-01", 100_000);
    share(2, "B-02", 100_000);
    assertThat(seen(rule)).containsExactly("WATCH S-2");
    run("UPDATE grant_agreement SET starts_on = '2025-07-01', ends_on = '2026-05-01'");
    assertThat(causes(rule)).as("85 % of the time").containsOnly("gap.pace.slow").hasSize(2);
    run("UPDATE grant_agreement SET starts_on = '2025-07-01', ends_on = '2026-08-01'");
    assertThat(seen(rule)).as("time is left").isEmpty();
    run("UPDATE grant_agreement SET starts_on = '2026-04-01'");
    assertThat(seen(rule)).as("it has not begun").isEmpty();
  }

  /** From 15 May 2025 to 15 May 2026, the last quarter begins on 13 February. */
  @Test
  void spending_of_which_much_falls_in_the_last_quarter_of_a_grant_is_seen() {
    Commitments commitments = new Commitments(project.jdbi, budget, TestProject.ZONE);
    GapRule rule =
        new LateSpending(
            new Grants(project.jdbi, budget), new Expenses(project.jdbi, budget, commitments));
    line("B-01", 1_000_000, 0, 0, 0);
    grant(1, 1_000_000, "2025-05-15", "2026-05-15", null);
    share(1, "B-01", 1_000_000);
    assertThat(seen(rule)).as("nothing is spent").isEmpty();
    invoice("A", 60_000, "2026-02-12", null);
    invoice("B", 40_000, "2026-02-13", null);
    assertThat(seen(rule)).as("40 %").isEmpty();
    invoice("C", 2_000, "2026-03-01", null);
    assertThat(seen(rule)).containsExactly("WATCH S-1");
    run("UPDATE grant_agreement SET ends_on = '2026-08-15'");
    assertThat(seen(rule)).as("the last quarter has not begun").isEmpty();
  }

  @Test
  void a_reserve_half_used_before_the_middle_of_the_plan_is_seen() {
    GapRule rule = new ReserveUsedEarly(budget, plan);
    line("B-01", 100_000, 50_100, 0, 0);
    line("B-02", 100_000, 50_000, 0, 0);
    line("B-03", 100_000, 90_000, 0, 0);
    run("UPDATE budget_line SET reserve = true WHERE code <> 'B-03'");
    assertThat(seen(rule)).as("no plan, no middle").isEmpty();
    deliverable("L-01", "2026-01-01", "2026-01-01");
    deliverable("L-02", "2026-06-03", "2026-06-03");
    assertThat(seen(rule)).containsExactly("WATCH B-01");
    run("UPDATE deliverable SET baseline = '2026-05-29' WHERE code = 'L-02'");
    assertThat(seen(rule)).as("the middle is today").isEmpty();
  }

  @Test
  void an_invoice_of_a_thousand_dollars_that_nothing_announced_is_seen_for_a_month() {
    Commitments commitments = new Commitments(project.jdbi, budget, TestProject.ZONE);
    GapRule rule = DoubtfulInvoices.withoutOrder(new Expenses(project.jdbi, budget, commitments));
    line("B-01", 1_000_000, 0, 0, 0);
    contract("Traduction", "2026-12-01", 500_000);
    invoice("A", 100_000, "2026-03-10", null);
    invoice("B", 99_999, "2026-03-10", null);
    invoice("C", 100_000, "2026-02-14", null);
    invoice("D", 100_000, "2026-02-13", null);
    invoice("E", 100_000, "2026-03-10", 1);
    assertThat(seen(rule)).containsExactlyInAnyOrder("WATCH A", "WATCH C");
    GapRule untaxed =
        DoubtfulInvoices.withoutTaxes(new Expenses(project.jdbi, budget, commitments));
    assertThat(seen(untaxed)).containsExactlyInAnyOrder("WATCH A", "WATCH C", "WATCH E");
    run("UPDATE expense SET net = 86975, tps = 4349, tvq = 8676 WHERE supplier = 'A'");
    assertThat(seen(untaxed)).containsExactlyInAnyOrder("WATCH C", "WATCH E");
  }

  @Test
  void a_deliverable_due_within_thirty_days_needs_somebody() {
    GapRule rule = new UnownedDeliverable(plan, project.bodies);
    deliverable("L-01", "2026-04-15", "2026-04-15");
    deliverable("L-02", "2026-04-16", "2026-04-16");
    deliverable("L-03", "2026-03-13", "2026-03-13");
    assertThat(seen(rule)).as("a late one is told as late").containsExactly("WATCH L-01");
    run("UPDATE deliverable SET person = " + zoe.value());
    assertThat(seen(rule)).isEmpty();
  }

  /** L-02 may begin two working days after Friday the 20th: on Tuesday the 24th. */
  @Test
  void a_deliverable_expected_before_what_it_waits_for_is_seen() {
    Dependencies links = new Dependencies(project.jdbi);
    GapRule rule = new OutOfOrder(plan, links, calendar);
    deliverable("L-01", "2026-03-20", "2026-03-20");
    deliverable("L-02", "2026-03-23", "2026-03-23");
    deliverable("L-03", "2026-03-24", "2026-03-24");
    run("INSERT INTO deliverable_link VALUES (1, 2, 2), (1, 3, 2)");
    assertThat(seen(rule)).containsExactly("WATCH L-02");
    run("UPDATE deliverable SET reached = '2026-03-13' WHERE code = 'L-01'");
    assertThat(seen(rule)).isEmpty();
  }

  @Test
  void three_deliverables_of_one_body_in_a_week_are_seen() {
    GapRule rule = new CrowdedWeek(plan, project.bodies);
    deliverable("L-01", "2026-03-30", "2026-03-30");
    deliverable("L-02", "2026-04-02", "2026-04-02");
    deliverable("L-03", "2026-04-06", "2026-04-06");
    assertThat(seen(rule)).isEmpty();
    deliverable("L-04", "2026-04-05", "2026-04-05");
    assertThat(seen(rule)).containsExactly("WATCH Numérisation");
  }

  /** The meeting is on Thursday, three working days ahead. */
  @Test
  void a_document_still_a_draft_three_working_days_before_its_meeting_is_seen() {
    Meetings meetings =
        new Meetings(project.jdbi, project.bodies, project.people, TestProject.ZONE);
    Documents documents =
        new Documents(
            project.jdbi, new ContentStore(Path.of("target/documents")), TestProject.ZONE);
    GapRule rule = new UnreadyDocument(meetings, documents, calendar);
    convened(1, "2026-03-19T14:00:00-04:00");
    convened(2, "2026-03-20T14:00:00-04:00");
    document(1, 1);
    document(2, 2);
    assertThat(seen(rule)).containsExactly("WATCH D-01");
    run("UPDATE document SET status = 'REVIEW'");
    assertThat(seen(rule)).isEmpty();
  }

  private void document(int number, int meeting) {
    run(
        """
        INSERT INTO document (number, title, classification, language, status)
        VALUES (%d, 'Avis', 'INTERNAL', 'FRENCH', 'DRAFT')
        """
            .formatted(number));
    run(
        """
        INSERT INTO document_version (document, number, added_at, link)
        VALUES (%d, 1, now(), 'https://exemple.org/avis')
        """
            .formatted(number));
    run("INSERT INTO document_attachment VALUES (%d, 'MEETING', '%d')".formatted(number, meeting));
  }

  private List<String> causes(GapRule rule) {
    return rule.look(TODAY, Thresholds.usual()).stream().map(each -> each.cause().key()).toList();
  }

  private void grant(int id, int amount, String starts, String ends, @Nullable Integer movable) {
    run(
        """
        INSERT INTO grant_agreement (funder, title, amount, starts_on, ends_on, movable, noted_at,
                                     noted_by)
        VALUES ('Fonds %d', 'Entente', %d, '%s', '%s', %s, now(), 1)
        """
            .formatted(id, amount, starts, ends, movable));
  }

  private void share(int grant, String line, int amount) {
    run(
        """
        INSERT INTO grant_share (agreement, budget_line, amount)
        SELECT %d, id, %d FROM budget_line WHERE code = '%s'
        """
            .formatted(grant, amount, line));
  }

  private void invoice(String supplier, int total, String dated, @Nullable Integer commitment) {
    run(
        """
        INSERT INTO expense (budget_line, commitment, supplier, reference, dated, net, tps, tvq, at)
        VALUES (1, %s, '%s', '1', '%s', %d, 0, 0, now())
        """
            .formatted(commitment, supplier, dated, total));
  }

  private void convened(int number, String at) {
    run(
        """
        INSERT INTO meeting (body, title, starts_at, minutes, uid, state, convener, convened_at)
        VALUES (%d, 'Suivi', '%s', 60, 'c%d', 'CONVENED', %d, '2026-02-01')
        """
            .formatted(group.id().value(), at, number, zoe.value()));
  }

  /** Severity and what the title begins with. */
  private List<String> seen(GapRule rule) {
    return rule.look(TODAY, Thresholds.usual()).stream()
        .map(found -> found.severity() + " " + found.title().arguments().getFirst())
        .toList();
  }

  private void deliverable(String code, String baseline, String forecast) {
    run(
        """
        INSERT INTO deliverable (code, title, body, weight, baseline, original, forecast)
        VALUES ('%s', 'Guide', %d, 1, '%s', '%s', '%s')
        """
            .formatted(code, group.id().value(), baseline, baseline, forecast));
  }

  private void said(String code, int percent, String day) {
    run(
        """
        INSERT INTO progress_answer (round, person, at, words, deliverable, percent)
        SELECT 1, %d, '%s', '', id, %d FROM deliverable WHERE code = '%s'
        """
            .formatted(zoe.value(), day, percent, code));
  }

  private void line(String code, int authorized, int committed, int spent, int toCommit) {
    run(
        """
        WITH l AS (INSERT INTO budget_line (code, title) VALUES ('%s', 'Poste') RETURNING id)
        INSERT INTO budget_change (budget_line, authorized, committed, spent, to_commit, at)
        SELECT id, %d, %d, %d, %d, '2026-01-01' FROM l
        """
            .formatted(code, authorized, committed, spent, toCommit));
  }

  private void contract(String title, String ends, int amount) {
    run(
        """
        WITH c AS (
          INSERT INTO commitment (budget_line, kind, title, supplier, signed_on, ends_on)
          VALUES (1, 'CONTRACT', '%s', 'Exemple', '2026-01-01', '%s') RETURNING id)
        INSERT INTO commitment_amount (commitment, amount, at) SELECT id, %d, '2026-01-01' FROM c
        """
            .formatted(title, ends, amount));
  }

  private void mandate(PersonId person, String function, String ends) {
    run(
        """
        INSERT INTO mandate (body, person, function, starts, ends)
        VALUES (%d, %d, '%s', '2025-01-01', '%s')
        """
            .formatted(group.id().value(), person.value(), function, ends));
  }

  private void risk(
      int number, int probability, int impact, @Nullable PersonId owner, String reviewed) {
    run(
        """
        WITH r AS (
          INSERT INTO risk (kind, number, cause, event, consequence, opened_on)
          VALUES ('THREAT', %d, 'Cause', 'Retard', 'Effet', '2026-01-01') RETURNING id)
        INSERT INTO risk_review (risk, day, probability, impact, response, owner)
        SELECT id, '%s', %d, %d, 'MITIGATE', %s FROM r
        """
            .formatted(
                number, reviewed, probability, impact, owner == null ? "NULL" : owner.value()));
  }

  private void action(String due) {
    run(
        """
        INSERT INTO action_item (number, origin, text, responsible, due)
        SELECT 'A' || count(*) + 1, 'E-1', 'Relire', %d, '%s' FROM action_item
        """
            .formatted(zoe.value(), due));
  }

  /** Held that day with one decision and no action; its notes were sent the same day. */
  private void meeting(int number, String day, String standing, boolean quorate) {
    run(
        """
        INSERT INTO meeting (body, title, starts_at, minutes, uid, state, convener, convened_at)
        VALUES (%d, 'Suivi', '%s', 60, 'u%d', 'CLOSED', %d, '2026-02-01')
        """
            .formatted(group.id().value(), day, number, zoe.value()));
    for (PersonId each : List.of(zoe, paul)) {
      run(
          """
          WITH a AS (
            INSERT INTO ask (person, command, given, until, once, created_at)
            VALUES (%d, 'x', '{}', '2026-12-01', false, '2026-02-01') RETURNING id)
          INSERT INTO invitation (meeting, person, ask) SELECT %d, %d, id FROM a
          """
              .formatted(each.value(), number, each.value()));
      run(
          "INSERT INTO attendance (meeting, person, standing) VALUES (%d, %d, '%s')"
              .formatted(number, each.value(), standing));
    }
    run(
        """
        INSERT INTO decision (meeting, number, text, quorate, present, needed, at)
        VALUES (%d, 'GT-2026-%d', 'On garde.', %b, 1, 2, '%s')
        """
            .formatted(number, number, quorate, day));
    run(
        "INSERT INTO minutes (meeting, closed_by, closed_at) VALUES (%d, %d, '%s')"
            .formatted(number, zoe.value(), day + "T12:00:00-05:00"));
  }

  private void run(String sql) {
    project.jdbi.useHandle(handle -> handle.execute(sql));
  }
}
