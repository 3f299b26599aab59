package ca.greffier.chat;

import org.jspecify.annotations.Nullable;

/** A value a person gives: text, or a file. */
@SuppressWarnings("ArrayRecordComponent")
public record Given(String name, String value, byte @Nullable [] bytes) {

  public static Given option(String name, String value) {
    return new Given(name, value, null);
  }

  public static Given file(String name, String fileName, byte[] bytes) {
    return new Given(name, fileName, bytes);
  }
}
