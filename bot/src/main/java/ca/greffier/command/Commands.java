package ca.greffier.command;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every command of the house, by name. */
public final class Commands {
  private final Map<String, Command> byName = new LinkedHashMap<>();

  public Commands(List<Command> all) {
    for (Command command : all) {
      if (byName.put(command.name(), command) != null)
        throw new IllegalArgumentException("two commands named " + command.name());
    }
  }

  public Collection<Command> all() {
    return byName.values();
  }

  public Optional<Command> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
