package ca.greffier.chat;

import ca.greffier.command.Actor;
import ca.greffier.command.ChannelLines;
import ca.greffier.command.ChannelLines.Meant;
import ca.greffier.command.Desk;
import ca.greffier.command.Identity;
import ca.greffier.command.Invocation;
import ca.greffier.command.Refusal;
import ca.greffier.command.Source;
import ca.greffier.command.Who;
import ca.greffier.text.Escaped;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.util.Map;
import java.util.concurrent.CancellationException;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands in at the Desk the lines that mean something where they are typed. One that is kept gets a
 * mark; one that is refused, an answer that says why. Heard only where the settings ask for it.
 */
final class Listening extends ListenerAdapter {
  private static final Emoji KEPT = Emoji.fromUnicode("✅");
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  private final ChannelLines lines;
  private final Desk desk;
  private final Who who;
  private final Messages messages;

  Listening(ChannelLines lines, Desk desk, Who who, Messages messages) {
    this.lines = lines;
    this.desk = desk;
    this.who = who;
    this.messages = messages;
  }

  @Override
  public void onMessageReceived(MessageReceivedEvent event) {
    Message message = event.getMessage();
    if (!event.isFromGuild() || event.getAuthor().isBot() || event.isWebhookMessage()) return;
    lines
        .in(channel(event.getChannel()), message.getContentRaw())
        .ifPresent(meant -> hand(message, meant));
  }

  private static String channel(MessageChannel channel) {
    return channel instanceof ThreadChannel thread
        ? thread.getParentChannel().getId()
        : channel.getId();
  }

  private void hand(Message message, Meant meant) {
    Identity identity = Identity.discord(message.getAuthor().getId());
    Actor actor = who.identity(identity).orElseGet(() -> Actor.stranger(identity, Language.FRENCH));
    String id = "discord:" + message.getId();
    try {
      desk.handle(new Invocation(id, actor, meant.command(), meant.given(), Map.of(), Source.CHAT));
      answer(message, "");
    } catch (Refusal refusal) {
      answer(
          message,
          messages.say(
              actor.language(), refusal.key(), Escaped.all(refusal.arguments()).toArray()));
    } catch (RuntimeException bug) {
      LOG.error("invocation {}", id, bug);
      answer(message, messages.say(actor.language(), "chat.bug", id));
    }
  }

  /** A mark alone when there is nothing to say. */
  private void answer(Message message, String text) {
    try {
      if (text.isEmpty()) message.addReaction(KEPT).complete();
      else message.reply(Cut.to(Pages.MOST_TEXT, text)).complete();
    } catch (ErrorResponseException | InsufficientPermissionException | CancellationException e) {
      LOG.info("no answer to {}: {}", message.getJumpUrl(), e.getMessage());
    }
  }
}
