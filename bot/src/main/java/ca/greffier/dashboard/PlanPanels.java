package ca.greffier.dashboard;

import ca.greffier.dashboard.Timetable.Line;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/** The dates: drawn, and those that come next in a table. */
final class PlanPanels {
  private static final int MOST_MILESTONES = 8;

  private final Board board;
  private final Voice voice;

  PlanPanels(Board board, Voice voice) {
    this.board = board;
    this.voice = voice;
  }

  Panel schedule() {
    GanttPicture gantt = new GanttPicture(board, voice);
    int open = board.timetable().open().size();
    List<Phrase> says = new ArrayList<>();
    if (gantt.isEmpty()) says.add(Phrase.of("dashboard.gantt.none"));
    else if (open > gantt.size()) says.add(Phrase.of("dashboard.gantt.shown", gantt.size(), open));
    return new Panel(
        Dimension.SCHEDULE.panel(),
        Dimension.SCHEDULE.phrase(),
        says,
        gantt.isEmpty() ? null : gantt.draw(),
        null);
  }

  Panel milestones() {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : board.timetable().next(MOST_MILESTONES))
      rows.add(
          List.of(
              line.what().code(),
              line.what().title(),
              board.nameOf(line.what().body()),
              line.state().phrase(),
              Panel.date(line.due()),
              Panel.date(line.what().baseline()),
              line.slip()));
    return new Panel(
        Dimension.SCOPE.panel(),
        Phrase.of("dashboard.milestones"),
        rows.isEmpty() ? List.of(Phrase.of("dashboard.milestones.none")) : List.of(),
        null,
        Panel.table(
            "dashboard.milestones",
            List.of(
                "plan.code",
                "plan.title",
                "plan.body",
                "plan.state",
                "plan.due",
                "plan.baseline",
                "dashboard.slip"),
            rows));
  }
}
