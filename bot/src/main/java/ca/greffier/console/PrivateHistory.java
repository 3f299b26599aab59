package ca.greffier.console;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** What was typed, except the lines that hold a secret. */
final class PrivateHistory extends DefaultHistory {
  private final Grammar grammar;

  PrivateHistory(Grammar grammar) {
    this.grammar = grammar;
  }

  @Override
  public void add(Instant time, String line) {
    if (!grammar.mayHoldSecret(line)) super.add(time, line);
  }
}
