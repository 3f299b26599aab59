package ca.greffier.app;

import ca.greffier.value.ValueTable;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code greffier inspect evm}: earned value and earned schedule of a table of measures. */
@Command(name = "evm")
final class InspectEvmVerb implements Callable<Integer> {
  private static final int MOST_BYTES = 20 << 20;

  private final Shell shell;

  @Parameters(index = "0", paramLabel = "FILE.csv")
  @Nullable Path file;

  InspectEvmVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Path given = Objects.requireNonNull(file);
    shell.out().print(ValueTable.read(GivenFile.read(given, MOST_BYTES)).csv());
    shell.out().flush();
    return 0;
  }
}
