package ca.greffier.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code greffier demo}: a year of an invented project, on a virtual clock. */
@Command(name = "demo")
final class DemoVerb implements Callable<Integer> {
  /** Where the demonstration keeps its things when nothing is said. */
  static final Path DATA = Path.of("greffier-demo");

  private final Shell shell;

  @Option(names = "--once")
  boolean once;

  @Option(names = "--data", paramLabel = "DIR")
  @Nullable Path data;

  DemoVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    try (Demo demo = Demo.open(data == null ? DATA : data, shell)) {
      boolean fine = demo.play();
      if (!once) demo.stay();
      return fine ? 0 : 1;
    }
  }
}
