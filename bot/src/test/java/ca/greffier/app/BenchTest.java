package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Its shape and its plausibility; how fast is for a quiet machine to say. */
@Tag("once")
class BenchTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  private int run(String... arguments) {
    Shell shell =
        new Shell(
            Messages.load(ZoneId.of("America/Toronto")),
            Language.FRENCH,
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of());
    return Main.run(List.of(arguments), shell);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void prints_one_line_of_what_it_measured() {
    assertThat(
            run(
                "bench",
                "plan",
                "--deliverables=200",
                "--answers=2000",
                "--data=" + folder.resolve("bench")))
        .as(complained())
        .isZero();
    assertThat(complained()).contains("200 livrables et 2\u00a0000 réponses");
    String printed = out.toString(StandardCharsets.UTF_8);
    assertThat(printed.lines()).hasSize(1);
    JsonNode line = JsonMapper.shared().readTree(printed);
    assertThat(line.get("bench").asString()).isEqualTo("plan");
    assertThat(line.get("deliverables").asInt()).isEqualTo(200);
    assertThat(line.get("answers").asInt()).isEqualTo(2000);
    plausible(line.get("command"));
    plausible(line.get("gap_sweep"));
    plausible(line.get("dashboard"));
    plausible(line.get("dashboard_past"));
    assertThat(line.get("gap_sweep").get("first_ms").asDouble()).isPositive();
    // one date in twenty has passed and one in five slips; a tenth of the budget lines overrun
    assertThat(line.get("gap_sweep").get("gaps").asInt()).isBetween(10, 100);
  }

  @Test
  void sends_a_newsletter_and_prints_what_it_cost() throws Exception {
    try (BenchSink sink = new BenchSink()) {
      assertThat(
              run(
                  "bench",
                  "newsletter",
                  "--smtp=127.0.0.1:" + sink.port(),
                  "--recipients=1500",
                  "--connections=3",
                  "--dkim=ed25519",
                  "--size=12000"))
          .as(complained())
          .isZero();
    }
    JsonNode line = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(line.get("sent").asInt()).isEqualTo(1500);
    assertThat(line.get("rate").asDouble())
        .isCloseTo(1500 / line.get("seconds").asDouble(), within(1.0));
    assertThat(line.get("peakRssMb").asInt()).isPositive();
    assertThat(line.get("databaseSeconds").asDouble()).isPositive();
  }

  @Test
  void says_what_is_wrong_with_what_it_was_given() {
    assertThat(run("bench", "newsletter", "--smtp=nulle-part", "--recipients=5")).isEqualTo(1);
    assertThat(complained()).contains("«\u00a0nulle-part\u00a0» n’est pas un serveur");
    err.reset();
    assertThat(run("bench", "newsletter", "--smtp=a:1", "--recipients=5", "--dkim=dsa"))
        .isEqualTo(1);
    assertThat(complained()).contains("rsa, ed25519 ou none");
    err.reset();
    assertThat(run("bench", "newsletter", "--smtp=127.0.0.1:1", "--recipients=5")).isEqualTo(1);
    assertThat(complained()).contains("le serveur 127.0.0.1:1 ne prend pas de lettres");
  }

  private static void plausible(JsonNode timings) {
    assertThat(timings.get("runs").asInt()).isPositive();
    double p50 = timings.get("p50_ms").asDouble();
    assertThat(p50).isPositive();
    assertThat(timings.get("p95_ms").asDouble()).isGreaterThanOrEqualTo(p50);
    assertThat(timings.get("p99_ms").asDouble())
        .isGreaterThanOrEqualTo(timings.get("p95_ms").asDouble());
    assertThat(timings.get("p50_growth").asDouble()).isPositive();
    assertThat(timings.get("p99_growth").asDouble()).isPositive();
  }

  @Test
  void leaves_a_folder_that_holds_something() throws Exception {
    Path kept = Files.writeString(folder.resolve("notes.txt"), "à garder");
    assertThat(run("bench", "plan", "--data", folder.toString())).isEqualTo(1);
    assertThat(complained()).startsWith("greffier\u00a0: le dossier ").contains("n’est pas vide");
    assertThat(folder).isDirectoryContaining(kept::equals);
  }

  @Test
  void refuses_a_size_that_says_nothing() {
    assertThat(run("bench", "plan", "--answers", "5")).isEqualTo(1);
    assertThat(complained())
        .isEqualTo("greffier\u00a0: --answers va de 100 à 2\u00a0000\u00a0000.");
  }

  @Test
  void ranks_what_it_measured() {
    Timings hundred =
        new Timings(DoubleStream.iterate(100, n -> n - 1).limit(100).boxed().toList());
    assertThat(hundred.percentile(50)).isEqualTo(50);
    assertThat(hundred.percentile(99)).isEqualTo(99);
    assertThat(hundred.without(99).percentile(99)).isEqualTo(1);
    assertThat(Timings.ratio(30, 20)).isEqualTo(1.5);
  }
}
