package ca.greffier.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader.Option;
import org.jline.reader.impl.CompletionMatcherImpl;

/** Every candidate fits: {@link Completion} has chosen them already, by label as well as value. */
final class Chosen extends CompletionMatcherImpl {
  @Override
  protected void defaultMatchers(
      Map<Option, Boolean> options,
      boolean prefix,
      CompletingParsedLine line,
      boolean caseInsensitive,
      int errors,
      String originalGroupName) {
    String typed = line.word().substring(0, line.wordCursor());
    matchers = new ArrayList<>(List.of(simpleMatcher(any -> true)));
    exact = value -> value.equals(typed);
  }
}
