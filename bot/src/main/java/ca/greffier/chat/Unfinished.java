package ca.greffier.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;

/**
 * Commands typed in part, whose values do not fit in the name of the form that asks for the rest:
 * kept in memory for an hour, the last thousand. A form that comes later is refused in words.
 */
final class Unfinished {
  private static final int MOST = 1000;
  private static final Duration KEPT = Duration.ofHours(1);
  private static final String PREFIX = "m:";
  private static final String REST = "q:";

  /** A command as typed so far, with the files given. */
  record Asked(Target target, Map<String, Message.Attachment> files) {
    Asked with(Modals.Filled more) {
      Map<String, Message.Attachment> all = new LinkedHashMap<>(files);
      all.putAll(more.files());
      return new Asked(target.with(more.values()), all);
    }
  }

  private record Kept(Asked asked, Instant until) {}

  private final InstantSource clock;
  private final Map<String, Kept> byId = new LinkedHashMap<>();

  Unfinished(InstantSource clock) {
    this.clock = clock;
  }

  /** The name of a form that leads back to what was typed. */
  String name(String interaction, Asked asked) {
    if (asked.files().isEmpty()) {
      Optional<String> written = CustomIds.write(asked.target());
      if (written.isPresent()) return written.get();
    }
    return keep(interaction, asked);
  }

  /** The name of a button that asks for the rest of what was typed. */
  String rest(String interaction, Asked asked) {
    String name = REST + name(interaction, asked);
    return name.length() <= CustomIds.MOST ? name : REST + keep(interaction, asked);
  }

  static boolean isRest(String name) {
    return name.startsWith(REST);
  }

  /** What a form or a button completes; empty when it has been forgotten. */
  Optional<Asked> find(String button) {
    String name = isRest(button) ? button.substring(REST.length()) : button;
    if (!name.startsWith(PREFIX))
      return CustomIds.read(name).map(target -> new Asked(target, Map.of()));
    synchronized (byId) {
      return Optional.ofNullable(byId.get(name))
          .filter(kept -> clock.instant().isBefore(kept.until()))
          .map(Kept::asked);
    }
  }

  private String keep(String interaction, Asked asked) {
    String name = PREFIX + interaction;
    Instant now = clock.instant();
    synchronized (byId) {
      byId.values().removeIf(kept -> !now.isBefore(kept.until()));
      if (byId.size() >= MOST) byId.remove(byId.keySet().iterator().next());
      byId.put(name, new Kept(asked, now.plus(KEPT)));
    }
    return name;
  }
}
