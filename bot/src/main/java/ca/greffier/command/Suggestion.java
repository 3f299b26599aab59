package ca.greffier.command;

import ca.greffier.text.Folded;
import java.util.List;
import java.util.function.Function;

/**
 * One value of an open list, offered while the person types.
 *
 * @param value what is filled in
 * @param label what is shown, in the words of the data
 */
public record Suggestion(String value, String label) {
  private static final int MOST = 25;

  /** The things whose code or title holds what is typed: « L-02 · Banc d’essai ». */
  public static <T> List<Suggestion> coded(
      String typed, List<T> all, Function<T, String> code, Function<T, String> title) {
    String wanted = Folded.of(typed);
    return all.stream()
        .map(each -> new Suggestion(code.apply(each), code.apply(each) + " · " + title.apply(each)))
        .filter(each -> Folded.of(each.label()).contains(wanted))
        .limit(MOST)
        .toList();
  }
}
