package ca.greffier.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that people have given a code: {@code L-02}, {@code B-03}.
 *
 * @param unknown the refusal of a code that nothing has
 * @param suggested what is offered while the person types
 */
public record Coded<T>(
    String unknown,
    Function<String, Optional<T>> find,
    Supplier<List<T>> suggested,
    Function<T, String> code,
    Function<T, String> title)
    implements Kind<T> {

  @Override
  public T parse(String typed) {
    return find.apply(typed).orElseThrow(() -> new Refusal(unknown, Kinds.quoted(typed)));
  }

  @Override
  public String write(T value) {
    return code.apply(value);
  }

  @Override
  public boolean suggests() {
    return true;
  }

  @Override
  public List<Suggestion> suggest(String typed) {
    return Suggestion.coded(typed, suggested.get(), code, title);
  }
}
