package ca.greffier.progress;

import static ca.greffier.house.TestProject.letters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Source;
import ca.greffier.directory.AbsenceCommands;
import ca.greffier.directory.Absences;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.Function;
import ca.greffier.house.CommandWords;
import ca.greffier.house.LetterSnapshots;
import ca.greffier.house.TestProject;
import ca.greffier.outbox.Letter;
import ca.greffier.plan.Plan;
import ca.greffier.plan.PlanKinds;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.text.Language;
import ca.greffier.text.QuebecCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People who are away, through the Desk. Monday, 16 March 2026. */
class AbsenceStoryTest {
  private final TestProject project = new TestProject("2026-03-16T09:00");
  private final QuebecCalendar calendar = new QuebecCalendar();
  private final Plan plan = new Plan(project.jdbi, TestProject.ZONE);
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
  private final CadenceSweep comebacks =
      new CadenceSweep(
          project.jdbi,
          new Cadences(project.jdbi, calendar, TestProject.ZONE),
          rounds,
          project.bodies,
          TestProject.ZONE);
  private final ReminderSweep reminders =
      new ReminderSweep(
          project.jdbi,
          new ReminderSweep.Parts(
              project.bodies,
              project.people,
              inquiry,
              rounds,
              new OfficeHours(calendar, TestProject.ZONE),
              calendar));
  private final SummarySweep summaries =
      new SummarySweep(
          project.jdbi,
          new Summary(
              rounds, project.bodies, project.people, plan, project.outbox, project.messages));

  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);
  private final PersonId zoe = project.person("Zoe", "Lavoie", Role.MEMBER);
  private final PersonId paul = project.person("Paul", "Gagnon", Role.MEMBER);
  private final PersonId ines = project.person("Ines", "Fortin", Role.MEMBER);
  private final Body numeric = project.body("GT-NUM", "Numérisation", BodyKind.WORKING_GROUP);

  AbsenceStoryTest() {
    project.seat(numeric, zoe, Function.CHAIR);
    project.seat(numeric, paul, Function.MEMBER);
    DirectoryKinds directory = new DirectoryKinds(project.people, project.bodies);
    List<Command> commands = new ArrayList<>();
    commands.addAll(
        new AbsenceCommands(
                new Absences(project.jdbi, TestProject.ZONE),
                project.people,
                directory,
                project.kinds,
                TestProject.ZONE)
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
    CommandWords.check(new Commands(commands), project.messages);
  }

  @Test
  void whoever_stands_in_is_asked_instead_and_may_answer() {
    String noted =
        project.said(
            project.as(
                zoe, "absence ajouter", Map.of("jusquau", "20 mars", "releve", "Ines Fortin")));
    assertThat(noted).contains("du lundi 16 mars 2026 au vendredi 20 mars 2026", "Ines Fortin");
    List<Letter> asked = opened();
    assertThat(asked).singleElement().extracting(Letter::address).isEqualTo(address(ines));
    assertThat(asked.getFirst().data()).containsEntry("standsFor", "Zoe Lavoie");
    assertThat(card())
        .contains("Réponses attendues: Ines Fortin", "Absences annoncées: Zoe Lavoie");
    project.answering(asked.getFirst(), Source.MAIL, Map.of("texte", "Tout va bien."));
    summaries.run(project.clock.instant());
    assertThat(letters(project.carried()))
        .extracting(letter -> letter.data().toString())
        .allSatisfy(data -> assertThat(data).contains("silent=[]", "away=[Zoe Lavoie]"));
  }

  @Test
  void without_anybody_to_stand_in_the_others_are_asked_and_the_absent_when_back() {
    project.as(zoe, "absence ajouter", Map.of("jusquau", "2026-03-17"));
    assertThat(opened()).singleElement().extracting(Letter::address).isEqualTo(address(paul));
    comebacks.run(project.at("2026-03-17T09:00"));
    assertThat(project.carried()).isEmpty();
    comebacks.run(project.at("2026-03-18T09:00"));
    comebacks.run(project.at("2026-03-18T09:10"));
    assertThat(letters(project.carried()))
        .singleElement()
        .extracting(Letter::address)
        .isEqualTo(address(zoe));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void to_answer_that_one_is_away_is_an_absence_and_can_be_taken_back(Language language) {
    if (language == Language.ENGLISH) project.speaksEnglish(zoe);
    Letter question = opened().getFirst();
    String words =
        language == Language.FRENCH
            ? "Bonjour,\nje suis absente jusqu’au 24 mars.\nZoé"
            : "Hello,\nI am away until March 24.";
    project.answering(question, Source.MAIL, Map.of("texte", words.replace("\nZoé", "")));
    assertThat(rounds.answers(rounds.latest().getFirst().id())).isEmpty();
    Letter confirmed = letters(project.carried()).getFirst();
    LetterSnapshots.verify("progress", confirmed);
    reminders.run(project.at("2026-03-19T09:10"));
    assertThat(project.carried()).as("nobody reminds the absent").isEmpty();
    assertThat(project.rows(project.as(officer, "absence toutes", Map.of())))
        .containsExactly("Zoe Lavoie | lundi 16 mars 2026 | mardi 24 mars 2026 | —");

    Reply undone = project.answering(confirmed, Source.MAIL, Map.of("confirmer", "oui"));
    assertThat(project.said(undone)).contains("est retirée");
    reminders.run(project.at("2026-03-19T09:20"));
    assertThat(letters(project.carried())).hasSize(1);
  }

  @Test
  void absences_are_noted_for_others_by_whoever_runs_the_project_and_taken_back() {
    project.as(
        officer,
        "absence noter",
        Map.of("personne", "Zoe Lavoie", "du", "2026-04-01", "jusquau", "2026-04-10"));
    project.as(zoe, "absence ajouter", Map.of("jusquau", "2026-03-20"));
    assertThat(project.rows(project.as(zoe, "absence liste", Map.of()))).hasSize(2);
    assertThatThrownBy(() -> project.as(zoe, "absence retirer", Map.of("confirmer", "oui")))
        .hasMessageContaining("directory.absence.several");
    project.as(zoe, "absence retirer", Map.of("confirmer", "non"));
    project.as(zoe, "absence retirer", Map.of("confirmer", "oui", "du", "2026-04-01"));
    assertThat(project.rows(project.as(zoe, "absence liste", Map.of()))).hasSize(1);
    // a longer one takes the place of the one it covers
    project.as(zoe, "absence ajouter", Map.of("jusquau", "2026-03-27"));
    assertThat(project.rows(project.as(zoe, "absence liste", Map.of()))).hasSize(1);
    project.as(officer, "absence lever", Map.of("personne", "Zoe Lavoie"));
    assertThatThrownBy(() -> project.as(officer, "absence lever", Map.of("personne", "Zoe Lavoie")))
        .hasMessageContaining("directory.absence.none");
    for (Map<String, String> wrong :
        List.of(
            Map.of("jusquau", "2026-03-13"),
            Map.of("jusquau", "2026-03-20", "du", "2026-03-23"),
            Map.of("jusquau", "2027-04-01"),
            Map.of("jusquau", "2026-03-20", "releve", "Zoe Lavoie")))
      assertThatThrownBy(() -> project.as(zoe, "absence ajouter", wrong))
          .hasMessageContaining("directory.absence.");
  }

  private List<Letter> opened() {
    project.as(officer, "point lancer", Map.of("corps", "GT-NUM"));
    return letters(project.carried());
  }

  private List<String> card() {
    String round = "" + rounds.latest().getFirst().id().value();
    return project.fields(project.as(officer, "point etat", Map.of("ronde", round)));
  }

  private String address(PersonId person) {
    return project.get(person).email();
  }
}
