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
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.Function;
import ca.greffier.house.CommandWords;
import ca.greffier.house.TestProject;
import ca.greffier.outbox.Letter;
import ca.greffier.plan.Plan;
import ca.greffier.plan.PlanKinds;
import ca.greffier.progress.Freshness.State;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bodies asked by themselves, through the Desk. Wednesday, 18 March 2026. */
class CadenceStoryTest {
  private final TestProject project = new TestProject("2026-03-18T09:00");
  private final QuebecCalendar calendar = new QuebecCalendar();
  private final Plan plan = new Plan(project.jdbi, TestProject.ZONE);
  private final Rounds rounds =
      new Rounds(
          project.jdbi,
          project.asks,
          project.bodies,
          project.people,
          new Inquiry(project.outbox, plan, project.people, project.messages),
          calendar,
          TestProject.ZONE);
  private final Cadences cadences = new Cadences(project.jdbi, calendar, TestProject.ZONE);
  private final Freshness freshness = new Freshness(project.jdbi, calendar, TestProject.ZONE);
  private final CadenceSweep sweep =
      new CadenceSweep(project.jdbi, cadences, rounds, project.bodies, TestProject.ZONE);
  private final SummarySweep summaries =
      new SummarySweep(
          project.jdbi,
          new Summary(
              rounds, project.bodies, project.people, plan, project.outbox, project.messages));

  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);
  private final PersonId zoe = project.person("Zoe", "Lavoie", Role.MEMBER);
  private final Body numeric = project.body("GT-NUM", "Numérisation", BodyKind.WORKING_GROUP);
  private final Body empty = project.body("GT-VIDE", "Vide", BodyKind.WORKING_GROUP);

  CadenceStoryTest() {
    project.seat(numeric, zoe, Function.CHAIR);
    DirectoryKinds directory = new DirectoryKinds(project.people, project.bodies);
    List<Command> commands = new ArrayList<>();
    commands.addAll(
        new CadenceCommands(cadences, project.bodies, project.people, directory, project.kinds)
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
  void a_body_is_asked_on_its_days_once_each_and_never_twice_at_a_time() {
    assertThat(project.said(set("2 semaines", "lundi")))
        .contains("toutes les 2 semaines", "Numérisation", "lundi 23 mars 2026, à\u00a09\u00a0h");
    assertThat(asked("2026-03-23T08:50")).isEmpty();
    List<Letter> first = asked("2026-03-23T09:00");
    assertThat(first).singleElement().extracting(Letter::template).isEqualTo("point");
    assertThat(asked("2026-03-23T09:10")).isEmpty();

    project.answering(first.getFirst(), Source.MAIL, Map.of("texte", "Tout va bien."));
    summaries.run(project.at("2026-03-23T11:00"));
    assertThat(asked("2026-03-27T09:00")).as("summed up early is asked all the same").isEmpty();

    // somebody asks on the Friday before: Monday's round would be the second at once
    project.at("2026-04-03T10:00");
    project.as(officer, "point lancer", Map.of("corps", "GT-NUM"));
    project.carried();
    assertThat(asked("2026-04-06T09:00")).as("a holiday").isEmpty();
    assertThat(asked("2026-04-07T09:00")).as("already being asked").isEmpty();
    summaries.run(project.at("2026-04-13T17:00"));
    assertThat(asked("2026-04-14T09:00")).isEmpty();
    assertThat(asked("2026-04-20T09:00")).hasSize(1);
  }

  @Test
  void what_was_slept_through_is_asked_once() {
    set("1 semaine", "mardi");
    assertThat(asked("2026-04-16T09:00")).hasSize(1);
    assertThat(rounds.latest()).hasSize(1);
    assertThat(asked("2026-04-16T09:10")).isEmpty();
  }

  @Test
  void a_cadence_is_changed_and_stopped_and_says_who_and_why() {
    set("2 semaines", "lundi");
    project.at("2026-03-19T09:00");
    project.as(
        officer,
        "point cadence",
        given("4 semaines", "jeudi", "La phase pilote est plus calme.", "2026-05-01"));
    assertThat(project.rows(project.as(zoe, "point cadences", Map.of())))
        .containsExactly(
            "GT-NUM | Numérisation | toutes les 4 semaines, le jeudi à 9\u00a0h, 3 jours ouvrables"
                + " pour répondre | jeudi 7 mai 2026, à\u00a09\u00a0h");
    assertThat(asked("2026-03-23T09:00")).isEmpty();
    project.as(officer, "point arreter", Map.of("corps", "GT-NUM", "raison", "Le groupe a fini."));
    assertThat(asked("2026-05-07T09:00")).isEmpty();
    assertThat(project.rows(project.as(zoe, "point cadences", Map.of()))).isEmpty();
    assertThat(project.rows(project.as(zoe, "point cadences", Map.of("corps", "GT-NUM"))))
        .hasSize(3)
        .first()
        .asString()
        .endsWith("arrêtée | Camille Roy | Le groupe a fini.");
    assertThatThrownBy(
            () ->
                project.as(officer, "point arreter", Map.of("corps", "GT-NUM", "raison", "Encore")))
        .hasMessageContaining("progress.cadence.none");
  }

  @Test
  void a_body_without_anybody_is_left_and_the_word_of_another_ages_by_its_cadence() {
    project.as(
        officer, "point cadence", with(given("1 semaine", "lundi", "Essai.", null), "GT-VIDE"));
    set("1 semaine", "lundi");
    Letter letter = asked("2026-03-23T09:00").getFirst();
    assertThat(rounds.latest()).hasSize(1);
    project.answering(letter, Source.MAIL, Map.of("texte", "Tout va bien."));
    assertThat(state("2026-03-23")).isEqualTo(State.FRESH);
    assertThat(state("2026-04-08")).isEqualTo(State.FRESH);
    assertThat(state("2026-04-09")).isEqualTo(State.VERY_STALE);
    assertThat(state("2026-03-20")).as("what was known then").isEqualTo(State.FRESH);
    assertThat(state("2026-03-17")).as("before anybody asked").isEqualTo(State.UNASKED);
    assertThat(freshness.of(empty.id(), LocalDate.of(2026, 4, 9)).last()).isNull();
  }

  private State state(String day) {
    return freshness.of(numeric.id(), LocalDate.parse(day)).state();
  }

  private List<Letter> asked(String now) {
    sweep.run(project.at(now));
    return letters(project.carried()).stream()
        .filter(letter -> letter.template().equals("point"))
        .toList();
  }

  private Reply set(String weeks, String day) {
    return project.as(officer, "point cadence", given(weeks, day, "Suivi régulier.", null));
  }

  private static Map<String, String> with(Map<String, String> given, String body) {
    Map<String, String> all = new HashMap<>(given);
    all.put("corps", body);
    return all;
  }

  private static Map<String, String> given(
      String weeks, String day, String reason, @Nullable String first) {
    Map<String, String> given =
        new HashMap<>(
            Map.of(
                "corps",
                "GT-NUM",
                "toutes_les",
                weeks,
                "jour",
                day,
                "heure",
                "9 h",
                "fenetre",
                "3 jours",
                "raison",
                reason));
    if (first != null) given.put("debut", first);
    return given;
  }
}
