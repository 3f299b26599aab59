package ca.greffier.minutes;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import java.util.List;

/** A decision, by its number. */
final class DecisionKind implements Kind<String> {
  private static final int MOST = 25;

  private final Minutes minutes;

  DecisionKind(Minutes minutes) {
    this.minutes = minutes;
  }

  @Override
  public String parse(String typed) {
    return minutes
        .decision(typed.strip())
        .orElseThrow(() -> new Refusal("minutes.decision.unknown", typed.strip()));
  }

  @Override
  public String write(String number) {
    return number;
  }

  @Override
  public boolean suggests() {
    return true;
  }

  @Override
  public List<Suggestion> suggest(String typed) {
    return Suggestion.coded(typed, minutes.register(null, MOST * 4), each -> each, _ -> "");
  }
}
