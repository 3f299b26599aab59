package ca.greffier.outbox;

import java.util.List;
import java.util.Map;

/**
 * A message in a channel, already worded.
 *
 * @param channel the channel's id
 * @param text Markdown
 */
public record Post(String channel, String text, List<Button> buttons) implements Outgoing {

  /**
   * A button that starts a command with some parameters given; the person who presses it gives it.
   */
  public record Button(String label, String command, Map<String, String> given) {}

  public static Post of(String channel, String text) {
    return new Post(channel, text, List.of());
  }
}
