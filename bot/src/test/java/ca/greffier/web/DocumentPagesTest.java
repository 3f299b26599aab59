package ca.greffier.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Actor;
import ca.greffier.command.Attachment;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Invocation;
import ca.greffier.command.Journal;
import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Source;
import ca.greffier.command.Suggestion;
import ca.greffier.command.Tokens;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.Function;
import ca.greffier.directory.Sessions;
import ca.greffier.document.Attachable;
import ca.greffier.document.Attachables;
import ca.greffier.document.ContentStore;
import ca.greffier.document.DocumentCommands;
import ca.greffier.document.Documents;
import ca.greffier.document.DownloadLinks;
import ca.greffier.house.TestProject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloading over HTTP, by the link that «\u00a0document voir\u00a0» gives. */
class DocumentPagesTest {
  private static final byte[] CONTENT =
      "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final TestProject project = new TestProject("2026-03-02T09:00");
  private final Body group = project.body("GT-NUM", "Numérisation", BodyKind.WORKING_GROUP);
  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);
  private final PersonId member = project.person("Zoe", "Lavoie", Role.MEMBER);
  private final HttpClient http = HttpClient.newHttpClient();
  private WebDoor door;
  private int given;

  @BeforeEach
  void open() {
    project.seat(group, member, Function.MEMBER);
    ContentStore store = new ContentStore(folder);
    Documents documents = new Documents(project.jdbi, store, TestProject.ZONE);
    DownloadLinks links =
        new DownloadLinks(new Tokens(new byte[32]), URI.create("https://greffier.example"));
    DocumentCommands.Parts parts =
        new DocumentCommands.Parts(
            project.jdbi,
            documents,
            new Nothing(),
            links,
            project.bodies,
            project.people,
            project.clock,
            TestProject.ZONE);
    Commands commands = new Commands(new DocumentCommands(parts, project.kinds).all());
    project.open(List.copyOf(commands.all()));
    Desk desk =
        new Desk(project.jdbi, commands, project.people, project.asks, project.clock, () -> {});
    door =
        WebDoor.open(
            new WebDoor.Address("127.0.0.1", 0, URI.create("http://localhost")),
            new WebDoor.Rooms(
                desk, new Journal(project.jdbi), project.outbox, project.messages, "1.2.3"),
            List.of(
                new DocumentPages(
                    new DocumentPages.Parts(
                        documents, store, links, project.people, project.bodies, project.clock),
                    new Visitors(
                        new Sessions(project.jdbi, project.clock),
                        project.people,
                        URI.create("http://localhost")))));
    give(
        officer,
        "document ajouter",
        Map.of(
            "titre",
            "Été : «\u00a0guide\u00a0»/\"suite\"",
            "corps",
            "GT-NUM",
            "classification",
            "confidentiel"),
        Map.of("fichier", new Attachment("guide.txt", CONTENT)));
  }

  @AfterEach
  void close() {
    door.close();
    http.close();
    project.store.close();
  }

  @Test
  void the_file_is_saved_never_opened() throws Exception {
    HttpResponse<byte[]> response = get(link(member, "1h"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(CONTENT);
    assertThat(header(response, "Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"2026-03-02_ete-guide-suite_v01.txt\";"
                + " filename*=UTF-8''2026-03-02_%C3%89t%C3%A9%20-%20%C2%AB%C2%A0guide%C2%A0%C2%BB-suite_v01.txt");
    assertThat(header(response, "Content-Type")).isEqualTo("text/plain;charset=utf-8");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "Content-Security-Policy")).startsWith("sandbox;");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(response, "Content-Length")).isEqualTo("" + CONTENT.length);
  }

  @Test
  void a_link_ends_when_it_was_said() throws Exception {
    String hour = link(member, "1h");
    String week = link(member, "7j");
    project.at("2026-03-02T10:00");
    HttpResponse<byte[]> late = get(hour);
    assertThat(late.statusCode()).isEqualTo(410);
    assertThat(Jsoup.parse(new String(late.body(), StandardCharsets.UTF_8)).select("h1").text())
        .isEqualTo("Ce lien n’est plus valable");
    project.at("2026-03-09T08:59");
    assertThat(get(week).statusCode()).isEqualTo(200);
  }

  @Test
  void a_link_gives_the_rights_of_today_and_only_for_its_version() throws Exception {
    String link = link(member, "24h");
    String token = link.substring(link.indexOf("?acces="));
    for (String forged :
        List.of(
            link + "x",
            link.substring(0, link.length() - 1),
            link.replace("acces=A", "acces=B"),
            "/documents/D-01/2" + token,
            "/documents/D-02/1" + token,
            "/documents/D-01/1?acces=.",
            "/documents/D-0001/1" + token,
            "/documents/../D-01/1" + token))
      assertThat(get(forged).statusCode()).as(forged).isEqualTo(404);
    project.jdbi.useHandle(handle -> handle.execute("UPDATE mandate SET ends = '2026-03-01'"));
    assertThat(get(link).statusCode()).isEqualTo(404);
  }

  @Test
  void whoever_is_signed_in_needs_no_link_and_others_are_led_to_the_door() throws Exception {
    for (String path : List.of("/documents/D-01", "/documents/D-01/1", "/documents/D-99")) {
      HttpResponse<byte[]> stranger = get(path);
      assertThat(stranger.statusCode()).as(path).isEqualTo(303);
      assertThat(header(stranger, "Location")).isEqualTo("/entree");
    }
    String cookie = signedIn(member);
    assertThat(get("/documents/D-01", cookie).body()).isEqualTo(CONTENT);
    assertThat(get("/documents/D-01/1", cookie).body()).isEqualTo(CONTENT);
    for (String path : List.of("/documents/D-01/2", "/documents/D-99", "/documents/X"))
      assertThat(get(path, cookie).statusCode()).as(path).isEqualTo(404);
    project.jdbi.useHandle(handle -> handle.execute("UPDATE mandate SET ends = '2026-03-01'"));
    assertThat(get("/documents/D-01", cookie).statusCode())
        .as("the rights of today")
        .isEqualTo(404);
  }

  private String signedIn(PersonId person) {
    String secret = "0123456789".repeat(4);
    project.jdbi.useHandle(
        handle ->
            handle.execute(
                """
                INSERT INTO web_session (hash, person, number, opened_at, seen_at, expires_at)
                VALUES (?, ?, 1, '2026-03-02', '2026-03-02', '2026-04-01')
                """,
                Tokens.hash(secret),
                person.value()));
    return "greffier-session=" + secret;
  }

  private HttpResponse<byte[]> get(String path, String cookie)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + door.port() + path);
    return http.send(
        HttpRequest.newBuilder(uri).header("Cookie", cookie).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void a_file_that_has_changed_on_the_disk_is_not_given() throws Exception {
    String link = link(member, "1h");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) Files.writeString(file, "faux");
    }
    HttpResponse<byte[]> response = get(link);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .contains("manque ou a changé sur le disque")
        .doesNotContain("faux");
  }

  private String link(PersonId who, String validity) {
    Reply card =
        give(who, "document voir", Map.of("document", "D-01", "validite", validity), Map.of());
    return project.fields(card).stream()
        .filter(field -> field.startsWith("Télécharger: "))
        .map(field -> field.substring("Télécharger: https://greffier.example".length()))
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + door.port() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private Reply give(
      PersonId who, String command, Map<String, String> words, Map<String, Attachment> files) {
    Actor actor = project.people.person(who).orElseThrow();
    return project
        .desk()
        .handle(
            new Invocation(
                "web:" + ++given, actor, command, new HashMap<>(words), files, Source.CONSOLE));
  }

  private static final class Nothing implements Attachables {
    @Override
    public Optional<Attachable> find(String typed) {
      return Optional.empty();
    }

    @Override
    public List<Suggestion> suggest(String typed) {
      return List.of();
    }
  }
}
