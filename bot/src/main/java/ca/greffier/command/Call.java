package ca.greffier.command;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A command being run: who, with what, when. It does not say through which door, so that nothing
 * can behave differently by door.
 *
 * @param id the invocation's unique id
 */
public record Call(
    Actor actor, Map<String, String> given, Map<String, Attachment> files, Instant at, String id) {

  /** The value of a required parameter. */
  public <T> T get(Param<T> param) {
    return find(param)
        .orElseThrow(() -> new IllegalStateException("required and absent: " + param.name()));
  }

  /** The value of an optional parameter. */
  public <T> Optional<T> find(Param<T> param) {
    Attachment file = files.get(param.name());
    if (file != null) return Optional.of(param.kind().read(file));
    return Optional.ofNullable(given.get(param.name())).map(param.kind()::parse);
  }
}
