package ca.greffier.app;

import ca.greffier.config.Config;
import ca.greffier.store.Store;
import java.nio.file.Path;
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
  private final Shell shell;

  @Option(names = "--config", paramLabel = "FILE", required = true)
  @Nullable Path config;

  RunVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    Config settings = Config.load(Objects.requireNonNull(config));
    shell.tell("app.starting", settings.project().name());
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
