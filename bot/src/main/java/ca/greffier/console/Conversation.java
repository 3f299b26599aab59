package ca.greffier.console;

import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Shape;
import ca.greffier.text.Phrase;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * A person at a terminal: one line, one answer; what is missing is asked for. Ctrl-C drops the
 * line, Ctrl-D leaves.
 */
final class Conversation {
  private static final String PROMPT = "greffier> ";
  private static final String MORE = "… ";

  private final Session session;
  private final Completion completion;
  private final Terminal terminal;
  private final LineReader reader;

  Conversation(Session session, Completion completion, Terminal terminal, Path history) {
    this.session = session;
    this.completion = completion;
    this.terminal = terminal;
    this.reader =
        reader(completion)
            .history(new PrivateHistory(session.grammar()))
            .variable(LineReader.HISTORY_FILE, LocalFiles.ownersOnly(history))
            .build();
  }

  void run() {
    Screen.write(terminal, drawing().sentence("console.hello", List.of(session.actor().name())));
    while (true) {
      try {
        String line = reader.readLine(PROMPT).strip();
        if (Session.leaves(line)) return;
        if (!line.isEmpty() && !line.startsWith("#")) perform(line);
      } catch (UserInterruptException dropped) {
        continue;
      } catch (EndOfFileException left) {
        return;
      }
    }
  }

  private void perform(String line) {
    try {
      Screen.write(terminal, drawing().draw(answer(line)));
    } catch (Refusal refusal) {
      tell(refusal);
    } catch (UserInterruptException | EndOfFileException dropped) {
      Screen.write(terminal, drawing().sentence("console.dropped", List.of()));
    }
  }

  private Reply answer(String line) {
    return session.help(line).orElseGet(() -> hand(session.read(line)));
  }

  private Reply hand(Order order) {
    Reply reply = session.hand(order);
    if (!(reply instanceof Reply.Blanks blanks)) return reply;
    Order filled = order;
    for (Param<?> missing : blanks.missing()) filled = ask(filled, missing);
    return hand(filled);
  }

  /** Asks until the answer is one. */
  private Order ask(Order order, Param<?> missing) {
    Screen.write(terminal, drawing().blank(missing));
    LineReader questions = reader(completion.of(order.command(), missing)).build();
    questions.setVariable(LineReader.DISABLE_HISTORY, true);
    while (true) {
      try {
        return order.with(missing, typed(questions, missing));
      } catch (Refusal refusal) {
        tell(refusal);
      }
    }
  }

  private String typed(LineReader questions, Param<?> missing) {
    String prompt = session.say("param." + missing.name() + ".label") + "> ";
    String first = questions.readLine(prompt).strip();
    if (missing.kind().shape() != Shape.LONG_TEXT || first.isEmpty()) return first;
    StringBuilder text = new StringBuilder(first);
    for (String line = questions.readLine(MORE); !line.isBlank(); line = questions.readLine(MORE))
      text.append('\n').append(line);
    return text.toString();
  }

  private void tell(Refusal refusal) {
    Phrase why = new Phrase(refusal.key(), refusal.arguments());
    Screen.write(terminal, drawing().sentence("console.no", List.of(why)));
  }

  private Drawing drawing() {
    return session.drawing(Screen.width(terminal));
  }

  private LineReaderBuilder reader(Completer completer) {
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .appName("greffier")
        .parser(new TypedLine.Cutter())
        .completer(completer)
        .completionMatcher(new Chosen())
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
  }
}
