package ca.greffier.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.budget.Budget;
import ca.greffier.budget.BudgetCommands;
import ca.greffier.budget.Commitments;
import ca.greffier.budget.Expenses;
import ca.greffier.budget.Grants;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.house.CommandWords;
import ca.greffier.house.TestProject;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Plan;
import ca.greffier.plan.PlanCommands;
import ca.greffier.plan.Slip;
import ca.greffier.text.Money;
import ca.greffier.text.QuebecCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The vector K6 of domain.md as a project: five weeks, planned value 10, 25, 45, 70 and 100, earned
 * value 55 after four; here in thousands of dollars, with 60 spent.
 */
class ProjectValueTest {
  private static final LocalDate FOURTH = LocalDate.parse("2026-03-29");

  private final TestProject project = new TestProject("2026-03-02T09:00");
  private final Plan plan = new Plan(project.jdbi, TestProject.ZONE);
  private final Budget budget = new Budget(project.jdbi, TestProject.ZONE);
  private final ProjectValue value = new ProjectValue(plan, budget);
  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);

  ProjectValueTest() {
    project.body("GT-NUM", "Numérisation", BodyKind.WORKING_GROUP);
    project.body("GT-IA", "Intelligence artificielle", BodyKind.WORKING_GROUP);
    List<Command> all = new ArrayList<>();
    all.addAll(
        new PlanCommands(
                new PlanCommands.Parts(
                    plan,
                    new Dependencies(project.jdbi),
                    new Slip(new QuebecCalendar()),
                    project.bodies,
                    project.people),
                project.kinds)
            .all());
    all.addAll(project.planFiles(plan));
    Commitments commitments = new Commitments(project.jdbi, budget, TestProject.ZONE);
    all.addAll(
        new BudgetCommands(
                new BudgetCommands.Parts(
                    budget,
                    commitments,
                    new Expenses(project.jdbi, budget, commitments),
                    new Grants(project.jdbi, budget),
                    project.people),
                project.kinds)
            .all());
    all.addAll(
        new ValueCommands(
                value,
                project.kinds,
                new DirectoryKinds(project.people, project.bodies),
                TestProject.ZONE)
            .all());
    project.open(all);
    CommandWords.check(new Commands(all), project.messages);
  }

  @Test
  void nothing_is_told_without_weights_dates_and_a_budget() {
    assertThat(value.on(FOURTH)).isEmpty();
    assertThat(value.curve(FOURTH)).isEmpty();
    assertThat(value.forecast(FOURTH)).isEmpty();
    assertThat(project.said(run("valeur voir", Map.of())))
        .startsWith("Données insuffisantes\u00a0: il faut des livrables qui ont un poids");
    project.importing(officer, "livrable importer", PLAN, false);
    assertThat(value.on(FOURTH)).as("no budget").isEmpty();
  }

  @Test
  void the_project_s_figures_are_those_of_the_vector() {
    fourWeeks();
    Appraisal now = value.on(FOURTH).orElseThrow();
    assertThat(now.value().pv()).isEqualByComparingTo("70000");
    assertThat(now.value().ev()).isEqualByComparingTo("55000");
    assertThat(rounded(now.value().cpi())).isEqualTo("0.9167");
    assertThat(rounded(now.value().spi())).isEqualTo("0.7857");
    // the first week ends a week after the day before the first baseline, less a day
    assertThat(now.start()).isEqualTo("2026-03-07");
    assertThat(now.end()).isEqualTo("2026-04-05");
    assertThat(now.isTelling()).isTrue();
    assertThat(now.schedule().spi()).isLessThan(BigDecimal.ONE);
    assertThat(now.estimatedEnd()).isAfter("2026-04-05");
  }

  @Test
  void a_body_is_worth_its_share_and_what_it_spends_is_not_known() {
    fourWeeks();
    Appraisal body =
        value.of(project.bodies.byCode("GT-IA").orElseThrow().id(), FOURTH).orElseThrow();
    assertThat(body.value().bac()).isEqualByComparingTo("30000");
    assertThat(body.value().ev()).isEqualByComparingTo("0");
    assertThat(body.value().ac()).isNull();
    assertThat(body.isTelling()).isFalse();
    assertThat(project.fields(run("valeur voir", Map.of("corps", "GT-IA"))))
        .contains(
            "Coût réel (CR): n/d",
            "Indices: Données insuffisantes\u00a0: il faut trois livrables atteints et 15\u00a0% du"
                + " travail fait.");
  }

  @Test
  void the_card_gives_every_estimate_and_never_one_date_alone() {
    fourWeeks();
    assertThat(project.fields(run("valeur voir", Map.of())))
        .contains(
            "Livrables atteints: 4 sur 6 qui ont un poids et une référence",
            "Budget à l’achèvement (BAC): 100\u00a0000,00\u00a0$",
            "Indice de coût (VA ÷ CR): 0,92",
            "Coût final si le reste coûte comme le passé: 109\u00a0090,91\u00a0$",
            "Coût final si le reste coûte comme prévu: 105\u00a0000,00\u00a0$",
            "Fin prévue: données insuffisantes\u00a0: il faut 8 livrables atteints");
  }

  @Test
  void the_curve_is_known_until_the_day_and_planned_to_the_end() {
    fourWeeks();
    Curve curve = value.curve(FOURTH).orElseThrow();
    Curve.Point first = curve.points().getFirst();
    assertThat(first.planned()).isEqualTo(Money.ZERO);
    Curve.Point last = curve.points().getLast();
    assertThat(last.planned()).isEqualTo(new Money(10_000_000));
    assertThat(last.earned()).isNull();
    Curve.Point now =
        curve.points().stream().filter(each -> each.day().equals(FOURTH)).findFirst().orElseThrow();
    assertThat(now.earned()).isEqualTo(new Money(5_500_000));
    assertThat(now.actual()).isEqualTo(new Money(6_000_000));
    assertThat(project.rows(run("valeur courbe", Map.of()))).hasSize(curve.points().size());
  }

  @Test
  void the_past_is_told_as_it_was_known() {
    fourWeeks();
    Appraisal before = value.on(LocalDate.parse("2026-03-16")).orElseThrow();
    assertThat(before.value().ev()).isEqualByComparingTo("0");
    assertThat(before.value().ac()).isEqualByComparingTo("0");
    assertThatThrownBy(() -> run("valeur voir", Map.of("au", "2027-01-01")))
        .hasMessageContaining("plan.asof.future");
  }

  @Test
  void a_forecast_is_a_range_always_the_same_and_never_past() {
    LocalDate start = LocalDate.parse("2026-01-01");
    LocalDate end = start.plusDays(200);
    List<Forecast.Kept> kept = new ArrayList<>();
    for (int i = 1; i <= 8; i++)
      kept.add(new Forecast.Kept(start.plusDays(10L * i), start.plusDays(10L * i + 2L * i), true));
    assertThat(Forecast.of(start, end, start, kept.subList(0, 7))).isEmpty();
    Forecast steady = Forecast.of(start, end, start, kept).orElseThrow();
    assertThat(steady.p50()).as("all took a fifth more").isEqualTo(start.plusDays(240));
    assertThat(steady.p80()).isEqualTo(steady.p50());
    kept.add(new Forecast.Kept(start.plusDays(10), start.plusDays(30), true));
    Forecast wide = Forecast.of(start, end, start, kept).orElseThrow();
    assertThat(wide.p80()).isAfter(wide.p50());
    assertThat(wide).isEqualTo(Forecast.of(start, end, start, kept).orElseThrow());
    LocalDate late = start.plusDays(900);
    assertThat(Forecast.of(start, end, late, kept).orElseThrow().p50()).isEqualTo(late);
  }

  @Test
  void what_is_late_and_not_reached_weighs_too() {
    LocalDate start = LocalDate.parse("2026-01-01");
    LocalDate end = start.plusDays(120);
    LocalDate day = start.plusDays(100);
    List<Forecast.Kept> kept = new ArrayList<>();
    for (int i = 1; i <= 8; i++)
      kept.add(new Forecast.Kept(start.plusDays(10L * i), start.plusDays(10L * i), true));
    assertThat(Forecast.of(start, end, day, kept).orElseThrow().p50()).isEqualTo(end);
    kept.add(new Forecast.Kept(start.plusDays(20), day, false));
    assertThat(Forecast.of(start, end, day, kept).orElseThrow().p50()).isAfter(end);
    assertThat(Forecast.of(start, end, day, kept.subList(1, 9))).as("seven reached").isEmpty();
  }

  private static final String PLAN =
      "code;titre;corps;responsable;poids;reference;prevu\n"
          + "L-1;A;GT-NUM;;10;2026-03-08;\n"
          + "L-2;B;GT-NUM;;15;2026-03-15;\n"
          + "L-3;C;GT-NUM;;20;2026-03-22;\n"
          + "L-4;D;GT-NUM;;10;2026-03-29;\n"
          + "L-5;E;GT-NUM;;15;2026-03-29;\n"
          + "L-6;F;GT-IA;;30;2026-04-05;\n";

  private void fourWeeks() {
    project.importing(officer, "livrable importer", PLAN, false);
    project.importing(
        officer,
        "budget importer",
        "code;poste;autorise;engage;depense;a_engager\nB-1;Tout;100000;0;0;100000\n",
        false);
    project.at("2026-03-29T16:00");
    for (String code : List.of("L-1", "L-2", "L-3", "L-4"))
      run("livrable atteint", Map.of("livrable", code, "date", "2026-03-27"));
    run(
        "budget ajuster",
        Map.of("poste", "B-1", "engage", "60000", "depense", "60000", "a_engager", "40000"));
  }

  private static String rounded(@Nullable BigDecimal figure) {
    return Objects.requireNonNull(figure).setScale(4, RoundingMode.HALF_UP).toPlainString();
  }

  private Reply run(String command, Map<String, String> given) {
    return project.as(officer, command, given);
  }
}
