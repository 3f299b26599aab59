package ca.greffier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Commands;
import ca.greffier.command.Journal;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Role;
import ca.greffier.command.Tokens;
import ca.greffier.directory.AccessCommands;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.Sessions;
import ca.greffier.directory.SignIn;
import ca.greffier.house.Browser;
import ca.greffier.house.CommandWords;
import ca.greffier.house.LetterSnapshots;
import ca.greffier.house.TestProject;
import ca.greffier.outbox.Letter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Signing in by the link of a letter, over real HTTP. */
@Tag("once")
class SignInPagesTest {
  private static final String ZOE = "zoe.lavoie@biblio.example";

  private final TestProject project = new TestProject("2026-03-02T09:00");
  private final PersonId zoe = project.person("Zoe", "Lavoie", Role.MEMBER);
  private final PersonId camille = project.person("Camille", "Berube", Role.SECRETARY);
  private final Sessions sessions = new Sessions(project.jdbi, project.clock);
  private final List<AutoCloseable> open = new ArrayList<>();
  private final WebDoor door = door("http://localhost");
  private final Reader reader = reader(door);

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) each.close();
    project.store.close();
  }

  @Test
  void somebody_known_comes_in_by_the_link_of_their_letter() {
    ask(reader, ZOE);
    assertThat(reader.title()).isEqualTo("Voyez vos courriels");

    String link = link();
    reader.open(link);
    reader.open(link);
    assertThat(sessions.of(zoe)).as("a scanner follows links").isEmpty();
    reader.sends(link, Map.of());
    assertThat(reader.status()).isEqualTo(303);

    assertThat(reader.open("/entree").select("main").text())
        .contains("Vous êtes Zoe Lavoie.", "(celle-ci)");
    assertThat(sessions.of(zoe)).hasSize(1);
  }

  @Test
  void the_letter_says_what_the_link_is_worth() {
    ask(reader, ZOE);
    LetterSnapshots.verify("directory", withoutChance(letter()));
    project.speaksEnglish(zoe);
    ask(reader, ZOE);
    LetterSnapshots.verify("directory", withoutChance(letter()));
  }

  @Test
  void an_unknown_address_gets_the_same_answer_and_no_letter() {
    ask(reader, ZOE);
    String known = reader.answer().body();
    project.carried();
    ask(reader, "inconnue@biblio.example");

    assertThat(reader.answer().body()).isEqualTo(known);
    assertThat(project.carried()).isEmpty();
  }

  @Test
  void what_is_not_an_address_is_said_beside_the_field() {
    ask(reader, "zoe");

    assertThat(reader.status()).isEqualTo(422);
    assertThat(OpenHouse.page(reader.answer()).select("#problem").text()).contains("zoe");
    assertThat(OpenHouse.page(reader.answer()).select("#courriel").val()).isEqualTo("zoe");
  }

  @Test
  void a_link_opens_nothing_in_another_browser() {
    ask(reader, ZOE);
    String link = link();
    Reader thief = reader(door);

    thief.open(link);
    thief.sends(link, Map.of());
    assertThat(thief.status()).isEqualTo(410);
    thief.open("/entree");
    thief.open(link);
    thief.sends(link, Map.of());
    assertThat(thief.title()).isEqualTo("Ce lien n’ouvre plus rien");
    assertThat(sessions.of(zoe)).isEmpty();

    enter(reader, link);
    assertThat(reader.status()).as("the reader's own browser still can").isEqualTo(303);
  }

  @Test
  void a_link_opens_once_and_makes_the_others_useless() {
    ask(reader, ZOE);
    String first = link();
    ask(reader, ZOE);
    String second = link();
    enter(reader, second);

    enter(reader, second);
    assertThat(reader.status()).isEqualTo(410);
    enter(reader, first);
    assertThat(reader.status()).isEqualTo(410);
    assertThat(sessions.of(zoe)).hasSize(1);
  }

  @Test
  void a_link_is_good_for_a_quarter_of_an_hour() {
    ask(reader, ZOE);
    String link = link();
    project.at("2026-03-02T09:15");

    enter(reader, link);

    assertThat(reader.status()).isEqualTo(410);
  }

  @Test
  void a_session_that_is_not_used_ends_after_a_week_and_none_lasts_over_a_month() {
    signIn();
    project.at("2026-03-09T08:59");
    assertThat(isIn(reader)).isTrue();
    project.at("2026-03-16T08:58");
    assertThat(isIn(reader)).isTrue();
    project.at("2026-03-23T08:58");
    assertThat(isIn(reader)).isFalse();

    signIn();
    for (int day = 24; day <= 30; day += 6) {
      project.at("2026-03-" + day + "T09:00");
      isIn(reader);
    }
    for (int day = 5; day <= 22; day += 6) {
      project.at("2026-04-" + (day < 10 ? "0" : "") + day + "T09:00");
      assertThat(isIn(reader)).isTrue();
    }
    project.at("2026-04-22T08:59");
    assertThat(isIn(reader)).isFalse();
  }

  @Test
  void leaving_needs_the_page_s_own_form() {
    signIn();
    reader.posts("/sortie", Map.of("_seal", "0".repeat(32)));
    assertThat(reader.status()).isEqualTo(422);
    assertThat(isIn(reader)).as("another site cannot sign them out").isTrue();

    reader.sends("/sortie", Map.of());
    assertThat(reader.title()).isEqualTo("À bientôt");
    assertThat(isIn(reader)).isFalse();
    assertThat(sessions.of(zoe)).isEmpty();
  }

  @Test
  void asking_needs_the_page_s_own_form() {
    reader.posts("/entree", Map.of("courriel", ZOE));
    assertThat(reader.status()).isEqualTo(422);
    reader.open("/entree");
    reader.posts("/entree", Map.of("courriel", ZOE, "_seal", "0".repeat(32)));
    assertThat(reader.status()).isEqualTo(422);
    assertThat(project.carried()).isEmpty();
  }

  @Test
  void the_other_sessions_are_ended_from_one() {
    signIn();
    Reader lost = reader(door);
    signIn(lost);
    assertThat(isIn(reader)).isTrue();

    reader.sends("/sortie/partout", Map.of());

    assertThat(isIn(lost)).isFalse();
  }

  @Test
  void sessions_are_listed_and_revoked_by_command() {
    AccessCommands commands =
        new AccessCommands(
            sessions, new DirectoryKinds(project.people, project.bodies), project.kinds);
    CommandWords.check(new Commands(commands.all()), project.messages);
    project.open(commands.all());
    signIn();
    Reader other = reader(door);
    signIn(other);

    assertThat(project.rows(project.as(zoe, "acces liste", Map.of()))).hasSize(2);
    assertThat(project.said(project.as(zoe, "acces revoquer", Map.of("session", "1"))))
        .isEqualTo("La session 1 est fermée.");
    assertThat(isIn(reader)).isFalse();
    assertThat(isIn(other)).isTrue();
    assertThatThrownBy(() -> project.as(zoe, "acces revoquer", Map.of("session", "1")))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> project.as(zoe, "acces couper", Map.of("personne", ZOE)))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("desk.role");

    assertThat(project.rows(project.as(camille, "acces voir", Map.of("personne", ZOE)))).hasSize(1);
    assertThat(project.said(project.as(camille, "acces couper", Map.of("personne", ZOE))))
        .isEqualTo("Zoe Lavoie\u00a0: 1 session fermée.");
    assertThat(isIn(other)).isFalse();
    signIn();
    assertThat(project.said(project.as(zoe, "acces revoquer", Map.of())))
        .isEqualTo("1 session fermée.");
  }

  @Test
  void who_asks_too_often_waits_whether_the_address_is_known_or_not() {
    for (String address : List.of(ZOE, "inconnue@biblio.example")) {
      for (int i = 0; i < 5; i++) ask(reader, address);
      assertThat(reader.status()).isEqualTo(200);
      ask(reader, address);
      assertThat(reader.status()).as(address).isEqualTo(429);
    }
    assertThat(project.carried()).hasSize(5);
    project.clock.advance(Duration.ofMinutes(61));
    ask(reader, ZOE);
    assertThat(reader.status()).isEqualTo(200);
  }

  @Test
  void one_machine_cannot_try_every_address_nor_another_write_its_name() {
    for (int i = 0; i < 30; i++) askFrom("203.0.113.7", "personne" + i + "@biblio.example");
    assertThat(reader.status()).isEqualTo(200);
    askFrom("198.51.100.1, 203.0.113.7", "encore@biblio.example");
    assertThat(reader.status()).isEqualTo(429);
    askFrom("203.0.113.8", "encore@biblio.example");
    assertThat(reader.status()).isEqualTo(200);
  }

  @Test
  void links_cannot_be_guessed_for_long() {
    reader.open("/entree");
    for (int i = 0; i < 20; i++) reader.posts("/entree/" + "a".repeat(38) + (10 + i), Map.of());
    assertThat(reader.status()).isEqualTo(410);
    reader.posts("/entree/" + "a".repeat(40), Map.of());
    assertThat(reader.status()).isEqualTo(422);
    assertThat(OpenHouse.page(reader.answer()).text()).contains("Trop de demandes");
  }

  @Test
  void who_leaves_the_directory_is_out_at_once() {
    signIn();
    project.jdbi.useHandle(
        handle -> handle.execute("DELETE FROM person WHERE id = ?", zoe.value()));
    assertThat(isIn(reader)).isFalse();
  }

  @Test
  void the_pages_are_accessible_narrow_and_wide_light_and_dark() {
    try (Browser browser = Browser.open()) {
      for (boolean dark : List.of(false, true)) {
        for (int width : List.of(320, 1280)) {
          browser.dark(dark).wide(width);
          story(browser, (dark ? "dark-" : "light-") + width);
          project.clock.advance(Duration.ofHours(2));
        }
      }
    }
  }

  /** Comes in and leaves by keyboard alone; each page is looked at on the way. */
  private void story(Browser browser, String look) {
    String site = "http://localhost:" + door.port();
    browser.visit(site + "/entree").tabTo("#courriel").press("zoe");
    browser.leave(() -> browser.press(Keys.ENTER));
    check(browser, "signin-wrong-" + look);
    browser.visit(site + "/entree");
    check(browser, "signin-" + look);
    browser.tabTo("#courriel").press(ZOE);
    browser.tabTo("button").leave(() -> browser.press(Keys.ENTER));
    check(browser, "signin-sent-" + look);
    browser.visit(site + link());
    check(browser, "signin-link-" + look);
    browser.tabTo("button").leave(() -> browser.press(Keys.ENTER));
    // the board is not in this house
    browser.visit(site + "/entree");
    assertThat(browser.one("h1").getText()).isEqualTo("Vos sessions");
    check(browser, "account-" + look);
    browser.tabTo("button").leave(() -> browser.press(Keys.ENTER));
    check(browser, "signin-left-" + look);
    browser.visit(site + "/entree/" + "a".repeat(40));
    browser.leave(() -> browser.one("button").click());
    check(browser, "signin-gone-" + look);
  }

  private static void check(Browser browser, String name) {
    browser.picture(name);
    assertThat(browser.violations()).as(name).isEmpty();
    assertThat(browser.overflow()).as(name + ": wider than the window").isZero();
  }

  @Test
  void cookies_are_for_the_browser_alone_and_behind_tls_for_nowhere_else() {
    HttpResponse<String> plain = openEntree(door);
    assertThat(plain.headers().allValues("Set-Cookie"))
        .singleElement()
        .satisfies(
            cookie ->
                assertThat(cookie)
                    .startsWith("greffier-entree=")
                    .containsIgnoringCase("HttpOnly")
                    .containsIgnoringCase("SameSite=Lax")
                    .doesNotContainIgnoringCase("Secure"));
    HttpResponse<String> encrypted = openEntree(door("https://greffier.example"));
    assertThat(encrypted.headers().allValues("Set-Cookie"))
        .singleElement()
        .satisfies(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-greffier-entree=")
                    .containsIgnoringCase("Path=/")
                    .containsIgnoringCase("Secure")
                    .doesNotContainIgnoringCase("Domain"));
  }

  @Test
  void nothing_that_opens_is_kept() {
    ask(reader, ZOE);
    String link = link();
    enter(reader, link);
    String secret =
        reader.answer().headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("greffier-session="))
            .map(cookie -> cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')))
            .findFirst()
            .orElseThrow();
    assertThat(secret).hasSize(40);
    List<String> kept =
        project.jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT hash FROM web_session UNION ALL SELECT hash FROM sign_in
                        UNION ALL SELECT who FROM knock
                        """)
                    .mapTo(String.class)
                    .list());
    assertThat(kept)
        .hasSize(4)
        .noneMatch(
            row ->
                row.contains(ZOE)
                    || row.contains("127.0.0.1")
                    || row.contains(secret)
                    || link.contains(row));
  }

  private void signIn() {
    signIn(reader);
  }

  private void signIn(Reader who) {
    ask(who, ZOE);
    enter(who, link());
    assertThat(who.status()).isEqualTo(303);
  }

  private static void ask(Reader who, String address) {
    who.open("/entree");
    who.sends("/entree", Map.of("courriel", address));
  }

  private void askFrom(String machine, String address) {
    reader.open("/entree");
    reader.sends("/entree", Map.of("courriel", address), "X-Forwarded-For", machine);
  }

  private static void enter(Reader who, String link) {
    who.open(link);
    who.sends(link, Map.of());
  }

  private static boolean isIn(Reader who) {
    return who.open("/entree").select("h1").text().equals("Vos sessions");
  }

  private Letter letter() {
    return TestProject.letters(project.carried()).getLast();
  }

  private String link() {
    return "/entree/" + letter().data().get("token");
  }

  private static Letter withoutChance(Letter letter) {
    return Letter.of(
        letter.letterClass(),
        letter.address(),
        letter.name(),
        letter.language(),
        letter.template(),
        Map.of("token", "0".repeat(40), "minutes", letter.data().get("minutes")));
  }

  private HttpResponse<String> openEntree(WebDoor of) {
    Reader fresh = reader(of);
    fresh.open("/entree");
    return fresh.answer();
  }

  private Reader reader(WebDoor of) {
    Reader fresh = new Reader(of.port());
    open.add(fresh);
    return fresh;
  }

  private WebDoor door(String publicUrl) {
    URI url = URI.create(publicUrl);
    SignIn signIn =
        new SignIn(
            project.jdbi,
            new SignIn.Parts(
                project.people,
                sessions,
                project.outbox,
                new Tokens(new byte[32]),
                project.kinds.emailAddress(),
                project.clock,
                () -> {}));
    WebDoor opened =
        WebDoor.open(
            new WebDoor.Address("127.0.0.1", 0, url),
            new WebDoor.Rooms(
                project.desk(), new Journal(project.jdbi), project.outbox, project.messages, "1"),
            List.of(
                new SignInPages(signIn, sessions, new Visitors(sessions, project.people, url))));
    open.add(opened);
    return opened;
  }
}
