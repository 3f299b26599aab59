package ca.greffier.command;

import java.util.List;
import java.util.Map;

/**
 * What a command answers, without knowing where it will be shown. Values inside (arguments, cells,
 * fields) are strings, numbers, dates, instants or {@code Money}; the surface words them in the
 * reader's language.
 */
public sealed interface Reply {

  /** A sentence of the messages. */
  record Said(String key, List<Object> arguments) implements Reply {}

  /**
   * Rows under heads.
   *
   * @param title a message key
   * @param heads message keys
   */
  record Table(String title, List<Object> arguments, List<String> heads, List<List<Object>> rows)
      implements Reply {}

  /**
   * One thing with its fields.
   *
   * @param title a message key
   */
  record Card(String title, List<Object> arguments, List<Field> fields) implements Reply {}

  /**
   * A line of a card.
   *
   * @param label a message key
   */
  record Field(String label, Object value) {}

  /**
   * A file to keep.
   *
   * @param description a message key; what the file shows, for those who do not open it
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Document(
      String name, String mediaType, byte[] bytes, String description, List<Object> arguments)
      implements Reply {}

  /** The command cannot run yet: what is missing, to be asked. */
  record Blanks(Command of, Map<String, String> given, List<Param<?>> missing) implements Reply {}

  /** Several answers, one after the other. */
  record Together(List<Reply> parts) implements Reply {}

  static Reply said(String key, Object... arguments) {
    return new Said(key, List.of(arguments));
  }

  static Reply together(Reply... parts) {
    return new Together(List.of(parts));
  }
}
