package ca.greffier.app;

import ca.greffier.config.Config;
import ca.greffier.config.Database;
import ca.greffier.store.EmbeddedServer;
import ca.greffier.store.Migrations;
import ca.greffier.store.StoreFailure;
import ca.greffier.text.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Connects to the database and reads what it is, without changing it. */
final class DatabaseProbe {
  private DatabaseProbe() {}

  /**
   * @throws StoreFailure when it cannot be had
   */
  static Phrase run(Config config) {
    Database database = config.database();
    if (database != null)
      return told(database.url(), database.user(), database.password().reveal());
    return Files.exists(config.data().resolve("postgres")) ? ours(config.data()) : elsewhere();
  }

  private static Phrase told(String url, String user, String password) {
    Migrations.State state = Migrations.state(url, user, password);
    String key = state.waiting() == 0 ? "app.check.migrated" : "app.check.waiting";
    return Phrase.of(key, state.waiting(), state.server());
  }

  private static Phrase ours(Path data) {
    try (EmbeddedServer server = EmbeddedServer.start(data, Map.of())) {
      return told(server.url("postgres"), server.user(), server.password());
    } catch (StoreFailure failure) {
      if (failure.phrase().key().equals("store.busy")) return Phrase.of("app.check.running");
      throw failure;
    }
  }

  /** Nothing is kept yet: the server is tried beside, so that the data directory stays as it is. */
  private static Phrase elsewhere() {
    try {
      Path trial = Files.createTempDirectory("greffier-check-");
      try {
        return ours(trial);
      } finally {
        delete(trial);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) Files.delete(file);
  }
}
