package ca.greffier.chat;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.Tokens;
import ca.greffier.outbox.Carrier;
import ca.greffier.outbox.Later;
import ca.greffier.outbox.Never;
import ca.greffier.outbox.Outgoing;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.Post;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries posts to their channels. Each message has a nonce made from the once-key, which Discord
 * enforces for some minutes: a post carried again after a crash is the same message.
 */
public final class ChatCarrier implements Carrier {
  private static final int LONGEST_NONCE = 25;
  private static final int BUTTONS_IN_ROW = 5;
  private static final int MOST_BUTTONS = 25;

  private static final Logger LOG = LoggerFactory.getLogger(ChatCarrier.class);

  private final DiscordDoor door;
  private final Asks asks;
  private final Requests requests;

  public ChatCarrier(DiscordDoor door, Asks asks, Messages messages) {
    this.door = door;
    this.asks = asks;
    this.requests = new Requests(messages);
  }

  @Override
  public boolean carries(Outgoing what) {
    return what instanceof Post;
  }

  /** Returns the address of the message. */
  @Override
  public String carry(Parcel parcel) throws Later, Never {
    Post post = (Post) parcel.what();
    List<ActionRow> buttons = buttons(post);
    MessageChannel channel = channel(post.channel());
    List<String> texts = Split.at(Pages.MOST_TEXT, post.text());
    String address = "";
    for (int i = 0; i < texts.size(); i++) {
      List<ActionRow> below = i == texts.size() - 1 ? buttons : List.of();
      Message sent = send(channel, texts.get(i), nonce(parcel.onceKey(), i), below);
      if (i == 0) address = sent.getJumpUrl();
      if (i == 0 && post.thread() != null) open(sent, post.thread());
    }
    return address;
  }

  /** A comfort: the post is there, whether or not Discord opens a thread under it. */
  private void open(Message sent, String name) {
    if (!sent.getChannelType().isGuild() || sent.getChannelType().isThread()) return;
    try {
      requests.done(sent.createThreadChannel(Cut.to(ThreadChannel.MAX_NAME_LENGTH, name)));
    } catch (InsufficientPermissionException e) {
      LOG.info("no thread under {}: {}", sent.getJumpUrl(), e.getMessage());
    } catch (Later | Never e) {
      LOG.info("no thread under {}: {}", sent.getJumpUrl(), e.getMessage());
    }
  }

  private Message send(MessageChannel channel, String text, String nonce, List<ActionRow> below)
      throws Later, Never {
    try {
      MessageCreateAction message = channel.sendMessage(text).setNonce(nonce);
      return requests.done(message.setComponents(below));
    } catch (InsufficientPermissionException e) {
      throw new Never(requests.say(Troubles.of(e)), false);
    }
  }

  private MessageChannel channel(String id) throws Later, Never {
    JDA line = requests.line(door);
    if (id.startsWith("@")) return requests.done(line.openPrivateChannelById(id.substring(1)));
    Optional<MessageChannel> known =
        Optional.ofNullable(line.getChannelById(MessageChannel.class, id));
    if (known.isPresent()) return known.get();
    return requests.missing(line);
  }

  private List<ActionRow> buttons(Post post) throws Never {
    if (post.buttons().size() > MOST_BUTTONS)
      throw new Never(requests.say(Phrase.of("chat.post.buttons", post.buttons().size())), false);
    List<Button> buttons = new ArrayList<>();
    for (Post.Button button : post.buttons()) {
      String id =
          CustomIds.write(target(button))
              .orElseThrow(
                  () ->
                      new Never(
                          requests.say(Phrase.of("chat.post.button", button.label())), false));
      buttons.add(Button.primary(id, Cut.to(Button.LABEL_MAX_LENGTH, button.label())));
    }
    List<ActionRow> rows = new ArrayList<>();
    for (int i = 0; i < buttons.size(); i += BUTTONS_IN_ROW)
      rows.add(ActionRow.of(buttons.subList(i, Math.min(buttons.size(), i + BUTTONS_IN_ROW))));
    return rows;
  }

  private Target target(Post.Button button) {
    AskId ask = button.ask();
    return ask == null
        ? new Target.Start(button.command(), button.given())
        : new Target.Answer(asks.token(ask), button.given());
  }

  /** The same for the same part of the same parcel, whichever node carries it. */
  private static String nonce(String onceKey, int part) {
    return Tokens.hash(onceKey + "#" + part).substring(0, LONGEST_NONCE);
  }
}
