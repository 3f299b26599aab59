package ca.greffier.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code greffier inspect}: what a file says, read as Greffier reads it; no database is needed. */
@Command(name = "inspect")
final class InspectVerb implements Callable<Integer> {
  private final Shell shell;

  InspectVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell.complain("app.inspect.which");
    return CommandLine.ExitCode.USAGE;
  }
}
