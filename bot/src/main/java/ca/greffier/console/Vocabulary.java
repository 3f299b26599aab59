package ca.greffier.console;

import ca.greffier.command.Command;
import ca.greffier.command.CommandNames;
import ca.greffier.command.Commands;
import ca.greffier.command.Param;
import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be typed: the commands and their parameters, by their names in both languages. */
record Vocabulary(Commands commands, CommandNames names) {

  String name(Language language, Command command) {
    return names.name(language, command);
  }

  Optional<Command> command(String typed) {
    return names.find(typed);
  }

  String name(Language language, Param<?> param) {
    return names.param(language, param);
  }

  /** A parameter that people fill, by its name in either language. */
  Optional<Param<?>> param(Command command, String typed) {
    return names.findParam(command, typed).filter(param -> !param.kind().hidden());
  }

  /** The parameters that people fill. */
  static List<Param<?>> params(Command command) {
    return command.params().stream().filter(param -> !param.kind().hidden()).toList();
  }

  /** The names of the commands that begin with these words in either language. */
  List<String> names(Language language, String beginning) {
    String folded = Folded.of(beginning);
    return commands.all().stream()
        .filter(command -> begins(command, folded))
        .map(command -> name(language, command))
        .sorted()
        .toList();
  }

  private boolean begins(Command command, String folded) {
    return Arrays.stream(Language.values())
        .anyMatch(language -> Folded.of(name(language, command)).startsWith(folded));
  }
}
