package ca.greffier.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.greffier.command.Attachment;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.BodyKind;
import ca.greffier.house.TestProject;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.DeliverableKind;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Plan;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supplier's schedule comes into the plan, and comes again a month later. */
class ScheduleStoryTest {
  private static final String MARCH =
      """
      <project name="SIGB" version="3.2">
        <tasks>
          <task id="1" name="Installation" start="2026-03-02" duration="1" complete="0">
            <task id="2" name="Serveurs" start="2026-03-02" duration="5" complete="100">
              <depend id="3" type="2" difference="2"/>
            </task>
            <task id="3" name="Migration" start="2026-03-11" duration="10" complete="40"/>
            <task id="4" name="Mise en service" meeting="true" start="2026-04-01" duration="0"/>
          </task>
        </tasks>
        <previous><previous-tasks name="Contrat">
          <previous-task id="3" start="2026-03-02" duration="10"/>
        </previous-tasks></previous>
      </project>
      """;

  private static final Path SCHEDULES =
      Path.of(System.getProperty("greffier.corpora", "../../shared/corpora"), "schedules");

  private final TestProject project = new TestProject("2026-03-16T09:00");
  private final Plan plan = new Plan(project.jdbi, TestProject.ZONE);
  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);

  @BeforeEach
  void open() {
    project.body("SIGB", "Fournisseur du SIGB", BodyKind.SUPPLIER);
    project.body("GT-NUM", "Numérisation", BodyKind.WORKING_GROUP);
    project.open(project.planFiles(plan));
  }

  @Test
  void a_trial_tells_the_mapping_the_counts_and_each_line_and_writes_nothing() {
    List<Reply> parts = parts(give(MARCH, "corps", "SIGB", "essai", "oui"));
    assertThat(project.fields(parts.get(0)).subList(0, 5))
        .containsExactly(
            "Lignes du fichier: 4",
            "Tâches retenues: 3",
            "Déjà connues: 0",
            "Liens: 1",
            "Source: SIGB");
    assertThat(project.rows(parts.get(1)))
        .containsExactly(
            "2 | Serveurs | ✔ sera ajouté, prévu le vendredi 6 mars 2026",
            "3 | Migration | ✔ sera ajouté, prévu le mardi 24 mars 2026",
            "4 | Mise en service | ✔ sera ajouté, prévu le mercredi 1er avril 2026");
    assertThat(plan.all()).isEmpty();
  }

  @Test
  void tasks_become_deliverables_with_what_is_known_of_them() {
    List<Reply> parts = parts(give(MARCH, "corps", "SIGB"));
    assertThat(project.fields(parts.getFirst())).contains("Déjà connues: 0", "Liens: 1");
    Deliverable servers = plan.byCode("L-01").orElseThrow();
    assertThat(servers.title()).isEqualTo("Serveurs");
    assertThat(servers.reached()).isEqualTo(LocalDate.of(2026, 3, 6));
    Deliverable migration = plan.byCode("L-02").orElseThrow();
    assertThat(migration.forecast()).isEqualTo(LocalDate.of(2026, 3, 24));
    assertThat(migration.baseline()).isEqualTo(LocalDate.of(2026, 3, 13));
    assertThat(migration.declared()).isEqualTo(40);
    assertThat(plan.byCode("J-01").orElseThrow().kind()).isEqualTo(DeliverableKind.MILESTONE);
    assertThat(new Dependencies(project.jdbi).spans()).containsEntry(migration.id(), 10);
    assertThat(new Dependencies(project.jdbi).all())
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.before()).isEqualTo(servers.id());
              assertThat(link.after()).isEqualTo(migration.id());
              assertThat(link.lagDays()).isEqualTo(2);
            });
  }

  @Test
  void the_same_file_again_changes_nothing() {
    give(MARCH, "corps", "SIGB");
    List<Deliverable> before = plan.all();
    List<Reply> parts = parts(give(MARCH, "corps", "SIGB", "essai", "oui"));
    assertThat(project.rows(parts.get(1)))
        .containsExactly(
            "2 | Serveurs | ✔ L-01, inchangé",
            "3 | Migration | ✔ L-02, inchangé",
            "4 | Mise en service | ✔ J-01, inchangé");
    give(MARCH, "corps", "SIGB");
    assertThat(plan.all()).isEqualTo(before);
  }

  @Test
  void a_later_file_shows_the_difference_first_and_keeps_what_was_approved() {
    give(MARCH, "corps", "SIGB");
    String april =
        MARCH
            .replace("start=\"2026-03-11\" duration=\"10\"", "start=\"2026-03-11\" duration=\"15\"")
            .replace("complete=\"40\"", "complete=\"55\"")
            .replace(
                "id=\"3\" start=\"2026-03-02\" duration=\"10\"",
                "id=\"3\" start=\"2026-03-02\" duration=\"20\"")
            .replace("Mise en service", "Mise en production")
            .replace("<task id=\"2\" name=\"Serveurs\"", "<task id=\"9\" name=\"Essais\"");
    List<Reply> trial = parts(give(april, "corps", "SIGB", "essai", "oui"));
    assertThat(project.rows(trial.get(1)))
        .containsExactly(
            "2 | Essais | ✔ sera ajouté, prévu le vendredi 6 mars 2026",
            "3 | Migration | ✔ L-02, corrigé\u00a0: prevu mardi 24 mars 2026 → mardi 31 mars 2026,"
                + " avancement 40 → 55, la référence du fichier (vendredi 27 mars 2026) diffère de"
                + " celle qui est approuvée (vendredi 13 mars 2026), qui reste",
            "4 | Mise en production | ✔ J-01, corrigé\u00a0: titre Mise en service → Mise en"
                + " production");
    give(april, "corps", "SIGB");
    Deliverable migration = plan.byCode("L-02").orElseThrow();
    assertThat(migration.forecast()).isEqualTo(LocalDate.of(2026, 3, 31));
    assertThat(migration.baseline()).isEqualTo(LocalDate.of(2026, 3, 13));
    assertThat(plan.byCode("J-01").orElseThrow().title()).isEqualTo("Mise en production");
  }

  @Test
  void what_the_file_lacks_is_told_and_stays() {
    give(MARCH, "corps", "SIGB");
    String shorter = MARCH.replaceAll("<task id=\"4\".*\n", "");
    List<Reply> parts = parts(give(shorter, "corps", "SIGB"));
    assertThat(project.said(parts.get(2)))
        .startsWith("1 livrable venu de cette source n’est plus dans le fichier\u00a0: J-01.");
    assertThat(plan.byCode("J-01").orElseThrow().isOpen()).isTrue();
  }

  @Test
  void two_schedules_may_number_their_tasks_alike() {
    give(MARCH, "corps", "SIGB");
    give(MARCH.replace("Serveurs", "Numériseurs"), "corps", "GT-NUM");
    assertThat(plan.all()).hasSize(6);
    give(MARCH, "corps", "GT-NUM", "source", "SIGB");
    assertThat(plan.all()).as("the source is what counts").hasSize(6);
  }

  @Test
  void nothing_is_written_when_a_task_is_refused_unless_a_part_is_wanted() {
    String wrong = MARCH.replace("name=\"Migration\"", "name=\"\"");
    assertThatThrownBy(() -> give(wrong, "corps", "SIGB"))
        .isInstanceOfSatisfying(
            Refusal.class,
            no -> assertThat(project.said(no)).startsWith("Rien n’a été importé\u00a0: 1 ligne"));
    assertThat(plan.all()).isEmpty();
    List<Reply> parts = parts(give(wrong, "corps", "SIGB", "partiel", "oui"));
    List<Reply> outcome = parts(parts.get(1));
    assertThat(project.said(outcome.get(0))).isEqualTo("2 lignes importées.");
    assertThat(project.rows(outcome.get(1)))
        .containsExactly(
            "3 |  | ✖ Refusée\u00a0: La tâche n’a pas de nom. Donnez-lui-en un dans le"
                + " calendrier.");
    assertThat(plan.all()).extracting(Deliverable::code).containsExactly("L-01", "J-01");
  }

  @Test
  void only_the_milestones_may_be_taken_and_somebody_must_answer_for_them() {
    assertThatThrownBy(() -> give(MARCH))
        .hasMessage("exchange.body [3]")
        .isInstanceOf(Refusal.class);
    give(MARCH, "corps", "SIGB", "jalons", "oui");
    assertThat(plan.all()).extracting(Deliverable::code).containsExactly("J-01");
  }

  /** Excel in Québec: semicolons, Windows-1252, dates as people type them, shares of one. */
  @Test
  void a_table_of_tasks_is_a_schedule_too() {
    String table =
        "Plan du fournisseur;;;\nN°;Nom de la tâche;Début;Fin;% achevé;Prédécesseurs;Jalon\n"
            + "1;Réseau;2026-03-02;13 mars 2026;1;;\n"
            + "2;Câblage;16 mars 2026;2026-03-27;0,5;1FD+3j;\n"
            + "3;Réception;3 avril 2026;3 avril 2026;;2;oui\n";
    Attachment file = new Attachment("plan.csv", table.getBytes(Charset.forName("windows-1252")));
    project.giving(officer, "livrable importer", Map.of("corps", "SIGB"), file);
    assertThat(plan.byCode("L-01").orElseThrow().reached()).isEqualTo(LocalDate.of(2026, 3, 13));
    Deliverable cabling = plan.byCode("L-02").orElseThrow();
    assertThat(cabling.title()).isEqualTo("Câblage");
    assertThat(cabling.declared()).isEqualTo(50);
    assertThat(plan.byCode("J-01").orElseThrow().forecast()).isEqualTo(LocalDate.of(2026, 4, 3));
    assertThat(new Dependencies(project.jdbi).all())
        .extracting(link -> link.lagDays())
        .containsExactlyInAnyOrder(3, 0);
  }

  @Test
  void what_leaves_for_Microsoft_Project_finds_its_way_back() {
    give(MARCH, "corps", "SIGB");
    Reply.Document file =
        (Reply.Document) project.as(officer, "livrable exporter", Map.of("format", "mspdi"));
    assertThat(file.name()).isEqualTo("livrables-2026-03-16.xml");
    Attachment back = new Attachment(file.name(), file.bytes());
    Schedule schedule = ScheduleFile.read(back, LocalDate.EPOCH);
    assertThat(schedule.format()).isEqualTo(ScheduleFormat.MSPDI);
    assertThat(schedule.tasks()).hasSize(4);
    assertThat(schedule.links()).hasSize(1);
    assertThat(schedule.warnings()).isEmpty();
    List<Reply> parts =
        parts(project.giving(officer, "livrable importer", Map.of("essai", "oui"), back));
    assertThat(project.rows(parts.get(1)))
        .extracting(row -> row.replaceFirst("^\\d+ \\| ", ""))
        .containsExactlyInAnyOrder(
            "Serveurs | ✔ L-01, inchangé",
            "Migration | ✔ L-02, inchangé",
            "Mise en service | ✔ J-01, inchangé");
  }

  /** Whatever other programs wrote: in as far as it goes, and the same again is nothing new. */
  @Test
  void the_schedules_of_other_programs_come_in_and_come_again() throws IOException {
    Path table = SCHEDULES.resolve("expected.csv");
    assumeTrue(Files.isRegularFile(table), "no corpora at " + table);
    int seen = 0;
    for (Path file : files()) {
      String name = file.getFileName().toString();
      Attachment given = new Attachment(name, Files.readAllBytes(file));
      Map<String, String> typed = Map.of("corps", "SIGB", "partiel", "oui", "source", name);
      String refused = refused(name, given);
      if (!refused.isEmpty()) {
        assertThatThrownBy(() -> project.giving(officer, "livrable importer", typed, given))
            .hasMessageStartingWith(refused);
        continue;
      }
      project.giving(officer, "livrable importer", typed, given);
      List<Deliverable> after = plan.all();
      project.giving(officer, "livrable importer", typed, given);
      assertThat(plan.all()).as(name).isEqualTo(after);
      assertThat(after).as(name).hasSizeGreaterThanOrEqualTo(seen);
      seen = after.size();
    }
    assertThat(seen).isGreaterThan(200);
  }

  private static String refused(String name, Attachment given) {
    if (name.contains("password")) return "exchange.password";
    Schedule schedule = ScheduleFile.read(given, LocalDate.EPOCH);
    return schedule.tasks().stream().allMatch(ScheduledTask::summary) ? "exchange.nothing" : "";
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(SCHEDULES)) {
      return all.filter(each -> SCHEDULES.relativize(each).getNameCount() == 2)
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private Reply give(String gantt, String... given) {
    Map<String, String> typed = new HashMap<>();
    for (int i = 0; i < given.length; i += 2) typed.put(given[i], given[i + 1]);
    return project.giving(
        officer,
        "livrable importer",
        typed,
        new Attachment("sigb.gan", gantt.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Reply> parts(Reply reply) {
    return ((Reply.Together) reply).parts();
  }
}
