package ca.greffier.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed between carrying a parcel and settling it. */
class KillTest {
  @TempDir private Path folder;

  @Test
  void nothing_is_lost_and_nothing_is_doubled_silently() throws Exception {
    SettableClock clock = SettableClock.at("2026-11-23T14:00:00Z");
    Path carried = folder.resolve("carried");
    String url = TestStore.freshUrl();
    try (Store store = TestStore.on(url)) {
      Outbox outbox = new Outbox(store.jdbi(), clock);
      for (int i = 1; i <= 3; i++) outbox.put("avis:" + i, Post.of("12", "Bonjour"));

      assertThat(runUntilKilled(url, carried, clock)).isEqualTo(KilledNode.STATUS);
      assertThat(carried).hasContent("avis:1\n");

      Dispatch restarted =
          new Dispatch(
              store.jdbi(),
              new Suppressions(store.jdbi()),
              List.of(new KilledNode.ToFile(carried)),
              clock);
      restarted.recover();
      restarted.run(clock.instant());

      assertThat(carried).hasContent("avis:1\navis:1\navis:2\navis:3\n");
      List<Proof> proofs = store.jdbi().onDemand(OutboxDao.class).proofs("sent", false, 9);
      assertThat(proofs).hasSize(3);
      assertThat(proofs)
          .filteredOn(Proof::doubtful)
          .extracting(Proof::onceKey)
          .containsExactly("avis:1");
    }
  }

  private int runUntilKilled(String url, Path carried, SettableClock clock)
      throws IOException, InterruptedException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    Process node =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                KilledNode.class.getName(),
                url,
                TestStore.user(),
                TestStore.password(),
                carried.toString(),
                clock.instant().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return node.exitValue();
  }
}
