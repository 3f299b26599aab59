package ca.greffier.command;

import java.util.Map;

/**
 * Whether a parameter must be given, by what has been given already: a question may be asked only
 * because of the answer to another.
 */
public interface Need {
  /** What a parameter is for now. */
  enum Now {
    /** The command cannot run without it. */
    REQUIRED,
    OPTIONAL,
    /** No surface asks for it; given all the same, it is taken. */
    UNASKED
  }

  Need ALWAYS = _ -> Now.REQUIRED;
  Need NEVER = _ -> Now.OPTIONAL;

  /**
   * @param given what was typed so far, by the names of the parameters; perhaps wrong
   */
  Now after(Map<String, String> given);

  /** Asked, and required, once another parameter has this value. */
  static <E> Need when(Param<E> other, E value) {
    return given -> {
      String typed = given.getOrDefault(other.name(), "");
      if (typed.isBlank()) return Now.UNASKED;
      try {
        return other.kind().parse(typed).equals(value) ? Now.REQUIRED : Now.UNASKED;
      } catch (Refusal unreadable) {
        return Now.UNASKED;
      }
    };
  }

  /** Required as long as none of the others is given. */
  static Need unless(Param<?>... others) {
    return given -> {
      for (Param<?> other : others) {
        if (!given.getOrDefault(other.name(), "").isBlank()) return Now.OPTIONAL;
      }
      return Now.REQUIRED;
    };
  }
}
