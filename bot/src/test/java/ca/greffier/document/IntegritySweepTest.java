package ca.greffier.document;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Attachment;
import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.command.Suggestion;
import ca.greffier.command.Tokens;
import ca.greffier.house.TestProject;
import ca.greffier.outbox.Letter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that loses a file is noticed before somebody needs it. */
class IntegritySweepTest {
  @TempDir private Path folder;

  private final TestProject project = new TestProject("2026-03-02T09:00");
  private final PersonId admin = project.person("Alice", "Roy", Role.ADMIN);

  @Test
  void what_is_gone_or_has_changed_is_told_once_until_it_is_put_back() throws IOException {
    ContentStore store = new ContentStore(folder);
    IntegritySweep sweep = new IntegritySweep(project.jdbi, store, project.people, project.outbox);
    add(store, "Guide", "Le guide.");
    add(store, "Charte", "La charte.");
    sweep.run(project.at("2026-03-03T02:40"));
    assertThat(project.carried()).isEmpty();

    Path guide = store.path(hash("Le guide."));
    byte[] copy = Files.readAllBytes(guide);
    Files.writeString(guide, "Autre chose.");
    sweep.run(project.at("2026-03-04T02:40"));
    sweep.run(project.at("2026-03-05T02:40"));
    List<Letter> told = TestProject.letters(project.carried());
    assertThat(told)
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.address()).isEqualTo(project.get(admin).email());
              assertThat(letter.data().toString()).contains("D-01", "Guide").doesNotContain("D-02");
            });

    Files.write(guide, copy);
    sweep.run(project.at("2026-03-06T02:40"));
    assertThat(project.carried()).isEmpty();
    Files.delete(guide);
    sweep.run(project.at("2026-03-07T02:40"));
    assertThat(project.carried()).as("it is lost anew").hasSize(1);
  }

  private void add(ContentStore store, String title, String words) {
    project.open(
        new DocumentCommands(
                new DocumentCommands.Parts(
                    project.jdbi,
                    new Documents(project.jdbi, store, TestProject.ZONE),
                    new Nothing(),
                    new DownloadLinks(
                        new Tokens(new byte[32]), URI.create("https://greffier.example")),
                    project.bodies,
                    project.people,
                    project.clock,
                    TestProject.ZONE),
                project.kinds)
            .all());
    project.giving(
        admin,
        "document ajouter",
        Map.of("titre", title),
        new Attachment(title + ".txt", words.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hash(String words) {
    return Tokens.hash(words);
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
