package ca.greffier.gap;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Folded;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A parameter that names a gap: {@code E-7}, {@code 7}. */
final class GapKind implements Kind<Gap> {
  private static final int MOST = 25;
  private static final Pattern CODE = Pattern.compile("(?:e ?-? ?)?([0-9]{1,18})");

  private final Gaps gaps;

  GapKind(Gaps gaps) {
    this.gaps = gaps;
  }

  @Override
  public Gap parse(String typed) {
    Matcher code = CODE.matcher(Folded.of(typed));
    if (!code.matches()) throw new Refusal("gap.unknown", typed);
    return gaps.find(new GapId(Long.parseLong(code.group(1))))
        .orElseThrow(() -> new Refusal("gap.unknown", typed));
  }

  @Override
  public String write(Gap gap) {
    return gap.id().code();
  }

  @Override
  public boolean suggests() {
    return true;
  }

  @Override
  public List<Suggestion> suggest(String typed) {
    return gaps.unresolved().stream()
        .filter(gap -> Folded.of(label(gap)).contains(Folded.of(typed)))
        .limit(MOST)
        .map(gap -> new Suggestion(gap.id().code(), label(gap)))
        .toList();
  }

  /** The code and what it is about, both of the data. */
  private static String label(Gap gap) {
    String about =
        gap.title().arguments().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return gap.id().code() + " · " + about;
  }
}
