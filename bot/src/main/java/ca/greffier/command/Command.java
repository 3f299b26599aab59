package ca.greffier.command;

import java.util.List;
import java.util.Optional;

/**
 * Something that can be asked of Greffier, defined once for every door. Its words are the messages
 * {@code command.NAME.help} and {@code command.NAME.name}, where the spaces of the name are dots.
 *
 * @param name {@code room verb}, in French, lower case, without accents: {@code rencontre
 *     convoquer}
 * @param params the required ones first
 * @param shared true when the whole channel may read the reply; otherwise only the person sees it
 * @param presets what its form shows as filled in already
 */
public record Command(
    String name,
    Role needs,
    List<Param<?>> params,
    boolean shared,
    Presets presets,
    Action action) {

  public Command {
    params = List.copyOf(params);
    boolean optionalSeen = false;
    for (Param<?> param : params) {
      if (param.required() && optionalSeen)
        throw new IllegalArgumentException(name + ": required after optional: " + param.name());
      optionalSeen |= !param.required();
    }
  }

  public static Command of(String name, Role needs, Action action, Param<?>... params) {
    return new Command(name, needs, List.of(params), false, Presets.NONE, action);
  }

  /** The same command, whose reply the whole channel may read. */
  public Command forAll() {
    return new Command(name, needs, params, true, presets, action);
  }

  /** The same command, whose form shows some values as filled in already. */
  public Command presetting(Presets values) {
    return new Command(name, needs, params, shared, values, action);
  }

  /** The same command, with another action: one that adds to what this one says. */
  public Command doing(Action other) {
    return new Command(name, needs, params, shared, presets, other);
  }

  /** {@code rencontre.convoquer}: the name as part of a message key. */
  public String key() {
    return "command." + name.replace(' ', '.');
  }

  public Optional<Param<?>> param(String wanted) {
    for (Param<?> param : params) {
      if (param.name().equals(wanted)) return Optional.of(param);
    }
    return Optional.empty();
  }
}
