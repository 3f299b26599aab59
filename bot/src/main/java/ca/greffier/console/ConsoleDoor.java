package ca.greffier.console;

import ca.greffier.command.CommandNames;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Identity;
import ca.greffier.command.Refusal;
import ca.greffier.command.Who;
import ca.greffier.text.Messages;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/**
 * The commands of the house at a terminal, or read from a stream. Who speaks is a person of the
 * directory with their role: the console gives no right of its own.
 */
public final class ConsoleDoor {
  private final Desk desk;
  private final Who who;
  private final Messages messages;
  private final LocalFiles files;
  private final Vocabulary vocabulary;

  /**
   * @param folder where the documents of replies are kept
   */
  public ConsoleDoor(Desk desk, Commands commands, Who who, Messages messages, Path folder) {
    this.desk = desk;
    this.who = who;
    this.messages = messages;
    this.files = new LocalFiles(folder);
    this.vocabulary = new Vocabulary(commands, new CommandNames(commands, messages));
  }

  /**
   * Runs the lines of a script, one command each.
   *
   * @return false when a line was refused
   * @throws Refusal when nobody has this identity
   */
  public boolean feed(Identity identity, Script script) {
    return script.run(session(identity, script.ids()));
  }

  /**
   * Talks with a person at a terminal until they leave.
   *
   * @param history the file that keeps what they type from one time to the next
   * @throws Refusal when nobody has this identity
   */
  public void talk(Identity identity, Terminal terminal, Path history) {
    Session session = session(identity, Session::newId);
    new Conversation(session, new Completion(session, desk, vocabulary), terminal, history).run();
  }

  private Session session(Identity identity, Supplier<String> ids) {
    Session session = new Session(desk, who, identity, messages, vocabulary, files, ids);
    session.actor();
    return session;
  }
}
