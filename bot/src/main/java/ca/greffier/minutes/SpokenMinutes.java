package ca.greffier.minutes;

import ca.greffier.command.ChannelLines;
import java.util.Map;
import java.util.Optional;

/** What lines with tags stand for, in a channel where a sitting is open. */
public final class SpokenMinutes implements ChannelLines {
  static final String LINES = "pv lignes";
  static final String SAY = "pv dire";

  private final Minutes minutes;

  public SpokenMinutes(Minutes minutes) {
    this.minutes = minutes;
  }

  /** Empty when the line has no tag of ours, or no sitting is open there. */
  @Override
  public Optional<Meant> in(String channel, String line) {
    return TaggedLines.tag(line)
        .flatMap(
            tag ->
                minutes
                    .sittingIn(channel)
                    .map(
                        meeting ->
                            tag.isForAll()
                                ? new Meant(
                                    SAY, Map.of("rencontre", meeting.number(), "ligne", line))
                                : new Meant(
                                    LINES, Map.of("rencontre", meeting.number(), "lignes", line))));
  }
}
