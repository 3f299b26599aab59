package ca.greffier.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code greffier console}: the commands at the terminal, or from standard input, one a line. */
@Command(name = "console")
final class ConsoleVerb implements Callable<Integer> {
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
  public Integer call() {
    throw new UnsupportedOperationException("console " + shell.language());
  }
}
