package ca.greffier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.greffier.house.TestStore;
import ca.greffier.outbox.CampaignRun;
import ca.greffier.outbox.Campaigns;
import ca.greffier.outbox.Campaigns.Recipients;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign of 20,000 letters whose process is killed again and again. */
@Tag("once")
class CampaignKillTest {
  private static final int RECIPIENTS = 20_000;
  private static final int[] KILLED_AFTER = {1, 2_500, 7_000, 11_111, 15_000, 19_500};
  private static final String ISSUE = "infolettre:1";
  private static final String ALL =
      """
      SELECT n AS number, 'abonnement:' || n AS thing, 'lecteur' || n || '@exemple.ca' AS address,
             'Zoé ' || n AS name, 'FRENCH' AS language, NULL AS zone
      FROM generate_series(1, :recipients) AS n
      """;

  @TempDir private Path folder;

  @Test
  void nothing_is_lost_and_no_more_is_doubled_than_there_are_lines() throws Exception {
    String url = TestStore.freshUrl();
    try (Store store = TestStore.on(url);
        SmtpCounter server = new SmtpCounter()) {
      Campaigns campaigns = new Campaigns(store.jdbi(), InstantSource.system());
      Recipients all = new Recipients(ALL, Map.of("recipients", RECIPIENTS));
      assertThat(campaigns.start(ISSUE, letter(), all, Instant.EPOCH)).isEqualTo(RECIPIENTS);

      for (int count : KILLED_AFTER) killAfter(count, url, server);
      try (CampaignRun rest = KilledSender.run(store, server.port())) {
        rest.recover();
        rest.run(Instant.now());
      }

      assertThat(campaigns.standing(ISSUE).orElseThrow().state()).isEqualTo("done");
      assertThat(campaigns.counts(ISSUE)).containsExactly(new Outbox.Count("sent", RECIPIENTS));
      assertThat(server.got).hasSize(RECIPIENTS);
      List<String> doubled =
          server.got.entrySet().stream()
              .filter(each -> each.getValue() > 1)
              .map(Map.Entry::getKey)
              .toList();
      assertThat(doubled).hasSizeLessThanOrEqualTo(KILLED_AFTER.length * KilledSender.LINES);
      assertThat(campaigns.doubtful(ISSUE))
          .containsAll(doubled)
          .hasSizeLessThanOrEqualTo(KILLED_AFTER.length * KilledSender.LINES);
    }
  }

  private void killAfter(int letters, String url, SmtpCounter server)
      throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledSender.class.getName(),
                url,
                TestStore.user(),
                TestStore.password(),
                String.valueOf(server.port()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(2))
        .until(() -> server.letters.get() >= letters || !node.isAlive());
    assertThat(node.isAlive()).isTrue();
    node.destroyForcibly().waitFor();
  }

  private static Letter letter() {
    Map<String, Object> data =
        Map.of(
            "list", "nouvelles",
            "listTitle", "Les nouvelles",
            "number", "1",
            "title", "Bilan",
            "contents", "Le catalogue avance.",
            "trial", false);
    return Letter.of(LetterClass.INFOLETTRE, "", "", Language.FRENCH, "infolettre", data);
  }
}
