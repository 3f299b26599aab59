package ca.greffier.command;

import java.util.Map;
import java.util.Optional;

/** What a line typed in a channel, without any command, means there. */
public interface ChannelLines {
  /** Nothing, wherever it is typed. */
  ChannelLines NONE = (_, _) -> Optional.empty();

  /** The command that it stands for. */
  record Meant(String command, Map<String, String> given) {}

  /**
   * @param channel the channel's id; that of the channel it hangs under, for a thread
   * @return empty when it is for people only
   */
  Optional<Meant> in(String channel, String line);
}
