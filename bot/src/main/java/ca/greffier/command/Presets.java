package ca.greffier.command;

import java.util.Map;

/**
 * What a form shows as filled in already, for the person to keep or to change: what was said last.
 * Only a surface that shows the values before they count may use them.
 */
public interface Presets {
  Presets NONE = (_, _) -> Map.of();

  /**
   * Values by parameter, as their kinds write them.
   *
   * @param given what is known of the command already
   * @throws Refusal when nothing can be told
   */
  Map<String, String> of(Actor actor, Map<String, String> given);
}
