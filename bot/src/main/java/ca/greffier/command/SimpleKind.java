package ca.greffier.command;

import java.util.function.Function;

/** A kind made of two functions that undo each other. */
record SimpleKind<T>(
    Shape shape, boolean secret, Function<String, T> reading, Function<T, String> writing)
    implements Kind<T> {

  SimpleKind(Shape shape, Function<String, T> reading, Function<T, String> writing) {
    this(shape, false, reading, writing);
  }

  @Override
  public T parse(String typed) {
    return reading.apply(typed);
  }

  @Override
  public String write(T value) {
    return writing.apply(value);
  }
}
