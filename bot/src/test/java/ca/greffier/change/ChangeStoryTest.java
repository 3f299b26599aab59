package ca.greffier.change;

import static ca.greffier.house.TestProject.letters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.budget.Budget;
import ca.greffier.budget.BudgetCommands;
import ca.greffier.budget.BudgetKinds;
import ca.greffier.budget.Commitments;
import ca.greffier.budget.Expenses;
import ca.greffier.budget.Grants;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Source;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.Function;
import ca.greffier.house.CommandWords;
import ca.greffier.house.LetterSnapshots;
import ca.greffier.house.TestProject;
import ca.greffier.outbox.Letter;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Plan;
import ca.greffier.plan.PlanCommands;
import ca.greffier.plan.PlanKinds;
import ca.greffier.plan.Slip;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.text.Money;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From "why?" to a baseline that moves, through the Desk. */
class ChangeStoryTest {
  private final TestProject project = new TestProject("2026-03-02T09:00");
  private final QuebecCalendar calendar = new QuebecCalendar();
  private final Slip slip = new Slip(calendar);
  private final Plan plan = new Plan(project.jdbi, TestProject.ZONE);
  private final Budget budget = new Budget(project.jdbi, TestProject.ZONE);
  private final Changes changes = new Changes(project.jdbi, plan, budget, slip, TestProject.ZONE);
  private WhySweep.Tolerance tolerance = new WhySweep.Tolerance(5, 5);
  private final WhySweep sweep =
      new WhySweep(
          project.jdbi,
          changes,
          new WhySweep.Approved(plan, budget, slip),
          new WhySweep.Post(
              project.people, project.bodies, project.asks, project.outbox, project.messages),
          new OfficeHours(calendar, TestProject.ZONE),
          () -> tolerance);
  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);
  private final PersonId member = project.person("Zoe", "Lavoie", Role.MEMBER);
  private final PersonId other = project.person("Marc", "Dube", Role.MEMBER);

  ChangeStoryTest() {
    project.body("GT-NUM", "Numérisation", BodyKind.WORKING_GROUP);
    Body office = project.body("PROJET", "Bureau de projet", BodyKind.PROJECT);
    project.seat(office, officer, Function.MANAGER);
    List<Command> all = new ArrayList<>();
    DirectoryKinds directory = new DirectoryKinds(project.people, project.bodies);
    all.addAll(
        new ChangeCommands(
                changes,
                project.people,
                new ChangeCommands.Words(
                    project.kinds,
                    new PlanKinds(plan).deliverable(),
                    new BudgetKinds(budget, project.kinds).line(),
                    directory.person()),
                TestProject.ZONE)
            .all());
    all.addAll(
        new PlanCommands(
                new PlanCommands.Parts(
                    plan, new Dependencies(project.jdbi), slip, project.bodies, project.people),
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
    project.open(all);
    CommandWords.check(new Commands(all), project.messages);
    project.importing(
        officer,
        "livrable importer",
        "code;titre;corps;responsable;poids;reference;prevu\n"
            + "L-01;Guide;GT-NUM;zoe.lavoie@biblio.example;1;2026-03-27;2026-03-27\n"
            + "L-02;Formation;GT-NUM;;1;;\n",
        false);
    project.importing(
        officer,
        "budget importer",
        "code;poste;autorise;engage;depense;a_engager\nB-01;Services;10000;0;0;10000\n",
        false);
  }

  @Test
  void an_approved_request_moves_the_baseline_and_keeps_the_first_one() {
    assertThat(said(redate(member, "2026-05-29")))
        .isEqualTo(
            "La demande DC-2026-001 est ouverte\u00a0: Guide, vendredi 27 mars 2026 → vendredi 29"
                + " mai 2026. À décider par\u00a0: le comité directeur. Complétez-la avec"
                + " «\u00a0changement completer\u00a0».");
    refused("change.bare", "changement soumettre", Map.of("changement", "DC-2026-001"));
    run(
        "changement completer",
        Map.of(
            "changement", "dc 2026-1",
            "cout", "Aucun",
            "echeancier", "La formation suit",
            "options", "Livrer sans annexes",
            "recommandation", "Approuver"));
    refused("change.draft", "changement decider", decision("approuvee"));
    run("changement soumettre", Map.of("changement", "DC-2026-001"));
    refused("change.unwritten", "changement decider", decision("approuvee"));
    Map<String, String> written = new HashMap<>(decision("approuvee"));
    written.put("pv", "CD-2026-014");
    assertThat(said(run("changement decider", written)))
        .isEqualTo(
            "La demande DC-2026-001 (Guide) est approuvée\u00a0: vendredi 27 mars 2026 → vendredi"
                + " 29 mai 2026.");
    assertThat(guide().baseline()).isEqualTo("2026-05-29");
    assertThat(guide().dates().original()).isEqualTo("2026-03-27");
    assertThat(project.fields(run("changement voir", Map.of("changement", "DC-2026-001"))))
        .contains(
            "État: ✅ Approuvée",
            "Demandé par: Zoe Lavoie",
            "Échéancier: La formation suit",
            "Options: Livrer sans annexes",
            "Procès-verbal: CD-2026-014")
        .anySatisfy(
            field ->
                assertThat(field)
                    .startsWith("Suivi: lundi 2 mars 2026")
                    .contains("À compléter (Zoe Lavoie)", "Approuvée (Camille Roy)"));
    refused("change.decided", "changement decider", written);
    assertThat(project.rows(run("changement liste", Map.of()))).isEmpty();
    assertThat(project.rows(run("changement liste", Map.of("tout", "oui")))).hasSize(1);
  }

  @Test
  void an_amount_moves_by_a_request_and_who_may_decide_depends_on_it() {
    run(
        "changement budgeter",
        Map.of("poste", "B-01", "autorise", "10 800", "raison", "Indexation"));
    run("changement completer", Map.of("changement", "DC-2026-001", "recommandation", "Approuver"));
    run("changement soumettre", Map.of("changement", "DC-2026-001"));
    refused("change.nobody", "changement decider", decision("approuvee"));
    Map<String, String> named = new HashMap<>(decision("approuvee"));
    named.put("decideur", "Marc Dube");
    run("changement decider", named);
    assertThat(budget.byCode("B-01").orElseThrow().authorized()).isEqualTo(new Money(1_080_000));
  }

  @Test
  void what_is_refused_deferred_or_withdrawn_moves_nothing() {
    redate(member, "2026-04-01");
    run("changement completer", Map.of("changement", "DC-2026-001", "recommandation", "Refuser"));
    run("changement soumettre", Map.of("changement", "DC-2026-001"));
    run("changement decider", decision("differee"));
    run("changement decider", decision("refusee"));
    redate(member, "2026-04-02");
    assertThatThrownBy(
            () -> project.as(other, "changement retirer", Map.of("changement", "DC-2026-002")))
        .hasMessageContaining("change.notyours");
    project.as(member, "changement retirer", Map.of("changement", "DC-2026-002"));
    assertThat(guide().baseline()).isEqualTo("2026-03-27");
    assertThat(changes.all())
        .extracting(Change::state)
        .containsExactly(ChangeState.WITHDRAWN, ChangeState.REFUSED);
  }

  @Test
  void one_thing_has_one_open_request_which_must_move_something() {
    assertThatThrownBy(() -> redate(member, "2026-03-27")).hasMessageContaining("change.same");
    redate(member, "2026-04-01");
    assertThatThrownBy(() -> redate(other, "2026-04-02")).hasMessageContaining("change.already");
    run("changement proposer", Map.of("titre", "Ajouter un module", "raison", "Demande du MCC"));
    assertThat(project.rows(run("changement liste", Map.of())).getFirst())
        .startsWith("DC-2026-002 | Ajouter un module | autre chose qu’une date ou un montant");
    refused("change.unknown", "changement voir", Map.of("changement", "DC-2026-009"));
    run("livrable atteint", Map.of("livrable", "L-02", "date", "2026-03-02"));
    assertThatThrownBy(
            () ->
                project.as(
                    member,
                    "changement dater",
                    Map.of("livrable", "L-02", "date", "2026-04-01", "raison", "x")))
        .hasMessageContaining("change.closed");
  }

  @Test
  void a_request_does_not_undo_what_was_approved_meanwhile() {
    redate(member, "2026-03-30");
    run("changement completer", Map.of("changement", "DC-2026-001", "recommandation", "Approuver"));
    run("changement soumettre", Map.of("changement", "DC-2026-001"));
    plan.rebase(guide(), LocalDate.parse("2026-04-30"), officer, project.clock.instant());
    refused("change.stale", "changement decider", decision("approuvee"));
  }

  @Test
  void who_moves_a_date_far_is_asked_why_once() {
    run("livrable prevoir", Map.of("livrable", "L-01", "date", "2026-04-07"));
    assertThat(askedAt("2026-03-03T09:20")).as("five working days are tolerated").isEmpty();
    run("livrable prevoir", Map.of("livrable", "L-01", "date", "2026-04-08"));
    assertThat(askedAt("2026-03-03T19:20")).as("not in the evening").isEmpty();
    List<Letter> asked = askedAt("2026-03-04T09:20");
    assertThat(asked)
        .singleElement()
        .satisfies(letter -> assertThat(letter.address()).startsWith("camille"));
    LetterSnapshots.verify("change", asked.getFirst());
    assertThat(askedAt("2026-03-05T09:20")).as("once").isEmpty();
    assertThat(changes.open()).singleElement().extracting(Change::reason).isNull();
    refused("change.unexplained", "changement soumettre", Map.of("changement", "DC-2026-001"));

    assertThat(
            said(
                project.answering(
                    asked.getFirst(), Source.MAIL, Map.of("raison", "La révision a tardé."))))
        .isEqualTo("Merci! La raison est notée à la demande DC-2026-001.");
    run("changement retirer", Map.of("changement", "DC-2026-001"));
    assertThat(askedAt("2026-03-06T09:20")).as("not for the same date").isEmpty();
    run("livrable prevoir", Map.of("livrable", "L-01", "date", "2026-04-20"));
    assertThat(askedAt("2026-03-06T10:20")).as("a later one is another question").hasSize(1);
  }

  @Test
  void how_far_is_far_is_for_the_project_to_say() {
    run("livrable prevoir", Map.of("livrable", "L-01", "date", "2026-04-08"));
    tolerance = new WhySweep.Tolerance(10, 5);
    assertThat(askedAt("2026-03-04T09:20")).isEmpty();
    tolerance = new WhySweep.Tolerance(5, 5);
    assertThat(askedAt("2026-03-04T10:20")).hasSize(1);
  }

  @Test
  void one_person_is_asked_once_a_day_the_farthest_date_first() {
    project.importing(
        officer,
        "livrable importer",
        "code;titre;corps;responsable;poids;reference;prevu\n"
            + "L-03;Trousse;GT-NUM;;1;2026-03-27;2026-05-29\n"
            + "L-04;Bilan;GT-NUM;;1;2026-03-27;2026-06-26\n",
        false);
    assertThat(askedAt("2026-03-03T09:20")).hasSize(1);
    assertThat(changes.open()).extracting(Change::title).containsExactly("Bilan");
    assertThat(askedAt("2026-03-03T10:20")).as("not answered").isEmpty();
    assertThat(askedAt("2026-03-04T09:20")).as("the next day, the next one").hasSize(1);
    assertThat(changes.open()).extracting(Change::title).containsExactly("Trousse", "Bilan");
  }

  @Test
  void what_was_authorized_moves_by_a_request_only() {
    String more = "code;poste;autorise;engage;depense;a_engager\nB-01;Services;12000;0;0;10000\n";
    assertThatThrownBy(() -> project.importing(officer, "budget importer", more, false))
        .isInstanceOfSatisfying(
            Refusal.class,
            no -> assertThat(no.arguments().toString()).contains("budget.import.authorized"));
  }

  @Test
  void an_amount_far_over_is_asked_about_too() {
    run("budget ajuster", Map.of("poste", "B-01", "a_engager", "10 500"));
    assertThat(askedAt("2026-03-03T09:20")).isEmpty();
    run("budget ajuster", Map.of("poste", "B-01", "a_engager", "10 501"));
    project.speaksEnglish(officer);
    List<Letter> asked = askedAt("2026-03-03T10:20");
    LetterSnapshots.verify("change", asked.getFirst());
    assertThat(changes.open())
        .singleElement()
        .satisfies(
            draft -> {
              assertThat(draft.toAmount()).isEqualTo(new Money(1_050_100));
              assertThat(changes.authority(draft)).isEqualTo(Authority.DIRECTOR);
            });
  }

  private static Map<String, String> decision(String verdict) {
    return Map.of("changement", "DC-2026-001", "decision", verdict);
  }

  private Reply redate(PersonId who, String date) {
    return project.as(
        who,
        "changement dater",
        Map.of("livrable", "L-01", "date", date, "raison", "La révision a tardé"));
  }

  private List<Letter> askedAt(String local) {
    sweep.run(project.at(local));
    return letters(project.carried());
  }

  private Deliverable guide() {
    return plan.byCode("L-01").orElseThrow();
  }

  private Reply run(String command, Map<String, String> given) {
    return project.as(officer, command, given);
  }

  private void refused(String key, String command, Map<String, String> given) {
    assertThatThrownBy(() -> run(command, given))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.key()).isEqualTo(key));
  }

  private String said(Reply reply) {
    return project.said(reply);
  }
}
