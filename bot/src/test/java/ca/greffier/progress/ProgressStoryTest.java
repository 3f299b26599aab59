package ca.greffier.progress;

import static ca.greffier.house.TestProject.letters;
import static ca.greffier.house.TestProject.posts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.budget.Budget;
import ca.greffier.command.Ask;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.Param;
import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Source;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.Function;
import ca.greffier.house.CommandWords;
import ca.greffier.house.LetterSnapshots;
import ca.greffier.house.TestProject;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.Post;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Plan;
import ca.greffier.plan.PlanCommands;
import ca.greffier.plan.PlanKinds;
import ca.greffier.plan.Slip;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.Language;
import ca.greffier.text.Money;
import ca.greffier.text.QuebecCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rounds, from the question to the summary, through the Desk. Monday, 16 March 2026. */
class ProgressStoryTest {
  private final TestProject project = new TestProject("2026-03-16T09:00");
  private final QuebecCalendar calendar = new QuebecCalendar();
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

  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);
  private final PersonId manager = project.person("Etienne", "Cote", Role.SECRETARY);
  private final PersonId zoe = project.person("Zoe", "Lavoie", Role.MEMBER);
  private final PersonId paul = project.person("Paul", "Gagnon", Role.MEMBER);
  private final PersonId lea = project.person("Lea", "Ouellet", Role.MEMBER);
  private final PersonId stranger = project.person("Ines", "Fortin", Role.MEMBER);
  private final Body numeric = project.body("GT-NUM", "Numérisation", BodyKind.WORKING_GROUP);
  private final Body loans = project.body("GT-PRET", "Prêt numérique", BodyKind.WORKING_GROUP);

  ProgressStoryTest() {
    Body whole = project.body("PROJET", "Stratégie numérique", BodyKind.PROJECT);
    project.seat(whole, manager, Function.MANAGER);
    project.seat(numeric, zoe, Function.CHAIR);
    project.seat(numeric, paul, Function.MEMBER);
    project.seat(loans, lea, Function.CHAIR);
    PlanKinds planKinds = new PlanKinds(plan);
    List<Command> commands = new ArrayList<>();
    commands.addAll(
        new ProgressCommands(
                rounds,
                new Answering(project.jdbi, project.bodies, plan, TestProject.ZONE),
                project.bodies,
                project.people,
                planKinds,
                project.kinds,
                project.clock,
                TestProject.ZONE)
            .all());
    commands.addAll(
        new PlanCommands(
                new PlanCommands.Parts(
                    plan,
                    new Dependencies(project.jdbi),
                    new Slip(calendar),
                    project.bodies,
                    project.people),
                project.kinds)
            .all());
    commands.addAll(project.planFiles(plan));
    project.open(commands);
    CommandWords.check(new Commands(commands), project.messages);
    project.importing(
        officer,
        "livrable importer",
        """
        code;titre;corps;responsable;poids;reference;prevu
        L-01;Guide de numérisation;GT-NUM;;5;2026-03-27;2026-03-27
        L-02;Banc d’essai;GT-PRET;;3;2026-05-29;2026-05-29
        L-03;Projet pilote;GT-PRET;;3;2026-06-30;2026-06-30
        """,
        false);
  }

  @Test
  void a_round_asks_the_silent_again_once_then_tells_what_was_said() {
    assertThat(project.rows(project.as(officer, "point lancer", Map.of())))
        .containsExactly(
            "GT-NUM | Numérisation | 1 personne invitée, jusqu’au lundi 23 mars 2026,"
                + " à\u00a017\u00a0h",
            "GT-PRET | Prêt numérique | 1 personne invitée, jusqu’au lundi 23 mars 2026,"
                + " à\u00a017\u00a0h");
    var asked = project.carried();
    assertThat(letters(asked)).extracting(Letter::template).containsOnly("point");
    assertThat(posts(asked))
        .extracting(Post::channel)
        .containsOnly("salon-GT-NUM", "salon-GT-PRET");
    assertThat(posts(asked).getFirst().buttons())
        .extracting(Post.Button::command)
        .containsExactly("point donner", "point inchange");
    assertThat(posts(asked).getLast().buttons())
        .extracting(Post.Button::label)
        .containsExactly("Répondre pour L-02", "Répondre pour L-03", "Répondre", "Rien de changé");

    project.at("2026-03-17T10:00");
    answer(to(letters(asked), zoe), Map.of("texte", "Tout avance *bien*."));
    summaries.run(project.clock.instant());
    var done = project.carried();
    assertThat(posts(done)).singleElement().extracting(Post::channel).isEqualTo("salon-GT-NUM");
    assertThat(posts(done).getFirst().text()).contains("Zoe Lavoie", "> Tout avance \\*bien\\*.");
    assertThat(letters(done))
        .extracting(Letter::address)
        .containsExactlyInAnyOrder(project.get(officer).email(), project.get(manager).email());

    reminders.run(project.at("2026-03-19T07:30"));
    assertThat(project.carried()).as("too early in the day").isEmpty();
    reminders.run(project.at("2026-03-19T09:10"));
    reminders.run(project.at("2026-03-20T09:10"));
    assertThat(letters(project.carried()))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.template()).isEqualTo("point-relance");
              assertThat(letter.address()).isEqualTo(project.get(lea).email());
            });

    summaries.run(project.at("2026-03-23T17:00"));
    summaries.run(project.at("2026-03-23T17:10"));
    var over = project.carried();
    assertThat(posts(over).getFirst().text())
        .contains("Sans réponse pour le moment\u00a0: 1 personne.")
        .doesNotContain("Lea");
    assertThat(letters(over)).hasSize(2);
    assertThat(letters(over).getFirst().data().toString()).contains("silent=[Lea Ouellet]");
    assertThat(rounds.silentBodies())
        .singleElement()
        .satisfies(
            silence -> {
              assertThat(silence.body()).isEqualTo(loans);
              assertThat(silence.rounds()).isEqualTo(1);
              assertThat(silence.lastAnswer()).isEmpty();
            });

    answer(to(letters(asked), lea), Map.of("texte", "Désolée du retard, rien de changé."));
    assertThat(rounds.silentBodies()).isEmpty();
  }

  @Test
  void an_answer_updates_the_plan_at_once_and_can_be_changed() {
    Letter letter = opened(zoe);
    String said =
        project.said(
            project.answering(
                letter,
                Source.WEB,
                Map.of(
                    "texte", "Un peu de retard.",
                    "etat", "En retard",
                    "pourcentage", "60",
                    "date", "10 avril",
                    "blocage", "Le contrat n’est pas signé.")));
    assertThat(said)
        .contains("L-01\u00a0: avancement déclaré de 60\u00a0%.")
        .contains("L-01\u00a0: prévu pour le vendredi 10 avril 2026.");
    Deliverable guide = plan.byCode("L-01").orElseThrow();
    assertThat(guide.baseline()).isEqualTo("2026-03-27");
    assertThat(guide.forecast()).isEqualTo("2026-04-10");
    assertThat(guide.declared()).isEqualTo(60);

    answer(letter, Map.of("texte", "Finalement tout va bien.", "date", "2026-04-02"));
    RoundId round = rounds.latest().getFirst().id();
    assertThat(rounds.answers(round))
        .singleElement()
        .satisfies(latest -> assertThat(latest.words()).isEqualTo("Finalement tout va bien."));
    assertThat(kept()).isEqualTo(2);
    assertThat(rounds.latestAbout(guide.id()).orElseThrow().isBlocked()).isFalse();
  }

  @Test
  void several_deliverables_need_a_name_and_nothing_is_kept_without() {
    Letter letter = opened(lea);
    Reply which =
        project.answering(letter, Source.MAIL, Map.of("texte", "Voilà.", "pourcentage", "50"));
    assertThat(((Reply.Blanks) which).missing())
        .extracting(Param::name)
        .containsExactly("livrable");
    assertThatThrownBy(() -> answer(letter, Map.of("texte", "Voilà.", "livrable", "L-01")))
        .hasMessageContaining("progress.foreign");
    assertThat(kept()).isZero();
    assertThat(blanks(letter, Map.of("etat", "termine"))).containsExactly("livrable");
    assertThat(blanks(letter, Map.of())).containsExactly("texte");
    answer(letter, Map.of("texte", "Fini!", "etat", "termine", "livrable", "l-02"));
    assertThat(plan.byCode("L-02").orElseThrow().declared()).isEqualTo(100);
    assertThat(plan.byCode("L-02").orElseThrow().isReached()).isFalse();
  }

  @Test
  void what_contradicts_what_was_said_is_noted_and_asked_about() {
    opened(lea);
    String round = "" + rounds.latest().getFirst().id().value();
    Map<String, String> first =
        Map.of(
            "ronde",
            round,
            "texte",
            "Avance.",
            "livrable",
            "L-02",
            "pourcentage",
            "60",
            "depense",
            "900");
    assertThat(project.said(project.as(lea, "point donner", first))).doesNotContain("À vérifier");
    Map<String, String> less =
        Map.of(
            "ronde",
            round,
            "texte",
            "Hum.",
            "livrable",
            "L-02",
            "pourcentage",
            "40",
            "depense",
            "800");
    assertThat(project.said(project.as(lea, "point donner", less)))
        .contains(
            "À vérifier\u00a0: L-02 passe de 60\u00a0% à 40\u00a0%",
            "de 900,00\u00a0$ à 800,00\u00a0$");
    assertThat(plan.byCode("L-02").orElseThrow().declared()).as("noted all the same").isEqualTo(40);
    Map<String, String> both =
        Map.of(
            "ronde",
            round,
            "texte",
            "Fini.",
            "livrable",
            "L-02",
            "etat",
            "termine",
            "pourcentage",
            "90");
    assertThat(project.said(project.as(lea, "point donner", both)))
        .contains("L-02 est déclaré terminé, et à 90\u00a0% seulement");
    Map<String, String> undone =
        Map.of(
            "ronde",
            round,
            "texte",
            "Pas fini.",
            "livrable",
            "L-02",
            "etat",
            "bloque",
            "blocage",
            "Le local");
    assertThat(project.said(project.as(lea, "point donner", undone)))
        .contains("L-02 était déclaré terminé");
  }

  @Test
  void members_may_answer_unasked_and_strangers_may_not() {
    opened(zoe);
    String round = "" + rounds.latest().getFirst().id().value();
    project.as(paul, "point donner", Map.of("ronde", round, "texte", "Zoe est en congé; tout va."));
    assertThatThrownBy(
            () -> project.as(stranger, "point donner", Map.of("ronde", round, "texte", "Allô")))
        .hasMessageContaining("progress.stranger");
    project.at("2026-03-30T17:00");
    assertThatThrownBy(
            () -> project.as(paul, "point donner", Map.of("ronde", round, "texte", "Trop tard")))
        .hasMessageContaining("progress.ended");
  }

  @Test
  void a_body_has_one_open_round_and_only_the_secretary_reads_who_is_awaited() {
    opened(zoe);
    assertThatThrownBy(() -> project.as(officer, "point lancer", Map.of("corps", "GT-NUM")))
        .hasMessageContaining("progress.open.already");
    assertThat(project.rows(project.as(officer, "point lancer", Map.of())))
        .first()
        .asString()
        .endsWith("une ronde est déjà en cours");
    Map<String, String> round =
        Map.of("ronde", "" + rounds.answerable(project.clock.instant()).getLast().id().value());
    assertThat(project.fields(project.as(officer, "point etat", round)))
        .contains("Réponses attendues: Zoe Lavoie");
    assertThat(project.fields(project.as(paul, "point etat", round)))
        .contains("Réponses attendues: 1");
  }

  @Test
  void what_blocks_is_asked_only_of_those_who_are_blocked() {
    Letter letter = opened(zoe);
    assertThat(blanks(letter, Map.of("etat", "bloque"))).containsExactly("blocage");
    assertThat(blanks(letter, Map.of("etat", "bloqué", "texte", "Rien ne va.")))
        .containsExactly("blocage");
    answer(letter, Map.of("etat", "en-retard"));
    answer(
        letter,
        Map.of(
            "etat",
            "bloque",
            "blocage",
            "Le contrat; Nordet doit le signer.",
            "depense",
            "1 200 $"));
    Answer last = rounds.latestAbout(plan.byCode("L-01").orElseThrow().id()).orElseThrow();
    assertThat(last.isBlocked()).isTrue();
    assertThat(last.words()).isEmpty();
    assertThat(last.spent()).isEqualTo(new Money(120_000));
    assertThat(budget.all()).as("what is declared is never booked").isEmpty();
    assertThatThrownBy(() -> answer(letter, Map.of("depense", "-5")))
        .hasMessageContaining("progress.spent.negative");
  }

  @Test
  void nothing_changed_says_again_what_was_said_last() {
    Letter first = opened(zoe);
    assertThatThrownBy(() -> project.as(zoe, "point inchange", Map.of("ronde", number(first))))
        .hasMessageContaining("progress.unchanged.nothing");
    answer(first, Map.of("texte", "Le tri avance.", "pourcentage", "40", "date", "2026-04-02"));
    summaries.run(project.clock.instant());
    project.carried();

    project.at("2026-03-30T09:00");
    Letter second = opened(zoe);
    assertThat(second.data().get("previous"))
        .isEqualTo(
            Map.of(
                "at", "2026-03-16T13:00:00Z",
                "words", "Le tri avance.",
                "details",
                    List.of(
                        "Livrable L-01 (Guide de numérisation)",
                        "Avancement\u00a0: 40\u00a0%",
                        "Nouvelle date\u00a0: jeudi 2 avril 2026")));
    var form = project.desk().open(project.asks.token(Objects.requireNonNull(second.ask())));
    assertThat(project.desk().presets(form.actor(), form.command(), form.ask().given()))
        .isEqualTo(Map.of("pourcentage", "40", "date", "2026-04-02", "livrable", "L-01"));

    String said =
        project.said(
            project.answering(
                second, Source.MAIL, Map.of("texte", "Bonjour,\nRien de changé!\nMerci,\nZoé")));
    assertThat(said).contains("rien de changé", "depuis le lundi 16 mars 2026");
    Answer kept = rounds.answers(rounds.latest().getFirst().id()).getFirst();
    assertThat(kept.percent()).isEqualTo(40);
    assertThat(kept.repeats()).isEqualTo(TestProject.instant("2026-03-16T09:00"));

    // the same on the page, where the values of last time stand beside the words of the link
    answer(second, Map.of("texte", "Rien de changé", "pourcentage", "40", "date", "2026-04-02"));
    Answer again = rounds.answers(rounds.latest().getFirst().id()).getFirst();
    assertThat(again.repeats()).isEqualTo(kept.repeats());
    answer(second, Map.of("texte", "Rien de changé", "pourcentage", "45"));
    assertThat(plan.byCode("L-01").orElseThrow().declared()).isEqualTo(45);
    answer(second, Map.of("texte", "Mon erreur.", "pourcentage", "40"));

    project.as(paul, "point inchange", Map.of("ronde", number(second)));
    summaries.run(project.clock.instant());
    assertThat(posts(project.carried()).getFirst().text())
        .contains("- Rien de changé depuis le lundi 30 mars 2026, à\u00a09\u00a0h");
    List<String> history =
        project.rows(project.as(paul, "point historique", Map.of("livrable", "L-01")));
    assertThat(history).hasSize(6);
    assertThat(history.getLast()).contains("Zoe Lavoie", "40\u00a0%", "Le tri avance.");
    assertThat(project.rows(project.as(paul, "point historique", Map.of("corps", "GT-NUM"))))
        .isEqualTo(history);
    assertThatThrownBy(() -> project.as(paul, "point historique", Map.of()))
        .hasMessageContaining("progress.history.which");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_letters_are_read_as_they_are_written(Language language) {
    if (language == Language.ENGLISH) {
      project.speaksEnglish(zoe);
      project.speaksEnglish(officer);
    }
    Letter first = opened(zoe);
    answer(
        first,
        Map.of(
            "texte", "Le tri avance.",
            "etat", "bloque",
            "blocage", "Le contrat; Nordet doit le signer.",
            "pourcentage", "40",
            "date", "2026-04-02",
            "depense", "1200"));
    summaries.run(project.clock.instant());
    LetterSnapshots.verify("progress", to(letters(project.carried()), officer));
    project.at("2026-03-30T09:00");
    LetterSnapshots.verify("progress", opened(zoe));
    reminders.run(project.at("2026-04-08T09:10"));
    LetterSnapshots.verify("progress", to(letters(project.carried()), zoe));
  }

  private String number(Letter letter) {
    Ask ask = project.asks.find(Objects.requireNonNull(letter.ask())).orElseThrow();
    return ask.given().getOrDefault("ronde", "");
  }

  private List<String> blanks(Letter letter, Map<String, String> given) {
    Reply reply = project.answering(letter, Source.WEB, given);
    return ((Reply.Blanks) reply).missing().stream().<String>map(Param::name).toList();
  }

  /** Opens the round of the body this person answers for. */
  private Letter opened(PersonId person) {
    String code = person.equals(lea) ? "GT-PRET" : "GT-NUM";
    project.as(officer, "point lancer", Map.of("corps", code));
    return to(letters(project.carried()), person);
  }

  private Letter to(List<Letter> letters, PersonId person) {
    String address = project.get(person).email();
    return letters.stream()
        .filter(each -> each.address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  private void answer(Letter letter, Map<String, String> blanks) {
    project.answering(letter, Source.MAIL, blanks);
  }

  private int kept() {
    return Objects.requireNonNull(
        project.jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT count(*) FROM progress_answer")
                    .mapTo(Integer.class)
                    .one()));
  }
}
