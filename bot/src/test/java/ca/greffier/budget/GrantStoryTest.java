package ca.greffier.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Commands;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.house.CommandWords;
import ca.greffier.house.TestProject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agreement with a funder, from its signature to what each line owes it. */
class GrantStoryTest {
  private static final String LINES =
      """
      code;poste;autorise;engage;depense;a_engager;reserve
      B-01;Plateforme;100000;40000;20000;50000;non
      B-02;Formation;20000;0;0;20000;
      B-03;Imprévus;10000;0;0;0;oui
      """;

  private final TestProject project = new TestProject("2026-03-16T09:00");
  private final Budget budget = new Budget(project.jdbi, TestProject.ZONE);
  private final Grants grants = new Grants(project.jdbi, budget);
  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);

  @BeforeEach
  void open() {
    Commitments commitments = new Commitments(project.jdbi, budget, TestProject.ZONE);
    BudgetCommands all =
        new BudgetCommands(
            new BudgetCommands.Parts(
                budget,
                commitments,
                new Expenses(project.jdbi, budget, commitments),
                grants,
                project.people),
            project.kinds);
    project.open(all.all());
    CommandWords.check(new Commands(all.all()), project.messages);
    project.importing(officer, "budget importer", LINES, false);
    project.as(
        officer,
        "subvention ajouter",
        Map.of(
            "bailleur",
            "Ministère de la Culture",
            "titre",
            "Appel numérique",
            "montant",
            "90 000",
            "debut",
            "2026-01-01",
            "echeance",
            "2026-12-31",
            "transferable",
            "10 %"));
  }

  @Test
  void each_line_owes_its_part_of_what_it_spends() {
    share("B-01", "80 000");
    List<Reply> parts = ((Reply.Together) share("B-02", "10 000")).parts();
    assertThat(project.fields(parts.get(0)))
        .contains(
            "Bailleur: Ministère de la Culture",
            "À répartir: 0,00\u00a0$",
            "Transférable sans demander: 10\u00a0%");
    assertThat(project.rows(parts.get(1)))
        .as("80 % of B-01, half of B-02")
        .containsExactly(
            "B-01 | Plateforme | 80\u00a0000,00\u00a0$ | 16\u00a0000,00\u00a0$ |"
                + " 72\u00a0000,00\u00a0$",
            "B-02 | Formation | 10\u00a0000,00\u00a0$ | 0,00\u00a0$ | 10\u00a0000,00\u00a0$");
    assertThat(project.rows(project.as(officer, "subvention liste", Map.of())))
        .containsExactly(
            "S-1 | Ministère de la Culture | Appel numérique | 90\u00a0000,00\u00a0$ |"
                + " 16\u00a0000,00\u00a0$ | 18\u00a0% | jeudi 31 décembre 2026");
  }

  @Test
  void an_agreement_gives_no_more_than_it_has_nor_a_line_more_than_is_authorized() {
    share("B-01", "80 000");
    refused("Il reste 10\u00a0000,00\u00a0$ à répartir de S-1", "B-02", "10 001");
    refused("B-02 est autorisé à 20\u00a0000,00\u00a0$", "B-02", "20 001", "B-01", "0");
    share("B-01", "90 000");
    assertThat(grants.all().getFirst().unshared().cents()).isZero();
    share("B-01", "0");
    assertThat(grants.shares(grants.all().getFirst())).isEmpty();
  }

  @Test
  void it_may_be_given_more_time_but_not_end_before_it_begins() {
    project.as(
        officer, "subvention prolonger", Map.of("subvention", "S-1", "echeance", "2027-03-31"));
    assertThat(grants.all().getFirst().endsOn()).hasToString("2027-03-31");
    assertThatThrownBy(
            () ->
                project.as(
                    officer,
                    "subvention prolonger",
                    Map.of("subvention", "S-1", "echeance", "2025-12-31")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void a_reserve_is_said_by_the_table_or_by_command() {
    assertThat(budget.all()).extracting(BudgetLine::reserve).containsExactly(false, false, true);
    project.as(officer, "budget reserver", Map.of("poste", "B-02", "reserve", "oui"));
    project.importing(officer, "budget importer", LINES, false);
    assertThat(budget.all())
        .as("an empty cell changes nothing")
        .extracting(BudgetLine::reserve)
        .containsExactly(false, true, true);
  }

  /**
   * @param first what is shared before, by line and amount
   */
  private void refused(String why, String line, String amount, String... first) {
    for (int i = 0; i < first.length; i += 2) share(first[i], first[i + 1]);
    assertThatThrownBy(() -> share(line, amount))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(project.said(no)).startsWith(why));
  }

  private Reply share(String line, String amount) {
    return project.as(
        officer,
        "subvention repartir",
        Map.of("subvention", "S-1", "poste", line, "montant", amount));
  }
}
