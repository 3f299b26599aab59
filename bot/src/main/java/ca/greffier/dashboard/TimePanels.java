package ca.greffier.dashboard;

import ca.greffier.text.Phrase;
import ca.greffier.value.Curve;
import java.util.ArrayList;
import java.util.List;

/** The project over time: what has changed lately, and the S-curve. */
final class TimePanels {
  private static final int MOST_MOVES = 15;

  private final Board board;
  private final Voice voice;

  TimePanels(Board board, Voice voice) {
    this.board = board;
    this.voice = voice;
  }

  Panel since() {
    Since since = board.since();
    List<List<Object>> rows = new ArrayList<>();
    for (Since.Move move : since.moves().stream().limit(MOST_MOVES).toList())
      rows.add(List.of(move.code(), move.title(), move.what(), move.before(), move.after()));
    List<Phrase> says = new ArrayList<>();
    says.add(
        since.moves().isEmpty()
            ? Phrase.of("dashboard.since.none", since.day())
            : Phrase.of("dashboard.since.what", since.moves().size(), since.day()));
    if (rows.size() < since.moves().size())
      says.add(Phrase.of("dashboard.since.shown", rows.size()));
    return new Panel(
        "changements",
        Phrase.of("dashboard.since"),
        says,
        null,
        Panel.table(
            "dashboard.since",
            List.of(
                "plan.code",
                "dashboard.since.subject",
                "dashboard.since.change",
                "dashboard.since.before",
                "dashboard.since.after"),
            rows));
  }

  Panel curve() {
    Curve curve = board.curve();
    return new Panel(
        "courbe",
        Phrase.of("dashboard.curve"),
        curve == null ? List.of(Phrase.of("value.none")) : List.of(),
        curve == null ? null : new CurvePicture(curve, board.day(), voice).draw(),
        null);
  }
}
