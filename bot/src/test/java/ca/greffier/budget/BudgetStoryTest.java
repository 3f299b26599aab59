package ca.greffier.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.house.CommandWords;
import ca.greffier.house.TestProject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The budget, through the Desk. */
class BudgetStoryTest {
  private static final String LINES =
      """
      code;poste;autorise;engage;depense;a_engager
      B-01;Traduction;12 000,00 $;8000;2500,50;4500
      B-02;Hébergement;5000;0;0;5000
      """;

  private final TestProject project = new TestProject("2026-03-16T09:00");
  private final Budget budget = new Budget(project.jdbi);
  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);
  private final PersonId member = project.person("Zoe", "Lavoie", Role.MEMBER);

  BudgetStoryTest() {
    List<Command> commands = new ArrayList<>(new BudgetCommands(budget, project.kinds).all());
    project.open(commands);
    CommandWords.check(new Commands(commands), project.messages);
  }

  @Test
  void the_budget_adds_up_and_every_change_is_kept() {
    project.importing(officer, "budget importer", LINES, false);
    project.as(
        officer,
        "budget ajuster",
        Map.of("poste", "B-01", "engage", "10 000", "a_engager", "4500"));
    assertThat(project.rows(project.as(officer, "budget liste", Map.of())))
        .last()
        .asString()
        .isEqualTo(
            " | Total | 17\u00a0000,00\u00a0$ | 10\u00a0000,00\u00a0$ | 2\u00a0500,50\u00a0$ |"
                + " 9\u00a0500,00\u00a0$ | 19\u00a0500,00\u00a0$ | 2\u00a0500,00\u00a0$");
    assertThat(changes()).isEqualTo(3);
    assertThatThrownBy(
            () -> project.as(officer, "budget ajuster", Map.of("poste", "B-01", "engage", "10000")))
        .hasMessageContaining("budget.nothing");
    assertThatThrownBy(
            () -> project.as(officer, "budget ajuster", Map.of("poste", "B-02", "depense", "1")))
        .hasMessageContaining("budget.spent.over");
  }

  @Test
  void members_do_not_read_the_budget() {
    assertThatThrownBy(() -> project.as(member, "budget liste", Map.of()))
        .hasMessageContaining("desk.role");
  }

  private int changes() {
    return Objects.requireNonNull(
        project.jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT count(*) FROM budget_change")
                    .mapTo(Integer.class)
                    .one()));
  }
}
