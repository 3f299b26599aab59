package ca.greffier.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code greffier check}: every setting tried for real. */
@Command(name = "check")
final class CheckVerb implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--config", paramLabel = "FILE", required = true)
  @Nullable Path config;

  CheckVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return new Check(shell).run(Objects.requireNonNull(config)) ? 0 : 1;
  }
}
