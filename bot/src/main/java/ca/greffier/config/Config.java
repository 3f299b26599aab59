package ca.greffier.config;

import ca.greffier.text.Phrase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set. A section that is absent is a door that stays shut, or for the
 * database, one of our own. {@code config/greffier.example.yaml} explains each setting.
 *
 * @param data where everything that is not in the database is kept
 * @param key the file of the house's secret key
 */
public record Config(
    Project project,
    Path data,
    Path key,
    @Nullable Database database,
    @Nullable Smtp smtp,
    @Nullable Imap imap,
    @Nullable Discord discord,
    Web web) {

  /**
   * Reads a file; its relative paths start from its own folder.
   *
   * @throws ConfigFailure with everything that is wrong in it
   */
  public static Config load(Path file) {
    return load(file, System.getenv());
  }

  static Config load(Path file, Map<String, String> environment) {
    Path absolute = file.toAbsolutePath();
    List<Phrase> faults = new ArrayList<>();
    Config config =
        switch (Node.parse(content(file))) {
          case Node.Mapping mapping ->
              read(
                  new Section(
                      "", mapping.entries(), environment, absolute.resolveSibling(""), faults));
          case Node.Nothing _ -> throw new ConfigFailure("config.empty", file);
          case Node other -> throw new ConfigFailure("config.yaml", other.line(), 1);
        };
    if (!faults.isEmpty()) throw new ConfigFailure(faults.stream().distinct().toList());
    return config;
  }

  private static Config read(Section section) {
    Path data = section.path("data", Path.of("greffier-data"));
    Config config =
        new Config(
            Project.read(section.section("project")),
            data,
            section.path("key", data.resolve("secret.key")),
            section.optionalSection("database").map(Database::read).orElse(null),
            section.optionalSection("smtp").map(Smtp::read).orElse(null),
            section.optionalSection("imap").map(Imap::read).orElse(null),
            section.optionalSection("discord").map(Discord::read).orElse(null),
            web(section));
    section.end();
    return config;
  }

  /** The web pages are always open, if only on this machine: the forms of letters are there. */
  private static Web web(Section section) {
    return section
        .optionalSection("web")
        .map(Web::read)
        .orElseGet(() -> new Web("127.0.0.1", 8080, URI.create("http://localhost:8080")));
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ConfigFailure("config.absent", file);
    } catch (CharacterCodingException e) {
      throw new ConfigFailure("config.encoding", file);
    } catch (IOException e) {
      throw new ConfigFailure("config.unreadable", file);
    }
  }
}
