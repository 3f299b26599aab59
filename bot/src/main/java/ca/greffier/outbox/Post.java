package ca.greffier.outbox;

import ca.greffier.command.AskId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message in a channel, already worded.
 *
 * @param channel the channel's id; or {@code @} and the id of an account, for a private message
 * @param text Markdown; data in it goes through {@link ca.greffier.text.Escaped}
 * @param thread the name of a thread to open under it; null for none
 */
public record Post(String channel, String text, List<Button> buttons, @Nullable String thread)
    implements Outgoing {

  public Post(String channel, String text, List<Button> buttons) {
    this(channel, text, buttons, null);
  }

  /** The same, with a thread under it in which people talk. */
  public Post opening(String name) {
    return new Post(channel, text, buttons, name);
  }

  /**
   * A button that starts a command with some parameters given, or answers an Ask. The person who
   * presses it gives the command; an Ask takes the answer of its own person only. What is missing
   * is asked in a form. All of it must fit in 100 characters.
   *
   * @param command empty when it answers an Ask
   */
  public record Button(
      String label, String command, Map<String, String> given, @Nullable AskId ask) {

    public Button(String label, String command, Map<String, String> given) {
      this(label, command, given, null);
    }

    public static Button answering(String label, AskId ask, Map<String, String> given) {
      return new Button(label, "", given, ask);
    }
  }

  public static Post of(String channel, String text) {
    return new Post(channel, text, List.of());
  }
}
