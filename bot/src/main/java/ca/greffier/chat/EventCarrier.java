package ca.greffier.chat;

import ca.greffier.outbox.Carrier;
import ca.greffier.outbox.Later;
import ca.greffier.outbox.Never;
import ca.greffier.outbox.Outgoing;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.ServerEvent;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ScheduledEvent;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/**
 * Keeps the scheduled events of a server in step with ours: made, changed, taken out. One of ours
 * ends with its key, by which it is found again after a restart; one that people removed is made
 * anew at the next change.
 */
public final class EventCarrier implements Carrier {
  private final DiscordDoor door;
  private final Requests requests;
  private final InstantSource clock;

  public EventCarrier(DiscordDoor door, Messages messages, InstantSource clock) {
    this.door = door;
    this.requests = new Requests(messages);
    this.clock = clock;
  }

  @Override
  public boolean carries(Outgoing what) {
    return what instanceof ServerEvent;
  }

  /** Returns the address of the event; empty when there is nothing to show any more. */
  @Override
  public String carry(Parcel parcel) throws Later, Never {
    ServerEvent event = (ServerEvent) parcel.what();
    Guild guild = guild(event.channel());
    try {
      Optional<ScheduledEvent> known =
          guild.getScheduledEvents().stream().filter(each -> isOurs(each, event.key())).findFirst();
      if (event.cancelled()) return remove(known);
      if (!event.starts().isAfter(clock.instant())) return "";
      if (known.isPresent() && change(known.get(), event)) return known.get().getJumpUrl();
      return add(guild, event);
    } catch (InsufficientPermissionException e) {
      throw new Never(
          requests.say(Phrase.of("chat.trouble.server", e.getPermission().getName())), false);
    } catch (IllegalArgumentException e) {
      // JDA itself refuses what begins in the past of this machine, or in more than five years
      throw new Never(requests.say(Troubles.of(e)), false);
    }
  }

  private String add(Guild guild, ServerEvent event) throws Later, Never {
    return requests
        .done(
            guild
                .createScheduledEvent(
                    name(event), place(event), time(event.starts()), time(event.ends()))
                .setDescription(description(event)))
        .getJumpUrl();
  }

  /** Gives false when it is there no more. */
  private boolean change(ScheduledEvent known, ServerEvent event) throws Later, Never {
    return requests.done(
        known
            .getManager()
            .setName(name(event))
            .setLocation(place(event))
            .setStartTime(time(event.starts()))
            .setEndTime(time(event.ends()))
            .setDescription(description(event))
            .map(_ -> true)
            .onErrorMap(ErrorResponse.UNKNOWN_SCHEDULED_EVENT::test, _ -> false));
  }

  private String remove(Optional<ScheduledEvent> known) throws Later, Never {
    if (known.isPresent())
      requests.done(
          known.get().delete().onErrorMap(ErrorResponse.UNKNOWN_SCHEDULED_EVENT::test, _ -> null));
    return "";
  }

  private static boolean isOurs(ScheduledEvent shown, String key) {
    String text = shown.getDescription();
    return shown.getCreatorIdLong() == shown.getJDA().getSelfUser().getIdLong()
        && text != null
        && text.endsWith("\n" + key);
  }

  private Guild guild(String channel) throws Later, Never {
    JDA line = requests.line(door);
    GuildChannel known = line.getChannelById(GuildChannel.class, channel);
    return known == null ? requests.missing(line) : known.getGuild();
  }

  private static String name(ServerEvent event) {
    return Cut.to(ScheduledEvent.MAX_NAME_LENGTH, event.title());
  }

  private static String place(ServerEvent event) {
    return Cut.to(ScheduledEvent.MAX_LOCATION_LENGTH, event.place());
  }

  private static String description(ServerEvent event) {
    int most = ScheduledEvent.MAX_DESCRIPTION_LENGTH - event.key().length() - 1;
    return Cut.to(most, event.text()) + "\n" + event.key();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
