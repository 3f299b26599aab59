package ca.greffier.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.house.CommandWords;
import ca.greffier.house.TestProject;
import ca.greffier.text.QuebecCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deliverables, through the Desk. */
class PlanStoryTest {
  private static final String HEADS = "Code;Titre;Corps;Responsable;Poids;Référence;Prévu\n";
  private static final String DELIVERABLES =
      HEADS
          + """
          L-01;Guide de numérisation;GT-NUM;zoe.lavoie@biblio.example;5;2026-03-27;2026-03-27
          l-02;Banc d’essai;gt-num;;3;2026-05-29;
          """;
  private final TestProject project = new TestProject("2026-03-16T09:00");
  private final Plan plan = new Plan(project.jdbi, TestProject.ZONE);
  private final Body group = project.body("GT-NUM", "Numérisation", BodyKind.WORKING_GROUP);
  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);
  private final PersonId member = project.person("Zoe", "Lavoie", Role.MEMBER);

  PlanStoryTest() {
    List<Command> commands = new ArrayList<>();
    Slip slip = new Slip(new QuebecCalendar());
    commands.addAll(
        new PlanCommands(
                new PlanCommands.Parts(
                    plan, new Dependencies(project.jdbi), slip, project.bodies, project.people),
                project.kinds)
            .all());
    commands.addAll(project.planFiles(plan));
    project.open(commands);
    CommandWords.check(new Commands(commands), project.messages);
  }

  @Test
  void the_trial_of_an_import_reports_each_line_and_writes_nothing() {
    String wrong = "L-03;Formation;GT-X;;1;;\nL-01;Bis;GT-NUM;;1;;\nL-04;;GT-NUM;;beaucoup;;\n";
    Reply report = project.importing(officer, "livrable importer", DELIVERABLES + wrong, true);
    assertThat(project.rows(report))
        .containsExactly(
            "2 | L-01 | ✔ sera ajouté",
            "3 | l-02 | ✔ sera ajouté",
            "4 | L-03 | ✖ Refusée\u00a0: Aucun corps ne porte le code «\u00a0GT-X\u00a0»\u00a0:"
                + " importez d’abord les corps.",
            "5 | L-01 | ✖ Refusée\u00a0: «\u00a0L-01\u00a0» est déjà à la ligne 2. Gardez une seule"
                + " des deux.",
            "6 | L-04 | ✖ Refusée\u00a0: La colonne «\u00a0titre\u00a0» est vide. Remplissez-la.");
    assertThat(plan.all()).isEmpty();
  }

  @Test
  void nothing_is_imported_when_a_line_is_refused() {
    assertThatThrownBy(
            () ->
                project.importing(
                    officer, "livrable importer", DELIVERABLES + "L-03;Rien;GT-X;;1;;\n", false))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(project.said(refusal))
                    .startsWith("Rien n’a été importé\u00a0: 1 ligne est refusée. Ligne 4\u00a0: ")
                    .endsWith("«\u00a0essai:oui\u00a0»."));
    assertThat(plan.all()).isEmpty();
  }

  @Test
  void the_same_table_again_changes_nothing_and_a_baseline_never_moves() {
    importPlan();
    importPlan();
    assertThat(plan.all()).extracting(Deliverable::code).containsExactly("L-01", "L-02");
    assertThat(plan.byCode("L-01").orElseThrow().moves()).isZero();
    assertThatThrownBy(
            () ->
                project.importing(
                    officer,
                    "livrable importer",
                    HEADS + "L-01;Guide;GT-NUM;;5;2026-04-10;2026-04-10\n",
                    false))
        .hasMessageContaining("plan.import.baseline");
  }

  @Test
  void a_forecast_moves_and_every_move_is_counted() {
    importPlan();
    Reply reply =
        project.as(officer, "livrable prevoir", Map.of("livrable", "l-01", "date", "7 avril"));
    assertThat(project.said(reply))
        .isEqualTo(
            "C’est noté\u00a0: L-01 est prévu pour le mardi 7 avril 2026. Écart avec la"
                + " référence\u00a0: 5 jours ouvrables de plus.");
    project.as(officer, "livrable prevoir", Map.of("livrable", "L-01", "date", "2026-04-07"));
    project.as(officer, "livrable prevoir", Map.of("livrable", "L-01", "date", "2026-04-10"));
    Deliverable guide = plan.byCode("L-01").orElseThrow();
    assertThat(guide.baseline()).isEqualTo("2026-03-27");
    assertThat(guide.forecast()).isEqualTo("2026-04-10");
    assertThat(guide.moves()).isEqualTo(2);
    assertThat(project.fields(project.as(member, "livrable voir", Map.of("livrable", "L-01"))))
        .contains(
            "État: 🟡 Glissé",
            "Responsable: Zoe Lavoie",
            "Écart: 8 jours ouvrables de plus",
            "Reports de la prévision: 2");
  }

  @Test
  void what_is_reached_no_longer_moves() {
    importPlan();
    assertThatThrownBy(() -> reach("2026-03-17")).hasMessageContaining("plan.reach.future");
    reach("2026-03-13");
    assertThat(plan.open(group.id())).extracting(Deliverable::code).containsExactly("L-02");
    assertThatThrownBy(() -> reach("2026-03-12")).hasMessageContaining("plan.reached");
    assertThatThrownBy(
            () ->
                project.as(
                    officer, "livrable prevoir", Map.of("livrable", "L-01", "date", "2026-05-01")))
        .hasMessageContaining("plan.reached");
    assertThat(project.rows(project.as(member, "livrable liste", Map.of("corps", "gt-num"))))
        .first()
        .isEqualTo(
            "L-01 | Guide de numérisation | GT-NUM | 🟡 Atteint, non prouvé | vendredi 27 mars 2026"
                + " | 10 jours ouvrables de moins");
  }

  @Test
  void what_was_handed_over_already_is_imported_as_such() {
    String table =
        "code;titre;corps;responsable;poids;reference;prevu;atteint\n"
            + "L-09;Charte;GT-NUM;;1;2026-02-02;;%s\n";
    assertThatThrownBy(
            () ->
                project.importing(
                    officer, "livrable importer", table.formatted("2026-03-17"), false))
        .hasMessageContaining("plan.reach.future");
    project.importing(officer, "livrable importer", table.formatted("2026-02-04"), false);
    assertThat(plan.byCode("L-09").orElseThrow().reached()).isEqualTo("2026-02-04");
  }

  @Test
  void a_date_in_the_past_is_no_forecast() {
    importPlan();
    assertThatThrownBy(
            () ->
                project.as(
                    officer, "livrable prevoir", Map.of("livrable", "L-01", "date", "2026-03-13")))
        .hasMessageContaining("plan.forecast.past");
  }

  @Test
  void members_read_the_plan_but_do_not_write_it() {
    importPlan();
    assertThatThrownBy(() -> project.as(member, "livrable atteint", Map.of("livrable", "L-01")))
        .hasMessageContaining("desk.role");
  }

  @Test
  void codes_and_titles_are_suggested() {
    importPlan();
    PlanKinds kinds = new PlanKinds(plan);
    assertThat(kinds.deliverable().suggest("numeris"))
        .extracting(each -> each.value() + "=" + each.label())
        .containsExactly("L-01=L-01 · Guide de numérisation");
    assertThat(kinds.deliverable().suggest("l-0")).hasSize(2);
  }

  private void importPlan() {
    project.importing(officer, "livrable importer", DELIVERABLES, false);
  }

  private void reach(String date) {
    project.as(officer, "livrable atteint", Map.of("livrable", "L-01", "date", date));
  }
}
