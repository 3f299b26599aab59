package ca.greffier.app;

import ca.greffier.command.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code greffier bench plan}: a project of a given size, and the time it takes to work on it. */
@Command(name = "plan")
final class BenchPlanVerb implements Callable<Integer> {
  private static final int FEWEST = 100;
  private static final int MOST_DELIVERABLES = 100_000;
  private static final int MOST_ANSWERS = 2_000_000;

  private final Shell shell;

  @Option(names = "--deliverables", paramLabel = "N")
  int deliverables = 10_000;

  @Option(names = "--answers", paramLabel = "N")
  int answers = 200_000;

  @Option(names = "--data", paramLabel = "DIR")
  @Nullable Path data;

  BenchPlanVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    within("--deliverables", deliverables, MOST_DELIVERABLES);
    within("--answers", answers, MOST_ANSWERS);
    Path folder = data == null ? Files.createTempDirectory("greffier-bench") : fresh(data);
    try {
      PlanBench bench = new PlanBench(folder, shell);
      shell
          .out()
          .println(
              JsonMapper.shared()
                  .writeValueAsString(bench.compare(new PlanBench.Size(deliverables, answers))));
    } finally {
      if (data == null) DatabaseProbe.delete(folder);
    }
    return 0;
  }

  private static void within(String option, int given, int most) {
    if (given < FEWEST || given > most) throw new Refusal("app.bench.size", option, FEWEST, most);
  }

  /** A bench on top of somebody's rows would spoil them, and measure something else. */
  private static Path fresh(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) throw new Refusal("app.bench.full", folder.toString());
    }
    return folder;
  }
}
