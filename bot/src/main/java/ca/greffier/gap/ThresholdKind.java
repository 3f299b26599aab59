package ca.greffier.gap;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Folded;
import java.util.Arrays;
import java.util.List;

/** A parameter that names a threshold by its code: {@code jalon.tolere}. */
final class ThresholdKind implements Kind<Threshold> {
  private static final int MOST = 25;

  @Override
  public Threshold parse(String typed) {
    return Threshold.byCode(Folded.of(typed).strip())
        .orElseThrow(() -> new Refusal("gap.threshold.unknown", typed));
  }

  @Override
  public String write(Threshold which) {
    return which.code();
  }

  @Override
  public boolean suggests() {
    return true;
  }

  @Override
  public List<Suggestion> suggest(String typed) {
    return Arrays.stream(Threshold.values())
        .filter(each -> each.code().contains(Folded.of(typed)))
        .limit(MOST)
        .map(each -> new Suggestion(each.code(), each.code()))
        .toList();
  }
}
