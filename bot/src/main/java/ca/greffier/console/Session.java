package ca.greffier.console;

import ca.greffier.command.Actor;
import ca.greffier.command.Desk;
import ca.greffier.command.Identity;
import ca.greffier.command.Invocation;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Source;
import ca.greffier.command.Who;
import ca.greffier.text.Folded;
import ca.greffier.text.Messages;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One person's time at the console. Who they are and what they may do is asked for each line. */
final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final Set<String> LEAVING = Set.of("quitter", "quit", "exit");

  private final Desk desk;
  private final Who who;
  private final Identity identity;
  private final Messages messages;
  private final Grammar grammar;
  private final Guide guide;
  private final LocalFiles files;
  private final Supplier<String> ids;

  Session(
      Desk desk,
      Who who,
      Identity identity,
      Messages messages,
      Vocabulary vocabulary,
      LocalFiles files,
      Supplier<String> ids) {
    this.desk = desk;
    this.who = who;
    this.identity = identity;
    this.messages = messages;
    this.grammar = new Grammar(vocabulary);
    this.guide = new Guide(vocabulary);
    this.files = files;
    this.ids = ids;
  }

  static String newId() {
    return "console:" + UUID.randomUUID();
  }

  /**
   * @throws Refusal when nobody has this identity
   */
  Actor actor() {
    return who.identity(identity).orElseThrow(() -> new Refusal("console.who", identity.value()));
  }

  /** The answer to a line that asks for help; empty for a command. */
  Optional<Reply> help(String line) {
    return guide.answer(actor(), line);
  }

  Order read(String line) {
    return grammar.read(line, actor().language());
  }

  /**
   * Gives an order to the Desk.
   *
   * @throws Refusal the expected no; or, for a bug, where to look for it
   */
  Reply hand(Order order) {
    String id = ids.get();
    try {
      return desk.handle(
          new Invocation(
              id, actor(), order.command().name(), order.given(), order.files(), Source.CONSOLE));
    } catch (Refusal refusal) {
      throw refusal;
    } catch (RuntimeException bug) {
      LOG.error("invocation {}", id, bug);
      throw new Refusal("console.bug", id);
    }
  }

  Drawing drawing(int width) {
    return new Drawing(messages, actor().language(), width, files::keep);
  }

  Grammar grammar() {
    return grammar;
  }

  String say(String key) {
    return messages.say(actor().language(), key);
  }

  static boolean leaves(String line) {
    return LEAVING.contains(Folded.of(line));
  }
}
