package ca.greffier.gap;

import static ca.greffier.house.TestProject.letters;
import static ca.greffier.house.TestProject.posts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.greffier.budget.Budget;
import ca.greffier.budget.BudgetCommands;
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
import ca.greffier.config.Organisation;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.Function;
import ca.greffier.document.ContentStore;
import ca.greffier.document.Documents;
import ca.greffier.house.CommandWords;
import ca.greffier.house.Snapshots;
import ca.greffier.house.TestProject;
import ca.greffier.mail.Templates;
import ca.greffier.meeting.Meetings;
import ca.greffier.minutes.Minutes;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.Outgoing;
import ca.greffier.outbox.Post;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Plan;
import ca.greffier.plan.PlanCommands;
import ca.greffier.plan.PlanKinds;
import ca.greffier.plan.Slip;
import ca.greffier.progress.Answering;
import ca.greffier.progress.Inquiry;
import ca.greffier.progress.ProgressCommands;
import ca.greffier.progress.ReminderSweep;
import ca.greffier.progress.Rounds;
import ca.greffier.progress.Summary;
import ca.greffier.progress.SummarySweep;
import ca.greffier.risk.Risks;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.Language;
import ca.greffier.text.QuebecCalendar;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From the question to the measure, through the Desk. It begins on Monday, 16 March 2026. */
class GapStoryTest {
  private static final String PLAN =
      """
      code;titre;corps;responsable;poids;reference;prevu
      L-01;Guide de numérisation;GT-NUM;zoe.lavoie@biblio.example;5;2026-03-27;2026-03-27
      L-02;Banc d’essai;GT-PRET;;3;2026-05-29;2026-05-29
      L-03;Charte;GT-NUM;;1;2026-05-29;2026-05-29
      """;
  private static final String BUDGET =
      """
      code;poste;autorise;engage;depense;a_engager
      B-01;Traduction;10000;8000;2500;2000
      """;

  private final TestProject project = new TestProject("2026-03-16T09:00");
  private final QuebecCalendar calendar = new QuebecCalendar();
  private final Slip slip = new Slip(calendar);
  private final Plan plan = new Plan(project.jdbi, TestProject.ZONE);
  private final Budget budget = new Budget(project.jdbi, TestProject.ZONE);
  private final Inquiry inquiry =
      new Inquiry(project.outbox, plan, project.people, project.messages);
  private final Rounds rounds =
      new Rounds(
          project.jdbi,
          project.asks,
          project.bodies,
          project.people,
          inquiry,
          calendar,
          TestProject.ZONE);
  private final Sweep reminders =
      new ReminderSweep(
          project.jdbi,
          new ReminderSweep.Parts(
              project.bodies,
              project.people,
              inquiry,
              rounds,
              new OfficeHours(calendar, TestProject.ZONE),
              calendar));
  private final Sweep summaries =
      new SummarySweep(
          project.jdbi,
          new Summary(
              rounds, project.bodies, project.people, plan, project.outbox, project.messages));
  private final Gaps gaps = new Gaps(project.jdbi, project.people);
  private final ThresholdRegister thresholds = new ThresholdRegister(project.jdbi);
  private final Commitments commitments = new Commitments(project.jdbi, budget, TestProject.ZONE);
  private final Minutes minutes =
      new Minutes(
          project.jdbi,
          new Meetings(project.jdbi, project.bodies, project.people, TestProject.ZONE),
          project.people);
  private final Choosing choosing =
      new Choosing(
          project.jdbi,
          new Choosing.Parts(
              gaps, minutes, project.bodies, project.outbox, project.messages, calendar));
  private final Rules rules =
      new Rules(
          new Rules.Rooms(
              plan,
              slip,
              new Dependencies(project.jdbi),
              budget,
              new Rules.Accounts(
                  commitments,
                  new Expenses(project.jdbi, budget, commitments),
                  new Grants(project.jdbi, budget)),
              rounds,
              project.bodies,
              project.people,
              new Meetings(project.jdbi, project.bodies, project.people, TestProject.ZONE),
              minutes,
              new Documents(
                  project.jdbi, new ContentStore(Path.of("target/documents")), TestProject.ZONE),
              new Risks(project.jdbi, TestProject.ZONE)),
          calendar,
          TestProject.ZONE);
  private final Prospects prospects =
      new Prospects(gaps, plan, project.bodies, project.people, calendar);
  private final Sweep sweep =
      new GapSweep(
          project.jdbi,
          gaps,
          new Alert(
              gaps, prospects, project.bodies, project.asks, project.outbox, project.messages),
          new FollowUp(
              project.jdbi, gaps, project.bodies, project.people, project.outbox, project.messages),
          rules,
          thresholds,
          new OfficeHours(calendar, TestProject.ZONE));
  private final Templates templates =
      new Templates(
          project.messages,
          new Organisation(
              "Réseau exemple",
              "1, rue de l’Exemple, Québec (Québec)  G1A 1A1",
              "secretariat@exemple.ca",
              null,
              null),
          URI.create("https://greffier.exemple.ca"),
          null);

  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);
  private final PersonId manager = project.person("Etienne", "Cote", Role.SECRETARY);
  private final PersonId director = project.person("Marie", "Savard", Role.SECRETARY);
  private final PersonId zoe = project.person("Zoe", "Lavoie", Role.MEMBER);
  private final PersonId paul = project.person("Paul", "Gagnon", Role.MEMBER);
  private final PersonId lea = project.person("Lea", "Ouellet", Role.MEMBER);
  private final Body numeric = project.body("GT-NUM", "Numérisation", BodyKind.WORKING_GROUP);
  private final Body training = project.body("GT-FORM", "Formation", BodyKind.WORKING_GROUP);
  private final Body loans = project.body("GT-PRET", "Prêt numérique", BodyKind.WORKING_GROUP);

  GapStoryTest() {
    Body whole = project.body("PROJET", "Stratégie numérique", BodyKind.PROJECT);
    project.seat(whole, manager, Function.MANAGER);
    project.seat(whole, director, Function.DIRECTOR);
    project.speaksEnglish(director);
    project.speaksEnglish(lea);
    project.seat(numeric, zoe, Function.CHAIR);
    project.seat(training, paul, Function.CHAIR);
    project.seat(loans, lea, Function.CHAIR);
    List<Command> own = new ArrayList<>();
    GapCommands.Parts parts =
        new GapCommands.Parts(gaps, choosing, prospects, thresholds, project.people);
    DirectoryKinds directoryKinds = new DirectoryKinds(project.people, project.bodies);
    own.addAll(new GapCommands(parts, project.kinds, directoryKinds, TestProject.ZONE).all());
    own.addAll(new MeasureCommands(project.jdbi, gaps, project.kinds, project.messages).all());
    own.addAll(new ThresholdCommands(thresholds, project.people, project.kinds).all());
    CommandWords.check(new Commands(own), project.messages);
    List<Command> commands = new ArrayList<>(own);
    commands.addAll(
        new PlanCommands(
                new PlanCommands.Parts(
                    plan, new Dependencies(project.jdbi), slip, project.bodies, project.people),
                project.kinds)
            .all());
    commands.addAll(project.planFiles(plan));
    Expenses expenses = new Expenses(project.jdbi, budget, commitments);
    commands.addAll(
        new BudgetCommands(
                new BudgetCommands.Parts(
                    budget,
                    commitments,
                    expenses,
                    new Grants(project.jdbi, budget),
                    project.people),
                project.kinds)
            .all());
    commands.addAll(
        new ProgressCommands(
                rounds,
                new Answering(project.jdbi, project.bodies, plan, TestProject.ZONE),
                project.bodies,
                project.people,
                new PlanKinds(plan),
                project.kinds,
                project.clock,
                TestProject.ZONE)
            .all());
    project.open(commands);
    project.importing(officer, "livrable importer", PLAN, false);
    project.importing(officer, "budget importer", BUDGET, false);
  }

  @Test
  void from_a_round_to_a_gap_taken_in_charge() {
    project.as(officer, "point lancer", Map.of());
    List<Letter> asked = letters(project.carried());
    snapshot("fr/point", to(asked, zoe));
    snapshot("en/point", to(asked, lea));

    project.at("2026-03-17T10:00");
    project.answering(
        to(asked, zoe),
        Source.MAIL,
        Map.of(
            "texte", "Le contrat n’est pas signé.\nOn attend.",
            "livrable", "L-01",
            "etat", "bloque",
            "pourcentage", "60",
            "date", "2026-04-15",
            "blocage", "Le contrat n’est pas signé."));
    project.as(
        paul,
        "point donner",
        Map.of("ronde", ronde(to(asked, paul)), "texte", "La formation avance."));
    reminders.run(project.at("2026-03-19T09:00"));
    List<Letter> reminded = letters(project.carried());
    assertThat(reminded).extracting(Letter::address).containsExactly(address(lea));
    snapshot("en/point-relance", reminded.getFirst());

    summaries.run(project.at("2026-03-23T17:00"));
    List<Letter> summed = letters(project.carried());
    snapshot("fr/synthese", to(summed, manager));
    snapshot("en/synthese", to(summed, director));

    sweep.run(project.at("2026-03-24T08:30"));
    sweep.run(project.at("2026-03-24T13:30"));
    List<Outgoing> told = project.carried();
    assertThat(letters(told))
        .extracting(Letter::address)
        .containsExactlyInAnyOrder(address(manager), address(director));
    assertThat(posts(told))
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.channel()).isEqualTo("salon-PROJET");
              assertThat(post.text()).contains("2 écarts", "🔴 Critique", "⚪ Donnée périmée");
              assertThat(post.buttons()).extracting(Post.Button::label).hasSize(2);
            });
    snapshot("fr/ecart-plusieurs", to(letters(told), manager));
    snapshot("en/ecart-plusieurs", to(letters(told), director));

    Gap late = gaps.unresolved().getFirst();
    assertThat(late.severity()).isEqualTo(Severity.CRITICAL);
    Reply taken =
        project.answering(
            to(letters(told), manager),
            Source.WEB,
            Map.of("ecart", late.id().code(), "mesure", "2"));
    assertThat(project.said(taken))
        .startsWith("Mesure choisie pour l’écart")
        .contains("Préparer un plan de rechange", "PROJET-2026-A001");
    assertThat(project.rows(project.as(officer, "ecart liste", Map.of())))
        .first()
        .asString()
        .contains("🔴 Critique | L-01, Guide de numérisation | pris en charge | Etienne Cote");
    assertThat(history(late)).containsExactly("ouvert", "mesure choisie");
    sweep.run(project.at("2026-03-25T08:30"));
    assertThat(project.carried()).as("nothing new").isEmpty();
  }

  @Test
  void a_single_gap_is_taken_by_its_measure_alone_and_told_again_only_when_worse() {
    project.as(officer, "budget ajuster", Map.of("poste", "B-01", "a_engager", "2400"));
    sweep.run(project.at("2026-03-16T13:30"));
    List<Letter> told = letters(project.carried());
    snapshot("fr/ecart", to(told, manager));
    snapshot("en/ecart", to(told, director));
    assertThatThrownBy(
            () -> project.answering(to(told, manager), Source.MAIL, Map.of("mesure", "9")))
        .hasMessageContaining("gap.measure.unknown");
    project.answering(to(told, manager), Source.MAIL, Map.of("mesure", "1"));
    Gap over = gaps.unresolved().getFirst();
    assertThat(over.severity()).isEqualTo(Severity.WATCH);
    assertThat(over.takenBy()).contains(manager);

    project.as(manager, "ecart resoudre", Map.of("ecart", "e-" + over.id().value()));
    sweep.run(project.at("2026-03-17T08:30"));
    assertThat(gaps.unresolved()).as("settled by a person").isEmpty();
    assertThat(project.carried()).isEmpty();

    project.as(officer, "budget ajuster", Map.of("poste", "B-01", "a_engager", "4000"));
    sweep.run(project.at("2026-03-17T13:30"));
    assertThat(letters(project.carried())).hasSize(2);
    Gap worse = gaps.unresolved().getFirst();
    assertThat(worse.id()).isEqualTo(over.id());
    assertThat(worse.state()).isEqualTo(GapState.OPEN);
    assertThat(worse.measures().subList(0, 3)).as("numbers stay").isEqualTo(over.measures());
    assertThat(worse.measures()).hasSize(6);

    project.as(officer, "budget ajuster", Map.of("poste", "B-01", "a_engager", "2000"));
    sweep.run(project.at("2026-03-18T08:30"));
    assertThat(gaps.unresolved()).isEmpty();
    assertThat(history(over))
        .containsExactly("ouvert", "mesure choisie", "réglé", "aggravé", "les faits ont disparu");
    assertThatThrownBy(
            () -> project.as(manager, "ecart prendre", Map.of("ecart", over.id().code())))
        .hasMessageContaining("gap.resolved");

    project.as(officer, "budget ajuster", Map.of("poste", "B-01", "a_engager", "2400"));
    sweep.run(project.at("2026-03-18T13:30"));
    assertThat(gaps.unresolved().getFirst().id()).as("a new gap").isNotEqualTo(over.id());
  }

  @Test
  void a_threshold_is_changed_with_its_reason_and_the_rules_follow() {
    Map<String, String> wider =
        Map.of("seuil", "budget.tolere", "valeur", "5", "raison", "Le bailleur l’accepte.");
    assertThat(project.said(project.as(manager, "seuil changer", wider)))
        .isEqualTo(
            "Seuil changé, de 0\u00a0% à 5\u00a0%\u00a0: dépassement toléré de ce qui est"
                + " autorisé. Les règles en tiendront compte à leur prochain passage.");
    adjusted("2400");
    assertThat(gaps.unresolved()).as("4 % over").isEmpty();
    adjusted("2600");
    assertThat(gaps.unresolved()).as("6 % over").hasSize(1);

    Reply.Together shown =
        (Reply.Together) project.as(director, "seuil voir", Map.of("seuil", "budget.tolere"));
    assertThat(project.fields(shown.parts().getFirst()))
        .containsExactly(
            "Valeur: 5\u00a0%", "Valeur habituelle: 0\u00a0%", "Règle: Dépassement d’un poste");
    assertThat(project.rows(shown.parts().getLast()))
        .singleElement()
        .asString()
        .endsWith("5\u00a0% | Etienne Cote | Le bailleur l’accepte.");
    assertThat(project.rows(project.as(officer, "seuil liste", Map.of())))
        .hasSize(Threshold.values().length)
        .anyMatch(row -> row.startsWith("budget.tolere | ") && row.endsWith("| Etienne Cote"));
  }

  @Test
  void a_threshold_that_changes_nothing_or_contradicts_another_is_refused() {
    assertThat(refusedThreshold("jalon.tolere", "5")).startsWith("Ce seuil a déjà cette valeur");
    assertThat(refusedThreshold("jalon.tolere", "11"))
        .contains("retard toléré sur la référence", "10\u00a0jours ouvrables");
    assertThat(refusedThreshold("jalon.critique", "4")).contains("5\u00a0jours ouvrables");
    assertThat(refusedThreshold("jalon.critique", "500")).contains("120\u00a0jours ouvrables");
    assertThat(refusedThreshold("rien", "4")).contains("seuil liste");
    assertThat(thresholds.last()).isEmpty();
  }

  private String refusedThreshold(String code, String value) {
    Map<String, String> given = Map.of("seuil", code, "valeur", value, "raison", "Essai.");
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> project.as(manager, "seuil changer", given));
    return project.said(refusal);
  }

  @Test
  void what_is_found_outside_office_hours_waits_for_the_morning() {
    project.as(officer, "budget ajuster", Map.of("poste", "B-01", "a_engager", "2400"));
    sweep.run(project.at("2026-03-21T10:00"));
    sweep.run(project.at("2026-03-22T22:00"));
    assertThat(gaps.unresolved()).hasSize(1);
    project.as(officer, "budget ajuster", Map.of("poste", "B-01", "a_engager", "4000"));
    sweep.run(project.at("2026-03-23T07:59"));
    assertThat(project.carried()).isEmpty();
    sweep.run(project.at("2026-03-23T08:00"));
    sweep.run(project.at("2026-03-23T08:30"));
    assertThat(letters(project.carried())).hasSize(2);
  }

  @Test
  void what_nobody_is_in_charge_to_read_is_told_to_those_who_come() {
    mandatesEnd("2026-03-01");
    project.as(officer, "budget ajuster", Map.of("poste", "B-01", "a_engager", "2400"));
    sweep.run(project.at("2026-03-16T13:30"));
    assertThat(project.carried()).isEmpty();
    mandatesEnd(null);
    sweep.run(project.at("2026-03-17T08:30"));
    assertThat(letters(project.carried())).hasSize(2);
  }

  @Test
  void going_back_and_forth_is_told_once() {
    for (String toCommit : List.of("4000", "2400", "4000")) adjusted(toCommit);
    assertThat(letters(project.carried())).hasSize(2);
  }

  @Test
  void what_was_settled_and_is_as_bad_again_is_told_again() {
    adjusted("4000");
    adjusted("2400");
    project.as(manager, "ecart resoudre", Map.of("ecart", "1"));
    assertThat(letters(project.carried())).hasSize(2);
    adjusted("4000");
    assertThat(letters(project.carried())).hasSize(2);
    sweep.run(project.at("2026-03-17T08:30"));
    assertThat(project.carried()).isEmpty();
  }

  @Test
  void the_second_to_take_a_gap_is_told_who_has_it() {
    project.as(officer, "budget ajuster", Map.of("poste", "B-01", "a_engager", "2400"));
    sweep.run(project.at("2026-03-16T13:30"));
    Gap over = gaps.unresolved().getFirst();
    Map<String, String> gap = Map.of("ecart", over.id().code());
    project.as(manager, "ecart prendre", Map.of("ecart", over.id().code(), "mesure", "2"));
    assertThatThrownBy(() -> project.as(director, "ecart prendre", gap))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(project.said(refusal))
                    .startsWith(
                        "L’écart E-1 est pris en charge par Etienne Cote depuis le lundi"
                            + " 16 mars 2026"));
    project.as(manager, "ecart prendre", gap);
    assertThat(gaps.find(over.id()).orElseThrow().measure())
        .as("taking it again without a measure keeps the first")
        .contains(over.measures().get(1));
  }

  @Test
  void gaps_are_listed_by_state() {
    project.as(officer, "budget ajuster", Map.of("poste", "B-01", "a_engager", "2400"));
    sweep.run(project.at("2026-03-16T13:30"));
    assertThat(listed("ouvert")).hasSize(1);
    assertThat(listed("réglé")).isEmpty();
    project.as(manager, "ecart resoudre", Map.of("ecart", "1"));
    assertThat(listed("ouvert")).isEmpty();
    assertThat(listed("réglé")).hasSize(1);
  }

  /** What is left to commit becomes this, and the sweep looks. */
  private void adjusted(String toCommit) {
    project.as(officer, "budget ajuster", Map.of("poste", "B-01", "a_engager", toCommit));
    sweep.run(project.at("2026-03-16T13:30"));
  }

  private List<String> listed(String state) {
    return project.rows(project.as(officer, "ecart liste", Map.of("etat", state)));
  }

  /** Ends the mandates of those in charge, or takes back their end. */
  private void mandatesEnd(@Nullable String end) {
    project.jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE mandate SET ends = ?::date WHERE function IN ('MANAGER', 'DIRECTOR')",
                end));
  }

  @Test
  void a_chosen_measure_becomes_an_action_and_its_effect_is_looked_at_twice() {
    adjusted("2400");
    project.carried();
    Reply done =
        project.as(
            manager,
            "ecart choisir",
            Map.of(
                "ecart",
                "E-1",
                "mesure",
                "2",
                "responsable",
                address(zoe),
                "echeance",
                "2026-03-27",
                "cout",
                "500"));
    assertThat(project.said(done))
        .isEqualTo(
            "Mesure choisie pour l’écart E-1\u00a0: Négocier avec le fournisseur. C’est l’action"
                + " PROJET-2026-A001, de Zoe Lavoie, pour le vendredi 27 mars 2026. Je regarderai"
                + " l’effet dans 7 et 14\u00a0jours.");
    assertThat(minutes.openActions())
        .singleElement()
        .satisfies(
            action -> {
              assertThat(action.text())
                  .isEqualTo("Négocier avec le fournisseur (E-1\u00a0: B-01, Traduction)");
              assertThat(action.origin()).isEqualTo("E-1");
              assertThat(action.responsible()).isEqualTo(zoe);
            });
    List<Letter> entrusted = letters(project.carried());
    assertThat(entrusted).extracting(Letter::address).containsExactly(address(zoe));
    snapshot("fr/ecart-mesure", entrusted.getFirst());

    sweep.run(project.at("2026-03-22T13:30"));
    assertThat(project.carried()).as("six days, and a Sunday").isEmpty();
    project.as(officer, "budget ajuster", Map.of("poste", "B-01", "a_engager", "2200"));
    sweep.run(project.at("2026-03-24T08:30"));
    List<Letter> shrank = letters(project.carried());
    assertThat(shrank).extracting(Letter::address).containsExactly(address(zoe));
    snapshot("fr/ecart-suivi", shrank.getFirst());

    project.as(officer, "budget ajuster", Map.of("poste", "B-01", "a_engager", "2450"));
    sweep.run(project.at("2026-03-31T08:30"));
    List<Letter> grew =
        letters(project.carried()).stream()
            .filter(letter -> letter.template().equals("ecart-suivi"))
            .toList();
    assertThat(grew)
        .extracting(Letter::address)
        .containsExactlyInAnyOrder(address(zoe), address(manager), address(director));
    snapshot("en/ecart-suivi", to(grew, director));
    sweep.run(project.at("2026-04-01T08:30"));
    assertThat(letters(project.carried()))
        .extracting(Letter::template)
        .doesNotContain("ecart-suivi");
    assertThat(history(gaps.find(new GapId(1)).orElseThrow()))
        .containsExactly(
            "ouvert", "mesure choisie", "après la mesure, a diminué", "après la mesure, a grandi");
    assertThat(project.rows(project.as(manager, "mesure liste", Map.of())))
        .containsExactly("Petit dépassement prévu | Négocier avec le fournisseur | — | 1 | 1 | 0");
  }

  @Test
  void a_measure_after_which_the_gap_went_away_worked() {
    adjusted("2400");
    project.as(manager, "ecart choisir", Map.of("ecart", "E-1", "mesure", "1"));
    adjusted("2000");
    sweep.run(project.at("2026-03-17T08:30"));
    assertThat(project.rows(project.as(manager, "mesure liste", Map.of())))
        .containsExactly(
            "Petit dépassement prévu | Réaffecter des fonds d’un autre poste | — | 1 | 1 | 1");
  }

  @Test
  void what_is_put_off_is_told_again_on_its_day_or_when_it_gets_worse() {
    adjusted("2400");
    project.carried();
    Map<String, String> snooze =
        Map.of("ecart", "E-1", "jusqua", "2026-03-20", "raison", "Le contrat se renégocie.");
    assertThat(project.said(project.as(manager, "ecart sourdine", snooze)))
        .startsWith(
            "L’écart E-1 (B-01, Traduction) est en sourdine jusqu’au vendredi 20 mars 2026");
    sweep.run(project.at("2026-03-19T08:30"));
    assertThat(project.carried()).isEmpty();
    sweep.run(project.at("2026-03-20T08:30"));
    assertThat(letters(project.carried())).hasSize(2);
    project.as(
        manager,
        "ecart sourdine",
        Map.of("ecart", "E-1", "jusqua", "2026-04-20", "raison", "Encore."));
    project.as(officer, "budget ajuster", Map.of("poste", "B-01", "a_engager", "4000"));
    sweep.run(project.at("2026-03-23T08:30"));
    assertThat(letters(project.carried())).as("worse").hasSize(2);
    assertThat(gaps.unresolved().getFirst().state()).isEqualTo(GapState.OPEN);
    assertThatThrownBy(
            () ->
                project.as(
                    manager,
                    "ecart sourdine",
                    Map.of("ecart", "E-1", "jusqua", "2026-03-01", "raison", "Trop tard.")))
        .hasMessageContaining("gap.snooze.past");
  }

  @Test
  void what_is_accepted_is_silent_until_it_gets_worse() {
    adjusted("2400");
    project.carried();
    project.as(
        manager, "ecart accepter", Map.of("ecart", "E-1", "raison", "Le bailleur est d’accord."));
    sweep.run(project.at("2026-03-17T08:30"));
    assertThat(project.carried()).isEmpty();
    assertThat(listed("accepté")).hasSize(1);
    assertThat(project.rows(project.as(officer, "ecart liste", Map.of()))).isEmpty();
    adjusted("4000");
    assertThat(letters(project.carried())).hasSize(2);
  }

  @Test
  void a_gap_says_which_rule_found_it_against_what_and_where_the_facts_are() {
    adjusted("2400");
    assertThat(project.fields(project.as(manager, "ecart pourquoi", Map.of("ecart", "E-1"))))
        .contains(
            "Règle: Dépassement d’un poste",
            "Seuil: dépassement toléré de ce qui est autorisé\u00a0: 0\u00a0%",
            "Constat: Source\u00a0: budget voir poste:B-01");
  }

  @Test
  void a_project_adds_its_own_measures_and_withdraws_them() {
    assertThat(
            project.said(
                project.as(
                    manager,
                    "mesure ajouter",
                    Map.of("situation", "Petit dépassement prévu", "texte", "Mutualiser l’achat"))))
        .startsWith("Mesure 1 ajoutée pour «\u00a0Petit dépassement prévu\u00a0»");
    adjusted("2400");
    assertThat(gaps.unresolved().getFirst().measures())
        .extracting(measure -> project.messages.say(Language.FRENCH, measure))
        .last()
        .isEqualTo("Mutualiser l’achat");
    project.as(manager, "mesure retirer", Map.of("mesure", "1"));
    assertThatThrownBy(() -> project.as(manager, "mesure retirer", Map.of("mesure", "1")))
        .hasMessageContaining("gap.measure.none");
    assertThat(gaps.catalogue().measures(Situation.SMALL_OVERRUN)).hasSize(3);
  }

  @Test
  void an_opportunity_is_found_and_waits_for_the_weekly_letter() {
    adjusted("0");
    assertThat(project.carried()).isEmpty();
    assertThat(gaps.unresolved())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.severity()).isEqualTo(Severity.OPPORTUNITY);
              assertThat(gap.rule()).isEqualTo("sousdepense");
            });
  }

  @Test
  void a_flood_of_gaps_is_one_letter_of_the_worst_twenty() {
    StringBuilder late = new StringBuilder("code;titre;corps;responsable;poids;reference;prevu\n");
    for (int i = 10; i < 35; i++)
      late.append("L-").append(i).append(";Fiche;GT-NUM;;1;2026-04-01;2026-05-29\n");
    project.importing(officer, "livrable importer", late.toString(), false);
    sweep.run(project.at("2026-03-16T13:30"));
    List<Outgoing> told = project.carried();
    Letter letter = to(letters(told), manager);
    assertThat((List<?>) Objects.requireNonNull(letter.data().get("gaps"))).hasSize(20);
    assertThat(letter.data().get("more")).isEqualTo(5);
    assertThat(templates.render(letter, new Templates.Links("https://exemple.ca/r/a", null)))
        .satisfies(
            rendered -> {
              assertThat(rendered.subject()).isEqualTo("25 écarts à prendre en charge");
              assertThat(rendered.text()).contains("Il y en a 5 de plus, moins graves");
            });
    assertThat(posts(told))
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.text().length()).isLessThan(2_000);
              assertThat(post.text()).contains("et 17 autres");
            });
  }

  @Test
  void members_do_not_see_gaps() {
    assertThatThrownBy(() -> project.as(zoe, "ecart liste", Map.of()))
        .hasMessageContaining("desk.role");
  }

  /**
   * L-01 answers for nothing beyond itself; once it is the last, catching up brings the end back.
   */
  @Test
  void measures_say_who_by_when_and_what_they_do_to_the_end() {
    project.as(officer, "livrable prevoir", Map.of("livrable", "L-01", "date", "2026-04-10"));
    assertThat(measuresOfFirstGap())
        .containsExactly(
            "1 | Redistribuer le travail | Zoe Lavoie | lundi 30 mars 2026 | — | jusqu’à 8 jours"
                + " ouvrables regagnés; la fin du projet reste le vendredi 29 mai 2026",
            "2 | Réduire la portée | Zoe Lavoie | lundi 30 mars 2026 | — | jusqu’à 8 jours"
                + " ouvrables regagnés; la fin du projet reste le vendredi 29 mai 2026",
            "3 | Décaler la date par une demande de changement | Zoe Lavoie | lundi 30 mars 2026 |"
                + " — | la date approuvée est repoussée de 8 jours ouvrables");
    project.as(officer, "livrable prevoir", Map.of("livrable", "L-01", "date", "2026-06-12"));
    assertThat(measuresOfFirstGap().getFirst())
        .contains("la fin du projet passe du vendredi 12 juin 2026 au vendredi 29 mai 2026");
  }

  private List<String> measuresOfFirstGap() {
    sweep.run(project.clock.instant());
    Gap gap =
        gaps.pending().stream()
            .filter(each -> each.rule().equals("jalon"))
            .findFirst()
            .orElseThrow();
    Reply.Together all =
        (Reply.Together) project.as(officer, "ecart voir", Map.of("ecart", gap.id().code()));
    return project.rows(all.parts().get(1));
  }

  private List<String> history(Gap gap) {
    Reply.Together all =
        (Reply.Together) project.as(officer, "ecart voir", Map.of("ecart", gap.id().code()));
    return project.rows(all.parts().getLast()).stream().map(row -> row.split(" \\| ")[1]).toList();
  }

  private String ronde(Letter letter) {
    String token = project.asks.token(Objects.requireNonNull(letter.ask()));
    return Objects.requireNonNull(project.asks.open(token).given().get("ronde"));
  }

  private String address(PersonId person) {
    return project.get(person).email();
  }

  private Letter to(List<Letter> letters, PersonId person) {
    return letters.stream()
        .filter(each -> each.address().equals(address(person)))
        .findFirst()
        .orElseThrow();
  }

  private void snapshot(String name, Letter letter) {
    Templates.Links links = new Templates.Links("https://greffier.exemple.ca/r/abc234", null);
    Templates.Rendered rendered = templates.render(letter, links);
    Snapshots.verify(
        "mail/" + name + ".txt", "Objet : " + rendered.subject() + "\n\n" + rendered.text());
    Snapshots.verify("mail/" + name + ".html", rendered.html());
  }
}
