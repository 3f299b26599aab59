package ca.greffier.command;

import java.util.Map;

/**
 * A command as a door received it.
 *
 * @param id unique for ever: the Discord interaction id, the Message-ID, the form's nonce
 * @param actor who gives it; the door asked {@link Who}
 * @param command the command's name, in French
 * @param given what was typed, by parameter name
 */
public record Invocation(
    String id,
    Actor actor,
    String command,
    Map<String, String> given,
    Map<String, Attachment> files,
    Source from) {

  public Invocation {
    given = Map.copyOf(given);
    files = Map.copyOf(files);
  }

  public Invocation(
      String id, Actor actor, String command, Map<String, String> given, Source from) {
    this(id, actor, command, given, Map.of(), from);
  }
}
