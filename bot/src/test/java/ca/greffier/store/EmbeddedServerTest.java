package ca.greffier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
  @TempDir private Path folder;

  @Test
  void rows_outlive_the_process_that_wrote_them_however_it_ended() throws Exception {
    Path data = folder.resolve("data of the house");
    assertThat(runApart(data)).isEqualTo(LeftBehind.KILLED);
    long orphan = serverOf(data);
    assertThat(ProcessHandle.of(orphan)).isPresent();

    try (Store store = Store.embedded(data)) {
      assertThat(one(store, "SELECT n FROM kept")).isEqualTo("42");
      assertThat(one(store, "SHOW fsync")).isEqualTo("on");
      assertThat(one(store, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(one(store, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(one(store, "SHOW timezone")).isEqualTo("UTC");
      assertThat(runApart(data)).isEqualTo(LeftBehind.BUSY);
      // whoever inherits a dead process may take a moment to notice
      await().until(() -> ProcessHandle.of(orphan).filter(ProcessHandle::isAlive).isEmpty());
    }
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void the_server_asks_for_its_password_and_takes_no_stale_number_for_its_own() throws Exception {
    Path password = folder.resolve("postgres/greffier.password");
    EmbeddedServer.start(folder, Map.of("fsync", "off")).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");
    long self = ProcessHandle.current().pid();
    Files.writeString(folder.resolve("postgres/postmaster.pid"), self + "\n/nowhere\n");
    try (EmbeddedServer server = EmbeddedServer.start(folder, Map.of("fsync", "off"))) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.url("postgres"), server.user(), "guess"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
      DriverManager.getConnection(server.url("postgres"), server.user(), server.password()).close();
    }
  }

  @Test
  void a_directory_that_cannot_be_one_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    StoreFailure failure =
        catchThrowableOfType(
            StoreFailure.class, () -> EmbeddedServer.start(file.resolve("data"), Map.of()));
    assertThat(failure.phrase().key()).isEqualTo("store.unwritable");
  }

  private static long serverOf(Path data) throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
  }

  private static String one(Store store, String sql) {
    return store.jdbi().withHandle(handle -> handle.select(sql).mapTo(String.class).one());
  }

  private static int runApart(Path data) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                LeftBehind.class.getName(),
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
