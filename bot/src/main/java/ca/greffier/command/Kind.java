package ca.greffier.command;

import java.util.List;

/** The type of a parameter: how what was typed becomes a value. */
public interface Kind<T> {
  /**
   * @throws Refusal when the text is not such a value; the refusal says what would be
   */
  T parse(String typed);

  /**
   * The value of a file given instead of text.
   *
   * @throws Refusal when the parameter takes no file, or not this one
   */
  default T read(Attachment file) {
    throw new Refusal("refusal.file.unexpected", file.name());
  }

  /** The value as the journal keeps it and as {@link #parse} reads it back. */
  default String write(T value) {
    return String.valueOf(value);
  }

  default Shape shape() {
    return Shape.TEXT;
  }

  /** The closed list of values, if there is one (25 at most). */
  default List<Choice> choices() {
    return List.of();
  }

  /** True when {@link #suggest} offers values. */
  default boolean suggests() {
    return false;
  }

  /** Values that fit what has been typed so far (25 at most); looked up in the database. */
  default List<Suggestion> suggest(String typed) {
    return List.of();
  }

  /**
   * True when a program fills it, never a person: a calendar's reply carries its own number and
   * date. No surface draws it, and it is no blank of an Ask; it is always optional.
   */
  default boolean hidden() {
    return false;
  }

  /** True when the journal must not keep the value. */
  default boolean secret() {
    return false;
  }
}
