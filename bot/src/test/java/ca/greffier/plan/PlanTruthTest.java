package ca.greffier.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ca.greffier.command.Command;
import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.BodyKind;
import ca.greffier.house.TestProject;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is true of a plan, what was believed of it, and what waits for what. */
class PlanTruthTest {
  private final TestProject project = new TestProject("2026-03-02T09:00");
  private final Plan plan = new Plan(project.jdbi, TestProject.ZONE);
  private final Dependencies dependencies = new Dependencies(project.jdbi);
  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);

  PlanTruthTest() {
    project.body("GT-NUM", "Numérisation", BodyKind.WORKING_GROUP);
    List<Command> commands = new ArrayList<>(project.planFiles(plan));
    commands.addAll(
        new PlanCommands(
                new PlanCommands.Parts(
                    plan,
                    dependencies,
                    new Slip(new QuebecCalendar()),
                    project.bodies,
                    project.people),
                project.kinds)
            .all());
    project.open(commands);
  }

  @Test
  void codes_are_given_in_order_for_each_kind() {
    assertThat(said(add("Guide", "livrable", "2026-03-27")))
        .isEqualTo("C’est ajouté\u00a0: L-01 (Guide).");
    add("Lancement", "jalon", "2026-05-29");
    add("Formation", "livrable", "2026-06-12");
    assertThat(plan.all())
        .extracting(Deliverable::code, Deliverable::kind)
        .containsExactly(
            tuple("L-01", DeliverableKind.DELIVERABLE),
            tuple("J-01", DeliverableKind.MILESTONE),
            tuple("L-02", DeliverableKind.DELIVERABLE));
  }

  @Test
  void what_was_believed_on_a_day_is_still_known() {
    add("Guide", "livrable", "2026-03-27");
    project.at("2026-03-10T10:00");
    run("livrable prevoir", Map.of("livrable", "L-01", "date", "2026-04-07"));
    add("Formation", "livrable", "2026-06-12");
    project.at("2026-04-01T10:00");
    run("livrable atteint", Map.of("livrable", "L-01", "date", "2026-03-31", "preuve", "PV du CD"));

    assertThat(plan.asOf(LocalDate.parse("2026-03-01"))).isEmpty();
    Deliverable third = plan.asOf(LocalDate.parse("2026-03-03")).getFirst();
    assertThat(third.forecast()).isEqualTo("2026-03-27");
    assertThat(third.moves()).isZero();
    assertThat(plan.asOf(LocalDate.parse("2026-03-10"))).hasSize(2);
    Deliverable tenth = plan.asOf(LocalDate.parse("2026-03-31")).getFirst();
    assertThat(tenth.forecast()).isEqualTo("2026-04-07");
    assertThat(tenth.reached()).as("it was not known yet").isNull();
    assertThat(tenth.moves()).isEqualTo(1);
    assertThat(plan.asOf(LocalDate.parse("2026-04-01"))).isEqualTo(plan.all());

    Reply then = run("livrable liste", Map.of("au", "2026-03-12"));
    assertThat(then)
        .isInstanceOfSatisfying(
            Reply.Table.class,
            table ->
                assertThat(table.arguments()).containsExactly(2, LocalDate.parse("2026-03-12")));
    assertThat(project.rows(then))
        .first()
        .isEqualTo(
            "L-01 | Guide | GT-NUM | 🟡 Glissé | mardi 7 avril 2026 | 5 jours ouvrables de plus");
    assertThatThrownBy(() -> run("livrable liste", Map.of("au", "2026-04-02")))
        .hasMessageContaining("plan.asof.future");
  }

  @Test
  void an_approved_change_moves_the_baseline_and_the_first_one_stays() {
    add("Guide", "livrable", "2026-03-27");
    plan.rebase(
        plan.byCode("L-01").orElseThrow(),
        LocalDate.parse("2026-04-30"),
        officer,
        project.clock.instant());
    Deliverable guide = plan.byCode("L-01").orElseThrow();
    assertThat(guide.baseline()).isEqualTo("2026-04-30");
    assertThat(guide.dates().original()).isEqualTo("2026-03-27");
    assertThat(project.fields(run("livrable voir", Map.of("livrable", "L-01"))))
        .contains("Référence d’origine: vendredi 27 mars 2026", "Référence: jeudi 30 avril 2026");
  }

  @Test
  void reached_is_not_proved_until_something_shows_it() {
    add("Guide", "livrable", "2026-03-27");
    assertThatThrownBy(() -> run("livrable accepter", Map.of("livrable", "L-01")))
        .hasMessageContaining("plan.accept.unreached");
    assertThat(said(run("livrable atteint", Map.of("livrable", "L-01"))))
        .endsWith(
            "Rien ne le prouve encore\u00a0: donnez un lien ou quelques mots avec «\u00a0livrable"
                + " accepter livrable\u00a0:L-01 preuve\u00a0:…\u00a0».");
    assertThat(state("L-01")).isEqualTo(MilestoneState.UNPROVED);
    assertThatThrownBy(
            () -> run("livrable accepter", Map.of("livrable", "L-01", "date", "2026-02-27")))
        .hasMessageContaining("plan.accept.early");
    run("livrable accepter", Map.of("livrable", "L-01", "preuve", "PV du CD, point 4"));
    assertThat(state("L-01")).isEqualTo(MilestoneState.REACHED);
    assertThat(project.fields(run("livrable voir", Map.of("livrable", "L-01"))))
        .contains("Preuve: PV du CD, point 4", "Accepté: lundi 2 mars 2026");
  }

  @Test
  void what_is_given_up_stays_in_the_plan_and_may_be_taken_up_again() {
    add("Guide", "livrable", "2026-03-27");
    Map<String, String> why = Map.of("livrable", "L-01", "raison", "Le fournisseur s’en charge");
    assertThatThrownBy(() -> run("livrable rouvrir", why)).hasMessageContaining("plan.reopen.open");
    run("livrable annuler", why);
    assertThat(state("L-01")).isEqualTo(MilestoneState.CANCELLED);
    assertThat(plan.open(plan.all().getFirst().body())).isEmpty();
    assertThatThrownBy(
            () -> run("livrable prevoir", Map.of("livrable", "L-01", "date", "2026-05-01")))
        .hasMessageContaining("plan.cancelled");
    run("livrable rouvrir", why);
    assertThat(state("L-01")).isEqualTo(MilestoneState.COMING);
  }

  @Test
  void a_table_does_not_revive_what_is_given_up_and_adds_the_proof_that_was_missing() {
    String heads = "code;titre;corps;responsable;poids;reference;prevu;atteint;preuve\n";
    add("Guide", "livrable", "2026-03-27");
    run("livrable annuler", Map.of("livrable", "L-01", "raison", "Inutile"));
    for (String dates : List.of(";;2026-05-01;", ";;;2026-03-01"))
      assertThatThrownBy(
              () ->
                  project.importing(
                      officer,
                      "livrable importer",
                      heads + "L-01;Guide;GT-NUM;;1" + dates + ";\n",
                      false))
          .hasMessageContaining("plan.cancelled");
    run("livrable rouvrir", Map.of("livrable", "L-01", "raison", "Utile"));
    String reached = "L-01;Guide;GT-NUM;;1;;;2026-03-01;";
    project.importing(officer, "livrable importer", heads + reached + "\n", false);
    assertThat(state("L-01")).isEqualTo(MilestoneState.UNPROVED);
    project.importing(officer, "livrable importer", heads + reached + "PV\n", false);
    assertThat(state("L-01")).isEqualTo(MilestoneState.REACHED);
  }

  @Test
  void a_date_set_from_outside_says_so() {
    run(
        "livrable ajouter",
        Map.of("titre", "Loi", "corps", "GT-NUM", "date", "2026-03-27", "imposee", "oui"));
    assertThat(plan.all().getFirst().hard()).isTrue();
    assertThat(project.fields(run("livrable voir", Map.of("livrable", "L-01"))))
        .contains("Date imposée: oui, de l’extérieur du projet");
  }

  @Test
  void nothing_waits_for_itself() {
    add("Guide", "livrable", "2026-03-27");
    add("Formation", "livrable", "2026-03-30");
    add("Lancement", "jalon", "2026-05-29");
    link("L-01", "L-02", "0");
    link("L-02", "J-01", "5");
    assertThatThrownBy(() -> link("J-01", "L-01", "0")).hasMessageContaining("plan.link.circle");
    assertThatThrownBy(() -> link("L-01", "L-01", "0")).hasMessageContaining("plan.link.circle");
    assertThat(dependencies.all()).extracting(Dependency::lagDays).containsExactly(0, 5);
    assertThat(project.fields(run("livrable voir", Map.of("livrable", "L-02"))))
        .contains("Attend: L-01", "Attendu par: J-01");
    run("livrable delier", Map.of("avant", "L-02", "apres", "J-01"));
    assertThatThrownBy(() -> run("livrable delier", Map.of("avant", "L-02", "apres", "J-01")))
        .hasMessageContaining("plan.link.none");
    link("J-01", "L-01", "0");
  }

  /** Good Friday and Easter Monday lie between. */
  @Test
  void what_others_wait_for_shows_how_far_it_may_slip_once_they_say_how_long_they_are() {
    add("Guide", "livrable", "2026-03-27");
    add("Formation", "livrable", "2026-04-10");
    link("L-01", "L-02", "0");
    assertThat(shown("L-01")).noneMatch(field -> field.startsWith("Marge"));
    run("livrable durer", Map.of("livrable", "L-02", "ouvrables", "5"));
    assertThat(shown("L-01"))
        .contains("Marge totale: 3 jours ouvrables, jusqu’au mercredi 1er avril 2026");
    assertThat(shown("L-02"))
        .contains("Marge totale: 0 jour ouvrable, jusqu’au vendredi 10 avril 2026");
    run("livrable durer", Map.of("livrable", "L-02", "ouvrables", "9"));
    assertThat(shown("L-01"))
        .contains("Marge totale: dépassée de 1 jour ouvrable (au plus tard le jeudi 26 mars 2026)");
  }

  private List<String> shown(String code) {
    return project.fields(run("livrable voir", Map.of("livrable", code)));
  }

  @Test
  void dates_that_make_one_wonder_are_remarked_upon() {
    add("Guide", "livrable", "2026-03-27");
    add("Formation", "livrable", "2026-04-10");
    link("L-01", "L-02", "2");
    assertThat(said(forecast("2026-04-08"))).doesNotContain("Remarque");
    assertThat(said(forecast("2026-04-09")))
        .contains("Remarque\u00a0: L-02 finirait avant L-01, qu’il attend.");
    assertThat(said(forecast("2026-04-04")))
        .contains(
            "Remarque\u00a0: on ne travaille pas le samedi 4 avril 2026. Le jour ouvrable qui"
                + " précède est le jeudi 2 avril 2026.");
    assertThat(said(add("Bilan", "jalon", "2026-12-22"))).contains("la période des Fêtes");
    // 19 July to 1 August 2026; 23 July to 5 August 2028
    for (String day : List.of("2026-07-20", "2026-07-31", "2028-07-24", "2028-08-04"))
      assertThat(said(add("Été", "jalon", day))).contains("les vacances de la construction");
    for (String day : List.of("2026-07-17", "2026-08-03", "2028-07-21", "2028-08-07"))
      assertThat(said(add("Été", "jalon", day))).doesNotContain("construction");
  }

  private Reply add(String title, String kind, String date) {
    return run(
        "livrable ajouter",
        Map.of("titre", title, "corps", "GT-NUM", "nature", kind, "date", date));
  }

  private void link(String before, String after, String lag) {
    run("livrable lier", Map.of("avant", before, "apres", after, "delai", lag));
  }

  private Reply forecast(String date) {
    return run("livrable prevoir", Map.of("livrable", "L-01", "date", date));
  }

  private MilestoneState state(String code) {
    return MilestoneState.of(
        plan.byCode(code).orElseThrow(),
        LocalDate.ofInstant(project.clock.instant(), TestProject.ZONE),
        new Slip(new QuebecCalendar()));
  }

  private Reply run(String command, Map<String, String> given) {
    return project.as(officer, command, given);
  }

  private String said(Reply reply) {
    return project.said(reply);
  }
}
