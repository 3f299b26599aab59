package ca.greffier.chat;

import ca.greffier.outbox.Later;
import ca.greffier.outbox.Never;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.RestAction;

/** What a carrier asks of Discord: an answer, or why there is none, and whether to try again. */
final class Requests {
  private static final int PATIENCE_SECONDS = 60;

  private final Messages messages;

  Requests(Messages messages) {
    this.messages = messages;
  }

  /**
   * @throws Later when another node may hold the line
   */
  JDA line(DiscordDoor door) throws Later {
    return door.line().orElseThrow(() -> Later.elsewhere(say(Phrase.of("chat.post.closed"))));
  }

  <T> T done(RestAction<T> action) throws Later, Never {
    try {
      return action.submit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (Troubles.isFinal(cause)) throw new Never(say(Troubles.of(cause)), false);
      throw new Later(say(Troubles.of(cause)));
    } catch (TimeoutException | CancellationException e) {
      throw new Later(say(Phrase.of("chat.trouble.down")));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Later(say(Phrase.of("chat.trouble.down")));
    }
  }

  /** A channel that the line does not know: its server may be down, or it does not exist. */
  <T> T missing(JDA line) throws Later, Never {
    if (!line.getUnavailableGuilds().isEmpty())
      throw new Later(say(Phrase.of("chat.trouble.down")));
    throw new Never(say(Phrase.of("chat.trouble.channel")), false);
  }

  String say(Phrase phrase) {
    return messages.say(Language.FRENCH, phrase);
  }
}
