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
import ca.greffier.directory.Function;
import ca.greffier.house.CommandWords;
import ca.greffier.house.Snapshots;
import ca.greffier.house.TestProject;
import ca.greffier.mail.Templates;
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
import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.QuebecCalendar;
import java.net.URI;
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
  private final Inquiry inquiry = new Inquiry(project.outbox, plan, project.messages);
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
          project.bodies,
          project.people,
          inquiry,
          new OfficeHours(calendar, TestProject.ZONE));
  private final Sweep summaries =
      new SummarySweep(
          project.jdbi,
          new Summary(
              rounds, project.bodies, project.people, plan, project.outbox, project.messages));
  private final Gaps gaps = new Gaps(project.jdbi, project.people);
  private final ThresholdRegister thresholds = new ThresholdRegister(project.jdbi);
  private final Sweep sweep =
      new GapSweep(
          project.jdbi,
          gaps,
          new Alert(gaps, project.bodies, project.asks, project.outbox, project.messages),
          new Rules(new Rules.Rooms(plan, slip, budget, rounds, project.bodies, TestProject.ZONE)),
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
    own.addAll(new GapCommands(gaps, project.people, project.kinds).all());
    own.addAll(new ThresholdCommands(thresholds, project.people, project.kinds).all());
    CommandWords.check(new Commands(own), project.messages);
    List<Command> commands = new ArrayList<>(own);
    commands.addAll(
        new PlanCommands(
                new PlanCommands.Parts(
                    plan, new Dependencies(project.jdbi), slip, project.bodies, project.people),
                project.kinds)
            .all());
    Commitments commitments = new Commitments(project.jdbi, budget, TestProject.ZONE);
    Expenses expenses = new Expenses(project.jdbi, budget, commitments);
    commands.addAll(
        new BudgetCommands(
                new BudgetCommands.Parts(budget, commitments, expenses, project.people),
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
    assertThat(project.said(taken)).endsWith("Mesure choisie\u00a0: Préparer un plan de rechange.");
    assertThat(project.rows(project.as(officer, "ecart liste", Map.of())))
        .first()
        .asString()
        .contains("🔴 Critique | L-01, Guide de numérisation | pris en charge | Etienne Cote");
    assertThat(history(late)).containsExactly("ouvert", "pris en charge");
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

    project.as(manager, "ecart regler", Map.of("ecart", "e-" + over.id().value()));
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
        .containsExactly("ouvert", "pris en charge", "réglé", "aggravé", "les faits ont disparu");
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
    project.as(manager, "ecart regler", Map.of("ecart", "1"));
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
    project.as(manager, "ecart regler", Map.of("ecart", "1"));
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
  void members_do_not_see_gaps() {
    assertThatThrownBy(() -> project.as(zoe, "ecart liste", Map.of()))
        .hasMessageContaining("desk.role");
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
