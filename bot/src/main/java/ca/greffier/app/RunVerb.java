package ca.greffier.app;

import ca.greffier.chat.DiscordDoor;
import ca.greffier.config.Config;
import ca.greffier.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code greffier run}: the real thing, until it is stopped. */
@Command(name = "run")
final class RunVerb implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Shell shell;

  @Option(names = "--config", paramLabel = "FILE", required = true)
  @Nullable Path config;

  RunVerb(Shell shell) {
    this.shell = shell;
  }

  /**
   * Logs in to Discord and out again, so that a wrong token is told now and not in a journal.
   *
   * @throws ca.greffier.chat.DiscordFailure when Discord does not take us
   */
  private void greet(Config settings) {
    if (settings.discord() == null) return;
    shell.tell("app.discord", DiscordDoor.check(settings.discord(), PATIENCE));
  }

  @Override
  public Integer call() throws InterruptedException {
    Config settings = Config.load(Objects.requireNonNull(config));
    shell.tell("app.starting", settings.project().name());
    greet(settings);
    Store store = Wiring.store(settings);
    Doors doors;
    try {
      doors = new Doors(new Wiring(settings, store, InstantSource.system()));
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
    store.closeAtExit(doors::close);
    doors.startClock();
    shell.tell("app.ready", settings.web().publicUrl().toString());
    new CountDownLatch(1).await();
    return 0;
  }
}
