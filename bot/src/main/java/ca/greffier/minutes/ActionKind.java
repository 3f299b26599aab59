package ca.greffier.minutes;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Folded;
import java.util.List;

/** An action by its number; the open ones are suggested. */
final class ActionKind implements Kind<ActionItem> {
  private static final int MOST = 25;

  private final Minutes minutes;

  ActionKind(Minutes minutes) {
    this.minutes = minutes;
  }

  @Override
  public ActionItem parse(String typed) {
    return minutes
        .action(typed.strip())
        .orElseThrow(() -> new Refusal("minutes.action.unknown", typed.strip()));
  }

  @Override
  public String write(ActionItem action) {
    return action.number();
  }

  @Override
  public boolean suggests() {
    return true;
  }

  @Override
  public List<Suggestion> suggest(String typed) {
    String wanted = Folded.of(typed);
    return minutes.openActions().stream()
        .map(action -> new Suggestion(action.number(), action.number() + " · " + action.text()))
        .filter(one -> Folded.of(one.label()).contains(wanted))
        .limit(MOST)
        .toList();
  }
}
