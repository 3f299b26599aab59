package ca.greffier.app;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What files hold, told in one line of JSON for each; a refused one says why, in plain words. */
final class JsonLines {
  private final Shell shell;
  private final JsonMapper json = new JsonMapper();

  JsonLines(Shell shell) {
    this.shell = shell;
  }

  void print(
      List<Path> files, int mostBytes, Function<Attachment, Map<String, @Nullable Object>> reader) {
    for (Path file : files) {
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("file", file.toString());
      try {
        line.putAll(reader.apply(GivenFile.read(file, mostBytes)));
      } catch (Refusal refusal) {
        line.put("refused", shell.say(refusal.key(), refusal.arguments().toArray()));
      }
      shell.out().println(json.writeValueAsString(line));
      shell.out().flush();
    }
  }

  /** Null, where a value is unknown. */
  static @Nullable String known(String value) {
    return value.isEmpty() ? null : value;
  }
}
