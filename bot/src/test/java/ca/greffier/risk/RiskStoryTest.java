package ca.greffier.risk;

import static ca.greffier.house.TestProject.letters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Actor;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Source;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.house.CommandWords;
import ca.greffier.house.LetterSnapshots;
import ca.greffier.house.TestProject;
import ca.greffier.outbox.Letter;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Plan;
import ca.greffier.plan.PlanCommands;
import ca.greffier.plan.PlanKinds;
import ca.greffier.plan.Slip;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Risks, occasions and issues, through the Desk. Monday, 2 March 2026. */
class RiskStoryTest {
  private final TestProject project = new TestProject("2026-03-02T09:00");
  private final QuebecCalendar calendar = new QuebecCalendar();
  private final Plan plan = new Plan(project.jdbi, TestProject.ZONE);
  private final Risks risks = new Risks(project.jdbi, TestProject.ZONE);
  private final Issues issues = new Issues(project.jdbi, TestProject.ZONE);
  private final ReviewSweep sweep =
      new ReviewSweep(
          project.jdbi,
          new ReviewSweep.Post(project.people, project.asks, project.outbox, project.messages),
          new OfficeHours(calendar, TestProject.ZONE));
  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);
  private final PersonId owner = project.person("Zoe", "Lavoie", Role.MEMBER);
  private final PersonId other = project.person("Marc", "Dube", Role.MEMBER);

  private final Commands commands;

  RiskStoryTest() {
    project.body("GT-NUM", "Numérisation", BodyKind.WORKING_GROUP);
    List<Command> all = new ArrayList<>();
    RiskViews views = new RiskViews(risks, issues, plan, project.bodies, project.people);
    RiskCommands.Words words =
        new RiskCommands.Words(
            project.kinds,
            new DirectoryKinds(project.people, project.bodies),
            new PlanKinds(plan).deliverable());
    for (RiskKind kind : RiskKind.values())
      all.addAll(new RiskCommands(kind, risks, views, words).all());
    all.addAll(
        new IssueCommands(
                issues, risks, new IssueCommands.Parts(plan, project.bodies, project.people), words)
            .all());
    all.addAll(
        new PlanCommands(
                new PlanCommands.Parts(
                    plan,
                    new Dependencies(project.jdbi),
                    new Slip(calendar),
                    project.bodies,
                    project.people),
                project.kinds)
            .all());
    all.addAll(project.planFiles(plan));
    project.open(all);
    commands = new Commands(all);
    CommandWords.check(commands, project.messages);
    project.importing(
        officer,
        "livrable importer",
        "code;titre;corps;responsable;poids;reference;prevu\nL-03;Guide;GT-NUM;;1;;\n",
        false);
  }

  @Test
  void a_risk_is_noted_with_its_cause_and_consequence() {
    assertThat(project.said(add(Map.of("livrable", "L-03", "corps", "GT-NUM"))))
        .isEqualTo(
            "R-01 est au registre\u00a0: Le guide est livré en retard. Niveau\u00a0: 🟠 Élevé (12)."
                + " Prochaine revue\u00a0: —.");
    assertThat(project.fields(show("R-01")))
        .contains(
            "État: Ouvert",
            "Cause: Une seule personne rédige",
            "Conséquence: La formation est reportée",
            "Niveau: 🟠 Élevé (12)",
            "Tendance: • Nouveau",
            "Réponse: Atténuer",
            "Responsable: Zoe Lavoie",
            "Livrable: L-03 · Guide",
            "Corps: Numérisation");
    assertThat(project.rows(give(other, "risque liste", Map.of())))
        .containsExactly(
            "R-01 | Le guide est livré en retard | 🟠 Élevé (12) | • Nouveau | Zoe Lavoie |"
                + " Atténuer | —");
  }

  @Test
  void occasions_have_numbers_and_responses_of_their_own() {
    add(Map.of());
    Map<String, String> said = new HashMap<>(statement());
    said.put("reponse", "exploiter");
    give(officer, "occasion ajouter", said);
    assertThat(risks.open()).extracting(Risk::code).containsExactlyInAnyOrder("R-01", "O-01");
    assertRefused("refusal.choice", "occasion ajouter", statement());
    assertThat(project.said(give(officer, "occasion realiser", Map.of("occasion", "o1"))))
        .isEqualTo("O-01 est saisie\u00a0: Le guide est livré en retard. Elle reste au registre.");
    assertThat(issues.all()).isEmpty();
  }

  @Test
  void every_assessment_is_kept_and_the_past_can_be_read() {
    add(Map.of());
    project.at("2026-03-16T10:00");
    give(
        officer,
        "risque evaluer",
        Map.of("risque", "r-1", "probabilite", "5", "impact", "4", "constat", "Congé annoncé"));
    Risk now = risks.byNumber(RiskKind.THREAT, 1).orElseThrow();
    assertThat(now.score()).isEqualTo(20);
    assertThat(now.trend()).isEqualTo(Trend.UP);
    assertThat(now.owner()).isEqualTo(owner);
    assertThat(now.response()).isEqualTo(Response.MITIGATE);
    assertThat(risks.openOn(LocalDate.of(2026, 3, 15)).getFirst().score()).isEqualTo(12);
    assertThat(risks.openOn(LocalDate.of(2026, 3, 1))).isEmpty();
    assertThat(project.fields(show("R-01")))
        .contains(
            "Tendance: ↑ En hausse",
            "Dernières évaluations: lundi 16 mars 2026\u00a0: 20 (5 × 4) «\u00a0Congé"
                + " annoncé\u00a0», lundi 2 mars 2026\u00a0: 12 (3 × 4)");
  }

  @Test
  void what_came_true_opens_an_issue_and_both_stay() {
    add(Map.of("livrable", "L-03"));
    project.at("2026-03-20T10:00");
    assertThat(
            project.said(
                give(officer, "risque realiser", Map.of("risque", "R-01", "constat", "Malade"))))
        .isEqualTo(
            "R-01 est survenu\u00a0: Le guide est livré en retard. L’enjeu EN-01 est ouvert;"
                + " donnez-lui un responsable et une échéance au besoin.");
    assertThat(project.fields(give(other, "enjeu voir", Map.of("enjeu", "en-01"))))
        .contains(
            "Risque survenu: R-01 · Le guide est livré en retard",
            "Responsable: Zoe Lavoie",
            "Impact: 4 · Majeur",
            "Livrable: L-03 · Guide");
    assertThat(project.fields(show("R-01")))
        .contains(
            "État: Survenu le vendredi 20 mars 2026\u00a0: Malade",
            "Enjeux ouverts par ce risque: EN-01 · Le guide est livré en retard");
    assertThat(risks.open()).isEmpty();
    assertThat(risks.openOn(LocalDate.of(2026, 3, 19))).hasSize(1);
    assertThat(project.rows(give(other, "risque liste", Map.of("tout", "oui")))).hasSize(1);
    assertRefused("risk.closed.already", "risque realiser", Map.of("risque", "R-01"));
    assertRefused(
        "risk.closed.already",
        "risque evaluer",
        Map.of("risque", "R-01", "probabilite", "1", "impact", "1"));
  }

  @Test
  void an_issue_is_closed_by_whoever_answers_for_it() {
    give(
        officer,
        "enjeu ouvrir",
        Map.of("titre", "Serveur en panne", "responsable", "Zoe Lavoie", "echeance", "2026-03-05"));
    project.at("2026-03-09T10:00");
    assertThat(project.rows(give(other, "enjeu liste", Map.of())))
        .containsExactly(
            "EN-01 | Serveur en panne | — | Zoe Lavoie | 🔴 passée depuis le jeudi 5 mars 2026 |"
                + " Ouvert");
    Map<String, String> close = Map.of("enjeu", "EN-01", "constat", "Remplacé");
    assertThatThrownBy(() -> give(other, "enjeu fermer", close))
        .hasMessageContaining("risk.issue.notowner");
    give(owner, "enjeu fermer", close);
    assertThat(issues.open()).isEmpty();
    assertThat(issues.openOn(LocalDate.of(2026, 3, 8))).hasSize(1);
    assertRefused("risk.issue.closed.already", "enjeu fermer", close);
    assertThat(project.rows(give(other, "enjeu liste", Map.of("tout", "oui"))))
        .singleElement()
        .asString()
        .endsWith("Fermé le lundi 9 mars 2026\u00a0: Remplacé");
  }

  @Test
  void the_map_says_where_the_risks_are() {
    add(Map.of());
    add(Map.of("probabilite", "5", "impact", "5"));
    Reply map = give(other, "risque carte", Map.of());
    assertThat(((Reply.Table) map).arguments()).containsExactly(1, 1, 0, 0);
    assertThat(project.rows(map))
        .containsExactly(
            "5 · Presque certain |  |  |  |  | 🔴 R-02",
            "4 · Probable |  |  |  |  | ",
            "3 · Possible |  |  |  | 🟠 R-01 | ",
            "2 · Peu probable |  |  |  |  | ",
            "1 · Rare |  |  |  |  | ");
  }

  @Test
  void its_owner_is_asked_once_in_office_hours_and_answers_in_their_own_words() {
    add(Map.of("revue", "2026-03-14", "declencheur", "Deux relances sans réponse"));
    assertThat(remindersAt("2026-03-13T09:00")).isEmpty();
    assertThat(remindersAt("2026-03-14T09:00")).as("a Saturday").isEmpty();
    assertThat(remindersAt("2026-03-16T07:30")).as("too early").isEmpty();
    List<Letter> asked = remindersAt("2026-03-16T08:10");
    assertThat(asked).extracting(Letter::address).containsExactly("zoe.lavoie@biblio.example");
    LetterSnapshots.verify("risk", asked.getFirst());
    assertThat(remindersAt("2026-03-17T09:00")).as("once").isEmpty();
    assertThat(risks.unreviewed(LocalDate.of(2026, 3, 17))).hasSize(1);
    assertThat(project.rows(give(other, "risque liste", Map.of())).getFirst())
        .endsWith("⏰ attendue depuis le samedi 14 mars 2026");

    project.answering(
        asked.getFirst(), Source.MAIL, Map.of("constat", "Rien de changé", "probabilite", "2"));
    Risk reviewed = risks.byNumber(RiskKind.THREAT, 1).orElseThrow();
    assertThat(reviewed.score()).isEqualTo(8);
    assertThat(reviewed.trend()).isEqualTo(Trend.DOWN);
    assertThat(reviewed.reviewBy()).as("its date has come").isNull();
    assertThat(risks.unreviewed(LocalDate.of(2026, 3, 17))).isEmpty();
    assertThat(remindersAt("2026-04-16T09:00")).as("30 days").isEmpty();
    assertThat(remindersAt("2026-04-17T09:00")).hasSize(1);
  }

  @Test
  void one_person_gets_one_letter_a_day_the_worst_risk_first() {
    add(Map.of());
    add(Map.of("probabilite", "5", "impact", "5"));
    project.speaksEnglish(owner);
    List<Letter> first = remindersAt("2026-04-02T09:00");
    assertThat(first)
        .singleElement()
        .satisfies(letter -> assertThat(code(letter)).isEqualTo("R-02"));
    LetterSnapshots.verify("risk", first.getFirst());
    assertThat(remindersAt("2026-04-02T10:00")).isEmpty();
    assertThat(remindersAt("2026-04-07T09:00"))
        .singleElement()
        .satisfies(letter -> assertThat(code(letter)).isEqualTo("R-01"));
  }

  @Test
  void a_risk_is_reviewed_by_its_owner_only_and_for_a_day_to_come() {
    add(Map.of());
    Map<String, String> review = Map.of("risque", "R-01", "constat", "Rien");
    assertThatThrownBy(() -> give(other, "risque revoir", review))
        .hasMessageContaining("risk.risque.notowner");
    assertThatThrownBy(
            () ->
                give(
                    owner,
                    "risque revoir",
                    Map.of("risque", "R-01", "constat", "Rien", "revue", "2026-03-02")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("risk.review.past");
    give(owner, "risque revoir", review);
    assertThatThrownBy(() -> give(owner, "risque ajouter", statement()))
        .hasMessageContaining("desk.role");
    assertRefused("risk.risque.unknown", "risque voir", Map.of("risque", "O-01"));
    assertRefused("risk.risque.unknown", "risque voir", Map.of("risque", "R-09"));
  }

  @Test
  void the_form_shows_the_last_assessment() {
    add(Map.of());
    Command review = commands.named("risque revoir").orElseThrow();
    assertThat(review.presets().of(actor(), Map.of("risque", "R-01")))
        .containsOnly(Map.entry("probabilite", "3"), Map.entry("impact", "4"));
    assertThat(review.presets().of(actor(), Map.of())).isEmpty();
  }

  @Test
  void open_ones_are_suggested() {
    add(Map.of());
    assertThat(project.desk().suggest(actor(), "risque voir", "risque", "guide"))
        .extracting(each -> each.value() + "=" + each.label())
        .containsExactly("R-01=R-01 · Le guide est livré en retard");
    give(officer, "risque fermer", Map.of("risque", "R-01", "constat", "Relève formée"));
    assertThat(project.desk().suggest(actor(), "risque voir", "risque", "guide")).isEmpty();
  }

  private Actor actor() {
    return project.people.person(officer).orElseThrow();
  }

  private static @Nullable Object code(Letter letter) {
    return letter.data().get("code");
  }

  private List<Letter> remindersAt(String local) {
    sweep.run(project.at(local));
    return letters(project.carried());
  }

  private Reply add(Map<String, String> more) {
    Map<String, String> said = new HashMap<>(statement());
    said.putAll(more);
    return give(officer, "risque ajouter", said);
  }

  private static Map<String, String> statement() {
    return Map.of(
        "cause",
        "Une seule personne rédige",
        "evenement",
        "Le guide est livré en retard",
        "consequence",
        "La formation est reportée",
        "probabilite",
        "3",
        "impact",
        "4",
        "reponse",
        "atténuer",
        "responsable",
        "zoe.lavoie@biblio.example");
  }

  private Reply show(String code) {
    return give(other, "risque voir", Map.of("risque", code));
  }

  private Reply give(PersonId who, String command, Map<String, String> given) {
    return project.as(who, command, given);
  }

  private void assertRefused(String key, String command, Map<String, String> given) {
    assertThatThrownBy(() -> give(officer, command, given)).hasMessageContaining(key);
  }
}
