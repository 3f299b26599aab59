package ca.greffier.command;

import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What commands and parameters are called in each language. The code knows their French names only;
 * every door takes both.
 */
public final class CommandNames {
  private final Messages messages;
  private final Map<String, Command> byName = new HashMap<>();

  /** Refuses two commands that a person could not tell apart. */
  public CommandNames(Commands commands, Messages messages) {
    this.messages = messages;
    for (Command command : commands.all()) {
      for (Language language : Language.values()) add(name(language, command), command);
    }
  }

  private void add(String name, Command command) {
    Command before = byName.putIfAbsent(Folded.of(name), command);
    if (before != null && !before.equals(command))
      throw new IllegalArgumentException(
          name + " is both " + before.name() + " and " + command.name());
  }

  /** {@code rencontre planifier}, {@code meeting plan}. */
  public String name(Language language, Command command) {
    StringBuilder key = new StringBuilder("command");
    StringBuilder name = new StringBuilder();
    for (String word : command.name().split(" ")) {
      key.append('.').append(word);
      name.append(' ').append(messages.say(language, key + ".name"));
    }
    return name.substring(1);
  }

  /** The command of a name typed in either language; case, accents and spaces do not count. */
  public Optional<Command> find(String typed) {
    return Optional.ofNullable(byName.get(Folded.of(typed)));
  }

  /** {@code echeance}, {@code due}. */
  public String param(Language language, Param<?> param) {
    return messages.say(language, "param." + param.name() + ".name");
  }

  /** The parameter of a name typed in either language. */
  public Optional<Param<?>> findParam(Command command, String typed) {
    String folded = Folded.of(typed);
    for (Param<?> param : command.params()) {
      for (Language language : Language.values()) {
        if (Folded.of(param(language, param)).equals(folded)) return Optional.of(param);
      }
    }
    return Optional.empty();
  }
}
