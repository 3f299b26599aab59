package ca.greffier.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Attachment;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.house.CommandWords;
import ca.greffier.house.TestProject;
import ca.greffier.text.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private final Budget budget = new Budget(project.jdbi, TestProject.ZONE);
  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);
  private final PersonId member = project.person("Zoe", "Lavoie", Role.MEMBER);

  BudgetStoryTest() {
    Commitments commitments = new Commitments(project.jdbi, budget, TestProject.ZONE);
    Expenses expenses = new Expenses(project.jdbi, budget, commitments);
    List<Command> commands =
        new BudgetCommands(
                new BudgetCommands.Parts(
                    budget,
                    commitments,
                    expenses,
                    new Grants(project.jdbi, budget),
                    project.people),
                project.kinds)
            .all();
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

  @Test
  void every_figure_leads_to_its_papers() {
    project.importing(officer, "budget importer", LINES, false);
    assertThat(sign("Hébergement annuel", "4 000", Map.of("taxes", "en-sus", "fin", "2027-03-31")))
        .isEqualTo(
            "C-1 est inscrit\u00a0: Hébergement annuel, 4\u00a0599,00\u00a0$ taxes comprises. Au"
                + " poste B-02, il reste 401,00\u00a0$ de disponible et 401,00\u00a0$ prévus à"
                + " engager.");
    assertThat(invoice("F-889", "1 149,75", Map.of("engagement", "C-1")))
        .isEqualTo(
            "F-1 est inscrite\u00a0: 1\u00a0149,75\u00a0$, dont 50,00\u00a0$ de TPS et"
                + " 99,75\u00a0$ de TVQ. Il reste 3\u00a0449,25\u00a0$ à facturer sur C-1.");
    assertThat(
            invoice(
                "77",
                "100",
                Map.of("poste", "B-02", "fournisseur", "Domaines inc.", "taxes", "aucune")))
        .endsWith("Il reste 301,00\u00a0$ de disponible au poste B-02.");
    Reply.Together shown =
        (Reply.Together) project.as(officer, "budget voir", Map.of("poste", "B-02"));
    assertThat(project.fields(shown.parts().getFirst()))
        .contains(
            "Engagé: 4\u00a0599,00\u00a0$",
            "Dépensé: 1\u00a0249,75\u00a0$",
            "Dépensé hors engagement: 100,00\u00a0$",
            "Disponible: 301,00\u00a0$");
    assertThat(project.rows(shown.parts().get(1)))
        .containsExactly(
            "C-1 | Hébergement annuel | Nuage inc. | B-02 | 4\u00a0599,00\u00a0$ |"
                + " 1\u00a0149,75\u00a0$ | 3\u00a0449,25\u00a0$ | mercredi 31 mars 2027");
    assertThat(project.rows(shown.parts().get(2)))
        .hasSize(2)
        .first()
        .asString()
        .contains("Domaines inc. | 77 | B-02 | ⚠ Hors engagement");
    assertThat(shown.parts()).hasSize(3);
    Reply.Together taken =
        (Reply.Together) project.as(officer, "budget voir", Map.of("poste", "B-01"));
    assertThat(project.said(taken.parts().getLast()))
        .startsWith("Sans pièce au registre\u00a0: 8\u00a0000,00\u00a0$ d’engagé");
  }

  @Test
  void what_is_not_available_is_not_committed() {
    project.importing(officer, "budget importer", LINES, false);
    assertThatThrownBy(() -> sign("Trop", "5000,01", Map.of()))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(project.said(refusal))
                    .startsWith(
                        "Le poste B-02 n’a plus que 5\u00a0000,00\u00a0$ de disponible\u00a0: il"
                            + " manque 0,01\u00a0$"));
    sign("Tout", "5000", Map.of());
    assertThatThrownBy(
            () -> invoice("1", "0,01", Map.of("poste", "B-02", "fournisseur", "Papeterie")))
        .hasMessageContaining("budget.available.short");
    assertThatThrownBy(() -> amend(Map.of("montant", "5000,01")))
        .hasMessageContaining("budget.available.short");
    assertThatThrownBy(() -> sign("Rien", "0", Map.of())).hasMessageContaining("budget.amount");
    assertThatThrownBy(() -> sign("Hier", "1", Map.of("fin", "2026-03-15")))
        .hasMessageContaining("budget.commitment.order");
    assertThatThrownBy(() -> sign("Demain", "1", Map.of("date", "2026-03-17")))
        .hasMessageContaining("budget.commitment.future");
  }

  @Test
  void an_invoice_never_exceeds_its_commitment_and_is_entered_once() {
    project.importing(officer, "budget importer", LINES, false);
    sign("Hébergement", "1000", Map.of());
    invoice("A1", "900", Map.of("engagement", "1"));
    assertThatThrownBy(() -> invoice("A2", "100,01", Map.of("engagement", "1")))
        .hasMessageContaining("budget.expense.over");
    assertThatThrownBy(() -> invoice("a1", "10", Map.of("engagement", "1")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(project.said(refusal))
                    .isEqualTo(
                        "La facture A1 de Nuage inc. est déjà inscrite\u00a0: c’est F-1, de"
                            + " 900,00\u00a0$."));
    assertThatThrownBy(() -> invoice("A3", "10", Map.of("engagement", "1", "poste", "B-01")))
        .hasMessageContaining("budget.expense.otherline");
    assertThatThrownBy(() -> invoice("A3", "10", Map.of()))
        .hasMessageContaining("budget.expense.where");
    assertThatThrownBy(() -> invoice("A3", "10", Map.of("poste", "B-01")))
        .hasMessageContaining("budget.expense.supplier");
    assertThatThrownBy(() -> invoice("A3", "10", Map.of("engagement", "1", "date", "demain")))
        .hasMessageContaining("budget.expense.future");
    assertThatThrownBy(() -> amend(Map.of("montant", "899,99")))
        .hasMessageContaining("budget.commitment.below");
    assertThat(project.fields(amend(Map.of("montant", "1200", "raison", "Avenant 1"))))
        .anyMatch(
            field -> field.startsWith("Montants successifs: ") && field.endsWith("Avenant 1"));
    invoice("A2", "100,01", Map.of("engagement", "1"));
  }

  @Test
  void a_credit_note_takes_no_more_than_the_invoice_and_frees_it() {
    project.importing(officer, "budget importer", LINES, false);
    sign("Hébergement", "1149,75", Map.of());
    invoice("A1", "1149,75", Map.of("engagement", "1"));
    assertThatThrownBy(() -> credit("N1", "1149,76")).hasMessageContaining("budget.credit.over");
    assertThat(credit("N1", "114,98"))
        .isEqualTo(
            "La note de crédit F-2 est inscrite\u00a0: -114,98\u00a0$, dont -5,00\u00a0$ de TPS et"
                + " -9,98\u00a0$ de TVQ. Il reste 114,98\u00a0$ à facturer sur C-1.");
    assertThatThrownBy(() -> credit("N1", "1")).hasMessageContaining("budget.expense.twice");
    assertThatThrownBy(() -> credit("N2", "1034,78")).hasMessageContaining("budget.credit.over");
    assertThatThrownBy(
            () ->
                project.as(
                    officer,
                    "depense crediter",
                    Map.of("piece", "F-2", "montant", "1", "note_credit", "N3")))
        .hasMessageContaining("budget.credit.credit");
  }

  @Test
  void a_closed_commitment_frees_what_was_not_invoiced_and_yesterday_stays_known() {
    project.importing(officer, "budget importer", LINES, false);
    sign("Hébergement", "1000", Map.of());
    invoice("A1", "400", Map.of("engagement", "1", "date", "2026-03-10"));
    project.at("2026-03-18T09:00");
    assertThat(project.said(project.as(officer, "engagement clore", Map.of("engagement", "C-1"))))
        .isEqualTo(
            "C-1 (Hébergement) est clos. Redevient disponible au poste B-02\u00a0: 600,00\u00a0$.");
    assertThatThrownBy(() -> invoice("A2", "1", Map.of("engagement", "1")))
        .hasMessageContaining("budget.commitment.closed");
    assertThatThrownBy(() -> amend(Map.of("montant", "2000")))
        .hasMessageContaining("budget.commitment.closed");
    assertThat(project.rows(project.as(officer, "engagement liste", Map.of()))).isEmpty();
    assertThat(project.rows(project.as(officer, "engagement liste", Map.of("tout", "oui"))))
        .singleElement()
        .asString()
        .endsWith("Clos le mercredi 18 mars 2026");
    assertThat(committed(LocalDate.parse("2026-03-15"))).isEmpty();
    assertThat(committed(LocalDate.parse("2026-03-16"))).contains(new Money(100_000));
    assertThat(committed(LocalDate.parse("2026-03-18"))).contains(new Money(40_000));
    assertThat(project.rows(project.as(officer, "budget liste", Map.of("au", "2026-03-16"))))
        .anyMatch(
            row -> row.startsWith("B-02 | Hébergement | 5\u00a0000,00\u00a0$ | 1\u00a0000,00"));
  }

  @Test
  void what_is_signed_is_no_longer_to_commit() {
    project.importing(officer, "budget importer", LINES, false);
    sign("Hébergement", "3000", Map.of());
    assertThat(hosting().toCommit()).isEqualTo(new Money(200_000));
    amend(Map.of("montant", "3500"));
    assertThat(hosting().toCommit()).isEqualTo(new Money(150_000));
    amend(Map.of("montant", "3200"));
    invoice("1", "600", Map.of("poste", "B-02", "fournisseur", "Papeterie"));
    assertThat(hosting().toCommit()).isEqualTo(new Money(90_000));
    assertThat(hosting().forecast()).isEqualTo(new Money(470_000));
    sign("Tout le reste", "1200", Map.of());
    assertThat(hosting().toCommit()).isEqualTo(Money.ZERO);
    assertThat(hosting().overrun()).isEqualTo(Money.ZERO);
  }

  @Test
  void the_trial_of_an_import_sees_what_the_import_would_refuse() {
    project.importing(officer, "budget importer", LINES, false);
    sign("Hébergement", "1000", Map.of());
    String heads = "code;poste;autorise;engage;depense;a_engager\n";
    Reply report =
        project.importing(
            officer, "budget importer", heads + "B-02;Nuage;5000;0;0;0\nB-9;X;9;5;6;0\n", true);
    assertThat(project.rows(report))
        .satisfiesExactly(
            row -> assertThat(row).contains("✖ Refusée", "engagements inscrits"),
            row -> assertThat(row).contains("✖ Refusée", "dépasse l’engagé"));
  }

  @Test
  void a_total_is_never_less_than_its_papers() {
    project.importing(officer, "budget importer", LINES, false);
    sign("Hébergement", "1000", Map.of());
    assertThatThrownBy(() -> project.importing(officer, "budget importer", LINES, false))
        .hasMessageContaining("budget.papers.committed");
    project.as(officer, "budget ajuster", Map.of("poste", "B-02", "engage", "1500"));
    assertThat(committed(LocalDate.parse("2026-03-16"))).contains(new Money(150_000));
  }

  private static final String CONTRACTS =
      """
      poste;titre;fournisseur;reference;forme;montant;taxes;date;fin
      B-02;Hébergement annuel;Nuage inc.;2026-17;contrat;3 000,00 $;aucune;2026-03-02;2027-03-31
      B-02;Serveur d’essai;Nuage inc.;;commande;1000;en-sus;2026-03-03;
      """;
  private static final String INVOICES =
      """
      facture;fournisseur;poste;engagement;date;montant;tps;tvq;credite
      N-1;Nuage inc.;;C-1;2026-03-10;1 149,75;50,00;99,75;
      N-2;Nuage inc.;;C-1;2026-03-11;-114,98;;;N-1
      77;Papeterie;B-02;;2026-03-12;100;0;0;
      """;

  @Test
  void papers_come_in_as_tables_and_the_same_tables_again_change_nothing() {
    project.importing(officer, "budget importer", LINES, false);
    Reply trial = project.importing(officer, "engagement importer", CONTRACTS, true);
    assertThat(project.rows(trial)).hasSize(2).allMatch(row -> row.endsWith("✔ sera ajouté"));
    assertThat(hosting().committed()).isEqualTo(Money.ZERO);
    project.importing(officer, "engagement importer", CONTRACTS, false);
    assertThat(hosting().committed()).isEqualTo(new Money(414_975));
    project.importing(officer, "depense importer", INVOICES, false);
    assertThat(hosting().spent()).isEqualTo(new Money(114_975 - 11_498 + 10_000));
    assertThat(project.rows(project.importing(officer, "engagement importer", CONTRACTS, true)))
        .containsExactly(
            "2 | Hébergement annuel | ✔ C-1, inchangé", "3 | Serveur d’essai | ✔ C-2, inchangé");
    assertThat(project.rows(project.importing(officer, "depense importer", INVOICES, true)))
        .containsExactly(
            "2 | N-1 | ✔ F-1, inchangé", "3 | N-2 | ✔ F-2, inchangé", "4 | 77 | ✔ F-3, inchangé");
  }

  @Test
  void papers_go_out_as_tables_that_come_in_again() {
    project.importing(officer, "budget importer", LINES, false);
    project.importing(officer, "engagement importer", CONTRACTS, false);
    project.importing(officer, "depense importer", INVOICES, false);
    for (String of : List.of("engagement", "depense")) {
      for (String format : List.of("csv", "xlsx")) {
        Reply.Document out =
            (Reply.Document) project.as(officer, of + " exporter", Map.of("format", format));
        Reply again =
            project.giving(
                officer,
                of + " importer",
                Map.of("essai", "oui"),
                new Attachment(out.name(), out.bytes()));
        assertThat(project.rows(again)).isNotEmpty().allMatch(row -> row.endsWith(", inchangé"));
      }
    }
  }

  @Test
  void a_later_table_of_contracts_moves_amounts_and_ends_only() {
    project.importing(officer, "budget importer", LINES, false);
    project.importing(officer, "engagement importer", CONTRACTS, false);
    String later = CONTRACTS.replace("3 000,00 $", "3200").replace("2027-03-31", "2027-06-30");
    assertThat(project.rows(project.importing(officer, "engagement importer", later, true)))
        .first()
        .asString()
        .endsWith(
            "✔ C-1, corrigé\u00a0: montant 3\u00a0000,00\u00a0$ → 3\u00a0200,00\u00a0$, fin"
                + " mercredi 31 mars 2027 → mercredi 30 juin 2027");
    project.importing(officer, "engagement importer", later, false);
    assertThat(hosting().committed()).isEqualTo(new Money(434_975));
    refusedLine(
        "engagement importer",
        "code;poste;titre;fournisseur;montant\nC-1;B-02;Autre chose;Nuage inc.;3200\n",
        "titre");
  }

  @Test
  void the_lines_of_a_table_count_together() {
    project.importing(officer, "budget importer", LINES, false);
    String contracts = "poste;titre;fournisseur;montant\n";
    assertThat(
            project.rows(
                project.importing(
                    officer,
                    "engagement importer",
                    contracts + "B-02;Un;A;3000\nB-02;Deux;A;3000\nB-02;Un;a;10\n",
                    true)))
        .satisfiesExactly(
            row -> assertThat(row).contains("✔"),
            row -> assertThat(row).contains("✖ Refusée", "il manque 1\u00a0000,00"),
            row -> assertThat(row).contains("✖ Refusée", "déjà à la ligne 2"));
    project.importing(officer, "engagement importer", contracts + "B-02;Un;A;300\n", false);
    String invoices = "facture;fournisseur;engagement;date;montant;tps;tvq;credite\n";
    assertThat(
            project.rows(
                project.importing(
                    officer,
                    "depense importer",
                    invoices
                        + "1;;C-1;2026-03-10;200;;;\n2;;C-1;2026-03-10;200;;;\n"
                        + "3;;C-1;2026-03-10;-20;;;\n4;A;;2026-03-10;-500;;;1\n"
                        + "5;A;;2026-03-10;-5;;;9\n6;;C-1;2026-03-17;1;;;\n"
                        + "7;;C-1;2026-03-10;10;10;5;\n",
                    true)))
        .satisfiesExactly(
            row -> assertThat(row).contains("✔"),
            row -> assertThat(row).contains("✖ Refusée", "Il ne reste que 100,00"),
            row -> assertThat(row).contains("✖ Refusée", "plus grand que zéro"),
            row -> assertThat(row).contains("✖ Refusée", "200,00\u00a0$ à créditer"),
            row -> assertThat(row).contains("✖ Refusée", "Aucune facture 9"),
            row -> assertThat(row).contains("✖ Refusée", "pas encore venu"),
            row -> assertThat(row).contains("✖ Refusée", "ne vont pas avec le montant"));
    project.importing(officer, "depense importer", invoices + "1;;C-1;2026-03-10;200;;;\n", false);
    refusedLine("depense importer", invoices + "1;A;;2026-03-10;210;;;\n", "ne change plus");
  }

  private void refusedLine(String command, String table, String words) {
    assertThat(project.rows(project.importing(officer, command, table, true)))
        .singleElement()
        .asString()
        .contains("✖ Refusée", words);
    assertThatThrownBy(() -> project.importing(officer, command, table, false))
        .hasMessageContaining("import.refused");
  }

  private BudgetLine hosting() {
    return budget.byCode("B-02").orElseThrow();
  }

  private Optional<Money> committed(LocalDate day) {
    return budget.asOf(day).stream()
        .filter(line -> line.code().equals("B-02"))
        .map(BudgetLine::committed)
        .findFirst();
  }

  private String sign(String title, String amount, Map<String, String> more) {
    Map<String, String> given = new HashMap<>(more);
    given.putAll(
        Map.of("poste", "B-02", "titre", title, "fournisseur", "Nuage inc.", "montant", amount));
    return project.said(project.as(officer, "engagement ajouter", given));
  }

  private String invoice(String number, String amount, Map<String, String> more) {
    Map<String, String> given = new HashMap<>(more);
    given.putAll(Map.of("facture", number, "montant", amount));
    return project.said(project.as(officer, "depense ajouter", given));
  }

  private String credit(String number, String amount) {
    return project.said(
        project.as(
            officer,
            "depense crediter",
            Map.of("piece", "F-1", "montant", amount, "note_credit", number)));
  }

  private Reply amend(Map<String, String> more) {
    Map<String, String> given = new HashMap<>(more);
    given.put("engagement", "C-1");
    return project.as(officer, "engagement modifier", given);
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
