package ca.greffier.command;

/**
 * A parameter of commands. The same name means the same thing everywhere; its words are the
 * messages {@code param.NAME.name}, {@code param.NAME.label} and {@code param.NAME.help}.
 *
 * @param name in French, lower case, without accents
 */
public record Param<T>(String name, Kind<T> kind, boolean required) {

  public static <T> Param<T> required(String name, Kind<T> kind) {
    return new Param<>(name, kind, true);
  }

  public static <T> Param<T> optional(String name, Kind<T> kind) {
    return new Param<>(name, kind, false);
  }
}
