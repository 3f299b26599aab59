package ca.greffier.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Actor;
import ca.greffier.command.Asks;
import ca.greffier.command.Attachment;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Identity;
import ca.greffier.command.Invocation;
import ca.greffier.command.Kinds;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Source;
import ca.greffier.command.Tokens;
import ca.greffier.house.CommandWords;
import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.outbox.Outbox;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People, bodies and accounts, through the Desk. */
class DirectoryStoryTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
  private static final String PEOPLE =
      """
      Prénom;Nom;Courriel;Titre;Organisation;Rôle;Langue
      Zoé;Lavoie;Zoe.Lavoie@trois-rivieres.example;Bibliothécaire;Trois-Rivières;;fr
      David;Cohen;david.cohen@csl.example;Librarian;Côte-Saint-Luc;;en
      """;

  private final Store store = TestStore.fresh();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T14:00:00Z"));
  private final Messages messages = Messages.load(MONTREAL);
  private final People people = new People(store.jdbi());
  private final Bodies bodies = new Bodies(store.jdbi());
  private final Desk desk = desk();
  private final Actor admin =
      new Actor(
          Optional.empty(),
          Identity.email("camille@biblio.example"),
          "Camille",
          Language.FRENCH,
          Role.ADMIN);
  private int invocations;

  @Test
  void a_table_saved_by_excel_is_read_with_its_accents() {
    importTable("personnes", PEOPLE.getBytes(Charset.forName("windows-1252")), false);
    Person zoe = people.byEmail("zoe.lavoie@trois-rivieres.example").orElseThrow();
    assertThat(zoe.fullName()).isEqualTo("Zoé Lavoie");
    assertThat(zoe.organisation()).isEqualTo("Trois-Rivières");
    assertThat(people.byEmail("DAVID.COHEN@csl.example").orElseThrow().language())
        .isEqualTo(Language.ENGLISH);
  }

  @Test
  void one_refused_line_keeps_the_whole_table_out_and_the_trial_names_it() {
    byte[] table =
        (PEOPLE + "Sans;Courriel;pas une adresse;;;;fr\n").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> importTable("personnes", table, false))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo("directory.import.refused");
              assertThat(
                      messages.say(Language.FRENCH, refusal.key(), refusal.arguments().toArray()))
                  .contains("Ligne 4");
            });
    assertThat(people.all()).isEmpty();
    Reply.Table report = (Reply.Table) importTable("personnes", table, true);
    assertThat(report.rows()).hasSize(3);
    assertThat(report.arguments()).containsExactly(1, 3);
    assertThat(people.all()).isEmpty();
  }

  @Test
  void a_second_import_corrects_and_doubles_nobody() {
    importTable("personnes", PEOPLE.getBytes(StandardCharsets.UTF_8), false);
    String corrected = PEOPLE.replace("Bibliothécaire", "Cheffe de service");
    importTable("personnes", corrected.getBytes(StandardCharsets.UTF_8), false);
    assertThat(people.all()).hasSize(2);
    assertThat(people.byEmail("zoe.lavoie@trois-rivieres.example").orElseThrow().title())
        .isEqualTo("Cheffe de service");
  }

  @Test
  void who_sits_where_is_a_question_about_a_day() {
    seat("2025-09-02", "2026-06-30", "presidence");
    Body group = bodies.byCode("gt-pret").orElseThrow();
    assertThat(bodies.members(group.id(), LocalDate.parse("2026-06-30"))).hasSize(1);
    assertThat(bodies.members(group.id(), LocalDate.parse("2026-07-01"))).isEmpty();
    assertThat(bodies.respondents(group.id(), LocalDate.parse("2026-01-05")))
        .extracting(Person::givenName)
        .containsExactly("Zoé");
  }

  @Test
  void an_account_is_linked_by_the_code_of_the_letter() {
    importTable("personnes", PEOPLE.getBytes(StandardCharsets.UTF_8), false);
    Identity account = Identity.discord("123456789");
    as(account, "compte lier", Map.of("courriel", "zoe.lavoie@trois-rivieres.example"));
    String code = codeOfTheLetter();
    assertThat(said(as(account, "compte confirmer", Map.of("code", "AAAA222233"))))
        .isEqualTo("directory.link.wrong");
    assertThatThrownBy(() -> as(Identity.discord("987"), "compte confirmer", Map.of("code", code)))
        .hasMessageContaining("directory.link.expired");
    assertThat(said(as(account, "compte confirmer", Map.of("code", code))))
        .isEqualTo("directory.link.done");
    assertThat(people.identity(account).orElseThrow().name()).isEqualTo("Zoé Lavoie");
    assertThatThrownBy(() -> as(account, "compte confirmer", Map.of("code", code)))
        .hasMessageContaining("directory.link.expired");
  }

  @Test
  void asking_for_a_code_tells_nobody_who_is_in_the_directory() {
    Reply unknown =
        as(Identity.discord("1"), "compte lier", Map.of("courriel", "nobody@nowhere.example"));
    assertThat(said(unknown)).isEqualTo("directory.link.sent");
    assertThat(letters()).isZero();
  }

  @Test
  void codes_end_after_a_quarter_of_an_hour_and_are_few() {
    importTable("personnes", PEOPLE.getBytes(StandardCharsets.UTF_8), false);
    Identity account = Identity.discord("1");
    Map<String, String> address = Map.of("courriel", "zoe.lavoie@trois-rivieres.example");
    as(account, "compte lier", address);
    clock.advance(Duration.ofMinutes(15));
    String late = codeOfTheLetter();
    assertThatThrownBy(() -> as(account, "compte confirmer", Map.of("code", late)))
        .hasMessageContaining("directory.link.expired");
    as(account, "compte lier", address);
    as(account, "compte lier", address);
    assertThatThrownBy(() -> as(account, "compte lier", address))
        .hasMessageContaining("directory.link.often");
  }

  @Test
  void its_commands_have_their_words() {
    CommandWords.check(new Commands(commands()), messages);
  }

  @Test
  void only_an_empty_directory_can_be_founded() {
    assertThat(people.found("Camille@biblio.example")).isTrue();
    assertThat(people.found("intruder@nowhere.example")).isFalse();
    assertThat(people.identity(Identity.email("camille@biblio.example")).orElseThrow().role())
        .isEqualTo(Role.ADMIN);
    assertThat(people.all()).hasSize(1);
  }

  @Test
  void everybody_can_have_what_is_known_of_them() {
    seat("2025-09-02", "", "membre");
    Actor zoe = people.identity(Identity.email("zoe.lavoie@trois-rivieres.example")).orElseThrow();
    Reply reply = desk.handle(invocation(zoe, "mesdonnees voir", Map.of(), Map.of()));
    String json = new String(((Reply.Document) reply).bytes(), StandardCharsets.UTF_8);
    assertThat(json).contains("\"prenom\": \"Zoé\"", "GT-PRET", "mesdonnees voir");
    assertThat(json).contains("\"rencontres\": [", "\"actions\": [", "\"signatures\": [");
    assertThat(json).doesNotContain("Cohen");
  }

  private void seat(String starts, String ends, String function) {
    importTable("personnes", PEOPLE.getBytes(StandardCharsets.UTF_8), false);
    importTable(
        "corps",
        "code,nom,genre\nGT-PRET,Prêt numérique,groupe\n".getBytes(StandardCharsets.UTF_8),
        false);
    String mandate =
        "corps,courriel,fonction,debut,fin\nGT-PRET,zoe.lavoie@trois-rivieres.example,%s,%s,%s\n"
            .formatted(function, starts, ends);
    importTable("mandats", mandate.getBytes(StandardCharsets.UTF_8), false);
  }

  private Reply importTable(String subject, byte[] table, boolean trial) {
    return desk.handle(
        invocation(
            admin,
            "repertoire importer",
            Map.of("genre", subject, "essai", trial ? "oui" : "non"),
            Map.of("fichier", new Attachment("table.csv", table))));
  }

  private Reply as(Identity stranger, String command, Map<String, String> given) {
    Actor actor =
        people.identity(stranger).orElseGet(() -> Actor.stranger(stranger, Language.FRENCH));
    return desk.handle(invocation(actor, command, given, Map.of()));
  }

  private Invocation invocation(
      Actor actor, String command, Map<String, String> given, Map<String, Attachment> files) {
    return new Invocation("test:" + ++invocations, actor, command, given, files, Source.CHAT);
  }

  private static String said(Reply reply) {
    return ((Reply.Said) reply).key();
  }

  private String codeOfTheLetter() {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT payload -> 'data' ->> 'code' FROM outbox ORDER BY id DESC LIMIT 1")
                    .mapTo(String.class)
                    .one());
  }

  private int letters() {
    return store
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT count(*) FROM outbox").mapTo(int.class).one());
  }

  private List<Command> commands() {
    Accounts accounts = new Accounts(store.jdbi(), new Outbox(store.jdbi(), clock));
    Kinds kinds = new Kinds(messages, clock);
    return new DirectoryCommands(store.jdbi(), people, bodies, accounts, kinds, MONTREAL).all();
  }

  private Desk desk() {
    Asks asks = new Asks(store.jdbi(), new Tokens(new byte[32]), clock);
    return new Desk(store.jdbi(), new Commands(commands()), people, asks, clock, () -> {});
  }
}
