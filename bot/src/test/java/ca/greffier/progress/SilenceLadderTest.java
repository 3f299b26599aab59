package ca.greffier.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Command;
import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.command.Source;
import ca.greffier.directory.Accounts;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.DirectoryCommands;
import ca.greffier.directory.Function;
import ca.greffier.house.TestProject;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.Outgoing;
import ca.greffier.outbox.Post;
import ca.greffier.plan.Plan;
import ca.greffier.plan.PlanKinds;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.text.QuebecCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far a silence is followed: privately, twice, then by who leads the body; never in public. */
class SilenceLadderTest {
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
  private final PersonId lea = project.person("Lea", "Ouellet", Role.MEMBER);
  private final PersonId max = project.person("Max", "Gagnon", Role.MEMBER);
  private Letter asked;

  @BeforeEach
  void open() {
    Body body = project.body("GT-PRET", "Prêt", BodyKind.WORKING_GROUP);
    project.seat(body, lea, Function.CHAIR);
    project.seat(body, max, Function.SECRETARY);
    List<Command> commands = new ArrayList<>();
    commands.addAll(
        new DirectoryCommands(
                project.jdbi,
                project.people,
                project.bodies,
                new Accounts(project.jdbi, project.outbox),
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
    project.as(officer, "point lancer", Map.of("corps", "GT-PRET"));
    asked = TestProject.letters(project.carried()).getFirst();
  }

  /**
   * Monday to Monday: a letter on Thursday, again on the last morning, the secretary the day after.
   */
  @Test
  void who_has_only_email_is_written_to_twice_then_the_secretary_is() {
    assertThat(told("2026-03-18T17:50")).isEmpty();
    assertThat(told("2026-03-19T09:10")).containsExactly("point-relance lea.ouellet");
    assertThat(told("2026-03-20T09:10")).isEmpty();
    assertThat(told("2026-03-23T08:50")).isEmpty();
    assertThat(told("2026-03-23T09:00")).containsExactly("point-relance lea.ouellet");
    assertThat(told("2026-03-23T16:00")).isEmpty();
    summaries.run(project.at("2026-03-23T17:00"));
    project.carried();
    assertThat(told("2026-03-24T08:50")).isEmpty();
    Letter toLead = letter("2026-03-24T09:00");
    assertThat(toLead.template()).isEqualTo("point-silence");
    assertThat(toLead.address()).isEqualTo(project.get(max).email());
    assertThat(told("2026-03-25T09:00")).isEmpty();

    project.answering(toLead, Source.MAIL, Map.of("texte", "Le groupe reprend en avril."));
    assertThat(rounds.silentBodies()).isEmpty();
  }

  @Test
  void the_second_word_is_private_on_discord_for_those_who_are_there() {
    project.jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO discord_account (user_id, person, linked_at) VALUES (?, ?, now())",
                "4242",
                lea.value()));
    told("2026-03-19T09:10");
    List<Outgoing> arrived = ran("2026-03-23T09:00");
    assertThat(TestProject.posts(arrived))
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.channel()).isEqualTo("@4242");
              assertThat(post.buttons())
                  .extracting(Post.Button::label)
                  .containsExactly("Répondre", "Rien de changé");
              assertThat(post.buttons())
                  .allSatisfy(button -> assertThat(button.ask()).isEqualTo(asked.ask()));
            });
    assertThat(TestProject.letters(arrived)).isEmpty();
  }

  @Test
  void an_answer_stops_it_at_once() {
    told("2026-03-19T09:10");
    project.answering(asked, Source.MAIL, Map.of("texte", "Tout va bien."));
    assertThat(told("2026-03-23T09:00")).isEmpty();
    summaries.run(project.at("2026-03-23T17:00"));
    project.carried();
    assertThat(told("2026-03-24T09:00")).isEmpty();
  }

  @Test
  void the_hours_that_somebody_accepts_are_kept() {
    project.as(lea, "compte heures", Map.of("apartir", "13h", "avantde", "16h"));
    assertThat(told("2026-03-19T09:10")).isEmpty();
    assertThat(told("2026-03-19T16:00")).isEmpty();
    assertThat(told("2026-03-20T13:00")).containsExactly("point-relance lea.ouellet");
    assertThatThrownBy(
            () -> project.as(lea, "compte heures", Map.of("apartir", "6h", "avantde", "16h")))
        .hasMessageStartingWith("directory.hours.house");
    assertThatThrownBy(
            () -> project.as(lea, "compte heures", Map.of("apartir", "15h30", "avantde", "16h")))
        .hasMessageStartingWith("directory.hours.short");
  }

  /** She leads four bodies that are asked on the same day. */
  @Test
  void nobody_is_reminded_more_than_three_times_in_a_week() {
    for (String code : List.of("GT-A", "GT-B", "GT-C")) {
      project.seat(project.body(code, code, BodyKind.WORKING_GROUP), lea, Function.CHAIR);
      project.as(officer, "point lancer", Map.of("corps", code));
    }
    project.carried();
    assertThat(told("2026-03-19T09:10")).hasSize(3);
    assertThat(told("2026-03-20T09:10")).isEmpty();
    assertThat(told("2026-03-23T09:00")).isEmpty();
  }

  private List<String> told(String when) {
    return TestProject.letters(ran(when)).stream()
        .map(each -> each.template() + " " + each.address().replaceFirst("@.*", ""))
        .toList();
  }

  private Letter letter(String when) {
    return TestProject.letters(ran(when)).getFirst();
  }

  private List<Outgoing> ran(String when) {
    reminders.run(project.at(when));
    return project.carried();
  }
}
