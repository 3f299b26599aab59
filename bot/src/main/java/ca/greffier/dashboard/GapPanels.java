package ca.greffier.dashboard;

import ca.greffier.gap.Gap;
import ca.greffier.gap.GapState;
import ca.greffier.gap.Severity;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/** What drifts, and what somebody must decide about it. */
final class GapPanels {
  private final Board board;

  GapPanels(Board board) {
    this.board = board;
  }

  Panel gaps() {
    List<Phrase> says = new ArrayList<>();
    for (Severity severity :
        List.of(Severity.CRITICAL, Severity.WATCH, Severity.STALE, Severity.OPPORTUNITY)) {
      int many = board.gapCounts().getOrDefault(severity, 0);
      if (many > 0) says.add(Phrase.of("dashboard.gaps.count", many, severity.phrase()));
    }
    if (says.isEmpty()) says.add(Phrase.of("dashboard.gaps.none"));
    List<List<Object>> rows = new ArrayList<>();
    for (Gap gap : board.gaps())
      rows.add(
          List.of(
              gap.id().code(),
              gap.severity().phrase(),
              gap.title(),
              gap.cause(),
              gap.state().phrase()));
    int all = board.gapCounts().values().stream().mapToInt(Integer::intValue).sum();
    if (all > rows.size()) says.add(Phrase.of("dashboard.shown", rows.size(), all));
    return new Panel(
        "ecarts",
        Phrase.of("dashboard.gaps"),
        says,
        null,
        Panel.table(
            "dashboard.gaps",
            List.of("gap.code", "gap.severity", "gap.title", "gap.cause", "gap.state"),
            rows));
  }

  /** What nobody has decided yet: a critical gap without anybody in charge. */
  Panel decisions() {
    List<List<Object>> rows = new ArrayList<>();
    for (Gap gap : board.gaps())
      if (gap.severity() == Severity.CRITICAL && gap.state() == GapState.OPEN)
        rows.add(List.of(gap.id().code(), gap.title(), gap.measures(), gap.openedAt()));
    Phrase says =
        rows.isEmpty()
            ? Phrase.of("dashboard.decisions.none")
            : Phrase.of("dashboard.decisions.what", rows.size());
    return new Panel(
        "decisions",
        Phrase.of("dashboard.decisions"),
        List.of(says),
        null,
        Panel.table(
            "dashboard.decisions",
            List.of("gap.code", "gap.title", "dashboard.decisions.choices", "gap.since"),
            rows));
  }
}
