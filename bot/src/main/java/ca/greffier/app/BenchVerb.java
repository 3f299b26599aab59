package ca.greffier.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code greffier bench}: how big and how fast; what to measure is a verb of its own. */
@Command(name = "bench")
final class BenchVerb implements Callable<Integer> {
  private final Shell shell;

  BenchVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell.complain("app.bench.which");
    return CommandLine.ExitCode.USAGE;
  }
}
