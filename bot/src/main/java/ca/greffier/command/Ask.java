package ca.greffier.command;

import java.time.Instant;
import java.util.Map;

/**
 * A command with blanks, addressed to one person and found by a token.
 *
 * @param command the command's name
 * @param given what is filled in already
 * @param until after this instant it refuses
 * @param once true when one answer closes it; otherwise the answer may be changed until the end
 */
public record Ask(
    AskId id, PersonId to, String command, Map<String, String> given, Instant until, boolean once) {
  public Ask {
    given = Map.copyOf(given);
  }
}
