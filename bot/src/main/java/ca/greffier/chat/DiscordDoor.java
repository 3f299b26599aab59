package ca.greffier.chat;

import ca.greffier.command.ChannelLines;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Who;
import ca.greffier.config.Discord;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of Discord: logs in, registers the commands, hands in what people ask. It can be started
 * again after it was stopped.
 */
public final class DiscordDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordDoor.class);

  private final Discord settings;
  private final Registration registration;
  private final Interactions interactions;
  private final Listening listening;
  private final Messages messages;
  private volatile @Nullable JDA jda;

  public DiscordDoor(
      Discord settings,
      Desk desk,
      Commands commands,
      Who who,
      ChannelLines lines,
      Messages messages,
      InstantSource clock) {
    this.settings = settings;
    this.registration =
        new Registration(settings, new SlashCommands(commands, messages).all(), messages);
    this.interactions = new Interactions(desk, commands, who, messages, clock);
    this.listening = new Listening(lines, desk, who, messages);
    this.messages = messages;
  }

  /**
   * Logs in and registers the commands.
   *
   * @throws DiscordFailure when Discord refuses the token, or is not ready in time
   */
  public void start(Duration patience) {
    JDA ready = Login.login(settings, patience, interactions, listening);
    jda = ready;
    try {
      registration.tell(ready);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Logs in and out again, to check the settings.
   *
   * @return the bot's name
   * @throws DiscordFailure when it cannot
   */
  public static String check(Discord settings, Duration patience) {
    JDA ready = Login.login(settings, patience);
    String name = ready.getSelfUser().getName();
    Login.logout(ready);
    return name;
  }

  /** The line, when there is one. */
  Optional<JDA> line() {
    return Optional.ofNullable(jda)
        .filter(each -> each.getStatus() != JDA.Status.SHUTDOWN)
        .filter(each -> each.getStatus() != JDA.Status.SHUTTING_DOWN);
  }

  @Override
  public void close() {
    JDA open = jda;
    jda = null;
    if (open != null && !Login.logout(open))
      LOG.warn("{}", messages.say(Language.FRENCH, "chat.stop"));
  }
}
