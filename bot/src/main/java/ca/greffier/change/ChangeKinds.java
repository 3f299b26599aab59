package ca.greffier.change;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Folded;
import ca.greffier.text.Typed;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A parameter that names a request: {@code DC-2026-003}, {@code dc 2026-3}. */
record ChangeKinds(Changes changes) implements Kind<Change> {
  private static final Pattern CODE = Pattern.compile("(?:dc ?-? ?)?([0-9]{4}) ?- ?([0-9]{1,6})");

  @Override
  public Change parse(String typed) {
    Matcher parts = CODE.matcher(Folded.of(typed));
    if (!parts.matches()) throw unknown(typed);
    return changes
        .byNumber(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))
        .orElseThrow(() -> unknown(typed));
  }

  private static Refusal unknown(String typed) {
    return new Refusal("change.unknown", Typed.quoted(typed));
  }

  @Override
  public String write(Change value) {
    return value.code();
  }

  @Override
  public boolean suggests() {
    return true;
  }

  /** The open ones. */
  @Override
  public List<Suggestion> suggest(String typed) {
    return Suggestion.coded(typed, changes.open(), Change::code, Change::title);
  }
}
