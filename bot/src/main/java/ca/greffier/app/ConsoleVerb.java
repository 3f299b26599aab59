package ca.greffier.app;

import ca.greffier.command.Identity;
import ca.greffier.command.Refusal;
import ca.greffier.command.Role;
import ca.greffier.config.Config;
import ca.greffier.console.ConsoleDoor;
import ca.greffier.console.Script;
import ca.greffier.directory.Person;
import ca.greffier.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code greffier console}: the commands at the terminal, or from standard input, one a line. */
@Command(name = "console")
final class ConsoleVerb implements Callable<Integer> {
  private static final int WIDTH = 100;

  private final Shell shell;

  @Option(names = "--as", paramLabel = "EMAIL")
  @Nullable String as;

  @ArgGroup @Nullable House house;

  /** Which house the console opens: the one of a configuration, or of a data directory. */
  static final class House {
    @Option(names = "--data", paramLabel = "DIR")
    @Nullable Path data;

    @Option(names = "--config", paramLabel = "FILE")
    @Nullable Path config;
  }

  ConsoleVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Config config = config();
    Store store = Wiring.store(config);
    store.closeAtExit(() -> {});
    Wiring wiring = new Wiring(config, store, InstantSource.system());
    Identity operator = Identity.email(operator(wiring));
    boolean fine = open(wiring, operator, shell);
    tellWaiting(wiring);
    return fine ? 0 : 1;
  }

  /** The console carries nothing itself: the service does. */
  private void tellWaiting(Wiring wiring) {
    wiring.outbox.counts().stream()
        .filter(count -> count.state().equals("waiting"))
        .forEach(count -> shell.tell("app.console.waiting", count.parcels()));
  }

  /**
   * Talks at the terminal when there is one, or runs what standard input says.
   *
   * @return false when a command that was fed has been refused
   */
  static boolean open(Wiring wiring, Identity operator, Shell shell) throws IOException {
    Path folder = wiring.config.data();
    ConsoleDoor door =
        new ConsoleDoor(wiring.desk, wiring.commands, wiring.people, wiring.messages, folder);
    if (System.console() == null || !System.console().isTerminal())
      return door.feed(operator, script(shell));
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      door.talk(operator, terminal, folder.resolve("console-history"));
    }
    return true;
  }

  private static Script script(Shell shell) {
    return new Script(
        new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8)),
        new PrintWriter(shell.out(), true, StandardCharsets.UTF_8),
        new PrintWriter(shell.err(), true, StandardCharsets.UTF_8),
        WIDTH,
        false);
  }

  private Config config() {
    if (house != null && house.config != null) return Config.load(house.config);
    Path data = house != null && house.data != null ? house.data : DemoVerb.DATA;
    if (!Files.isDirectory(data)) throw new Refusal("app.console.nodata", data.toString());
    return DemoHouse.config(shell.language(), data, DemoHouse.Ports.NONE);
  }

  /** Who speaks: the one named, or the only administrator; the first one of an empty directory. */
  private String operator(Wiring wiring) {
    if (as != null) {
      if (wiring.people.found(as)) shell.tell("app.console.founded", as);
      return as;
    }
    List<Person> administrators =
        wiring.people.all().stream().filter(person -> person.role() == Role.ADMIN).toList();
    if (administrators.size() == 1) return administrators.getFirst().email();
    throw new Refusal(administrators.isEmpty() ? "app.console.empty" : "app.console.who");
  }
}
