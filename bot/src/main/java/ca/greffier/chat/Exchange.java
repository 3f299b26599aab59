package ca.greffier.chat;

import ca.greffier.command.Actor;
import ca.greffier.command.Identity;
import ca.greffier.command.Refusal;
import ca.greffier.command.Who;
import ca.greffier.text.Escaped;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InteractionExpiredException;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One interaction being answered: acknowledged first, since Discord waits three seconds only, then
 * answered. Nothing is done for an interaction that could not be acknowledged: the person was told
 * that it failed, and will ask again.
 */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final IReplyCallback event;
  private final Messages messages;
  private final Who who;
  private @Nullable Actor actor;
  private boolean shared;

  Exchange(IReplyCallback event, Messages messages, Who who) {
    this.event = event;
    this.messages = messages;
    this.who = who;
  }

  /** The invocation id: what the journal keeps, and what the person is told of a bug. */
  String id() {
    return "discord:" + event.getId();
  }

  /** The person behind the account; a stranger is spoken to in the language they use there. */
  Actor actor() {
    if (actor == null) {
      Identity identity = Identity.discord(event.getUser().getId());
      actor = who.identity(identity).orElseGet(() -> Actor.stranger(identity, locale()));
    }
    return actor;
  }

  /** Says that the answer is on its way. */
  void defer(boolean forAll) {
    event.deferReply(!forAll).complete();
    shared = forAll;
  }

  /** The answer, in one message or several. */
  void show(List<MessageCreateData> pages) {
    MessageCreateData first = pages.getFirst();
    event.getHook().editOriginal(MessageEditData.fromCreateData(first)).complete();
    for (MessageCreateData page : pages.subList(1, pages.size()))
      event.getHook().sendMessage(page).setEphemeral(!shared).complete();
  }

  /** Runs the whole, and tells in words whatever goes wrong. */
  void run(Runnable whole) {
    try {
      whole.run();
    } catch (Refusal refusal) {
      whisper(refusal.key(), Escaped.all(refusal.arguments()).toArray());
    } catch (ErrorResponseException | InteractionExpiredException | CancellationException e) {
      log(e);
    } catch (RuntimeException bug) {
      LOG.error("invocation {}", id(), bug);
      whisper("chat.bug", id());
    }
  }

  /** Says something to this person alone. */
  private void whisper(String key, Object... arguments) {
    try {
      Language language = actor == null ? locale() : actor.language();
      say(Cut.to(Pages.MOST_TEXT, messages.say(language, key, arguments)));
    } catch (ErrorResponseException | InteractionExpiredException | CancellationException e) {
      log(e);
    }
  }

  /** A deferral that the channel sees cannot become private: it is taken away first. */
  private void say(String text) {
    MessageCreateData message = new MessageCreateBuilder().setContent(text).build();
    if (!event.isAcknowledged()) event.reply(message).setEphemeral(true).complete();
    else if (!shared)
      event.getHook().editOriginal(MessageEditData.fromCreateData(message)).complete();
    else {
      event.getHook().deleteOriginal().complete();
      event.getHook().sendMessage(message).setEphemeral(true).complete();
    }
  }

  private void log(RuntimeException transport) {
    Object why = Troubles.of(transport);
    LOG.warn("{}", messages.say(Language.FRENCH, "chat.unanswered", id(), why));
  }

  private Language locale() {
    return Language.of(event.getUserLocale().getLocale());
  }
}
