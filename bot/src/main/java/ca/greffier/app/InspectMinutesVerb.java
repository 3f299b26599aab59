package ca.greffier.app;

import ca.greffier.minutes.ChatLog;
import ca.greffier.minutes.LoggedMeeting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code greffier inspect minutes}: what meetings held in a chat left behind. */
@Command(name = "minutes")
final class InspectMinutesVerb implements Callable<Integer> {
  private static final int MOST_BYTES = 20 << 20;

  private final Shell shell;

  @Parameters(arity = "1..*", paramLabel = "LOG")
  List<Path> files = List.of();

  InspectMinutesVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    new JsonLines(shell).print(files, MOST_BYTES, file -> told(ChatLog.read(file)));
    return 0;
  }

  private static Map<String, @Nullable Object> told(LoggedMeeting meeting) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("chair", JsonLines.known(meeting.chair()));
    line.put("start", JsonLines.known(meeting.start()));
    line.put("end", JsonLines.known(meeting.end()));
    line.put("topics", meeting.topics());
    line.put(
        "actions",
        meeting.actions().stream()
            .map(action -> Map.of("text", action.text(), "owners", action.owners()))
            .toList());
    line.put("decisions", meeting.decisions());
    line.put("links", meeting.links());
    line.put(
        "people",
        meeting.lines().entrySet().stream()
            .map(one -> Map.of("name", one.getKey(), "lines", one.getValue()))
            .toList());
    return line;
  }
}
