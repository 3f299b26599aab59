package ca.greffier.app;

import ca.greffier.exchange.Schedule;
import ca.greffier.exchange.ScheduleFile;
import ca.greffier.exchange.ScheduleFormat;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code greffier inspect plan}: what schedules hold, one line of JSON for each file. */
@Command(name = "plan")
final class InspectPlanVerb implements Callable<Integer> {
  private static final int MOST_BYTES = 100 << 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final Shell shell;

  @Parameters(arity = "1..*", paramLabel = "FILE")
  List<Path> files = List.of();

  InspectPlanVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    LocalDate today = LocalDate.now(shell.messages().zone());
    new JsonLines(shell).print(files, MOST_BYTES, file -> told(ScheduleFile.read(file, today)));
    return 0;
  }

  private Map<String, @Nullable Object> told(Schedule schedule) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("format", schedule.format().name());
    line.put("tasks", schedule.tasks().size());
    line.put("summaries", schedule.summaries());
    line.put("milestones", schedule.milestones());
    line.put("links", schedule.links().size());
    line.put("resources", schedule.resources());
    line.put("assignments", schedule.assignments());
    line.put("baselines", schedule.baselines());
    line.put("start", date(schedule.format(), schedule.start()));
    line.put("finish", date(schedule.format(), schedule.finish()));
    line.put(
        "warnings",
        schedule.warnings().stream()
            .map(each -> shell.say(each.key(), each.arguments().toArray()))
            .toList());
    return line;
  }

  /** A day where the format counts in days. */
  private static @Nullable String date(ScheduleFormat format, Optional<LocalDateTime> when) {
    return when.map(at -> format.countsInDays() ? at.toLocalDate().toString() : TIME.format(at))
        .orElse(null);
  }
}
