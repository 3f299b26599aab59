package ca.greffier.app;

import ca.greffier.text.Nearest;
import ca.greffier.text.Phrase;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * One clear line for whatever goes wrong, with the remedy; a stack trace only for {@code --debug}.
 */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Shell shell;
  private final boolean debug;

  Complaints(Shell shell, boolean debug) {
    this.shell = shell;
    this.debug = debug;
  }

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    trace(error);
    String help = error.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    List<String> unknown = error.getCommandLine().getUnmatchedArguments();
    if (!unknown.isEmpty()) complainUnknown(unknown.getFirst(), error.getCommandLine(), help);
    else if (error instanceof MissingParameterException missing && !missing.getMissing().isEmpty())
      shell.complain("app.usage.missing", name(missing.getMissing().getFirst()), help);
    else if (error instanceof MutuallyExclusiveArgsException)
      shell.complain("app.usage.together", help);
    else if (error.getArgSpec() != null)
      shell.complain("app.usage.value", name(error.getArgSpec()), error.getValue(), help);
    else shell.complain("app.usage.verb", help);
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception error, CommandLine line, ParseResult parsed) {
    trace(error);
    for (Phrase phrase : Failures.of(error)) shell.complain(phrase);
    return CommandLine.ExitCode.SOFTWARE;
  }

  private void complainUnknown(String typed, CommandLine line, String help) {
    CommandSpec spec = line.getCommandSpec();
    boolean option = typed.startsWith("-");
    Set<String> known = option ? spec.optionsMap().keySet() : spec.subcommands().keySet();
    Nearest.to(typed, known).stream()
        .findFirst()
        .ifPresentOrElse(
            meant -> shell.complain("app.usage.nearest", typed, meant, help),
            () -> shell.complain(option ? "app.usage.option" : "app.usage.unknown", typed, help));
  }

  /** {@code --config FILE} */
  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }

  private void trace(Exception error) {
    if (debug) error.printStackTrace(shell.err());
  }
}
