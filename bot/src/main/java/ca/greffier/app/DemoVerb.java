package ca.greffier.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code greffier demo}: two weeks of an invented project, on a virtual clock. */
@Command(name = "demo")
final class DemoVerb implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--once")
  boolean once;

  @Option(names = "--data", paramLabel = "DIR")
  @Nullable Path data;

  DemoVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    throw new UnsupportedOperationException("demo " + shell.language());
  }
}
