package ca.greffier.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
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
  public Integer call() {
    throw new UnsupportedOperationException("run " + shell.language());
  }
}
