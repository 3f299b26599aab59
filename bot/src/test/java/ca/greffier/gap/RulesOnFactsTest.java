package ca.greffier.gap;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.budget.Budget;
import ca.greffier.budget.Commitments;
import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.house.TestProject;
import ca.greffier.meeting.Meetings;
import ca.greffier.minutes.Minutes;
import ca.greffier.plan.Plan;
import ca.greffier.progress.Inquiry;
import ca.greffier.progress.Rounds;
import ca.greffier.risk.Risks;
import ca.greffier.text.QuebecCalendar;
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
