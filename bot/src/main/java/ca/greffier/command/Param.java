package ca.greffier.command;

import java.util.Map;

/**
 * A parameter of commands. The same name means the same thing everywhere; its words are the
 * messages {@code param.NAME.name}, {@code param.NAME.label} and {@code param.NAME.help}, and the
 * other words it is known by in a letter, if any, {@code param.NAME.also}, separated by commas.
 *
 * @param name in French, lower case, without accents
 * @param need whether it must be given
 */
public record Param<T>(String name, Kind<T> kind, Need need) {

  public static <T> Param<T> required(String name, Kind<T> kind) {
    return new Param<>(name, kind, Need.ALWAYS);
  }

  public static <T> Param<T> optional(String name, Kind<T> kind) {
    return new Param<>(name, kind, Need.NEVER);
  }

  /** One that is asked, or required, because of others. */
  public static <T> Param<T> needed(String name, Kind<T> kind, Need need) {
    return new Param<>(name, kind, need);
  }

  /** True when it must be given whatever else is. */
  public boolean required() {
    return need.equals(Need.ALWAYS);
  }

  /** True when the command cannot run without it, now that some are given. */
  public boolean isNeeded(Map<String, String> given) {
    return need.after(given) == Need.Now.REQUIRED;
  }

  /** False when no surface asks for it, now that some are given. */
  public boolean isAsked(Map<String, String> given) {
    return !kind.hidden() && need.after(given) != Need.Now.UNASKED;
  }
}
