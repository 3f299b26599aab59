package ca.greffier.dashboard;

import ca.greffier.dashboard.Svg.Anchor;
import ca.greffier.dashboard.Svg.Pen;
import ca.greffier.dashboard.Svg.Type;
import ca.greffier.dashboard.Timetable.Line;
import ca.greffier.directory.BodyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The dates on a line of time: the deliverables that drift most and those that come next, under
 * their bodies. A plan of thousands is never drawn whole.
 */
final class GanttPicture {
  private static final int MOST_DRIFTING = 12;
  private static final int MOST_NEXT = 10;
  private static final int WIDTH = 960;
  private static final int CHART_LEFT = 330;
  private static final int CHART_RIGHT = 760;
  private static final int WORDS = 785;
  private static final int TOP = 30;
  private static final int ROW = 26;
  private static final int FOOT = 54;
  private static final int LABEL = 43;
  private static final int HALF = 6;
  private static final int BASELINE_BELOW = 5;

  private final Board board;
  private final Voice voice;
  private final List<Line> lines;

  GanttPicture(Board board, Voice voice) {
    this.board = board;
    this.voice = voice;
    this.lines = drawn(board.timetable());
  }

  /** In the order of the dates, each once. */
  static List<Line> drawn(Timetable timetable) {
    Set<Line> chosen = new LinkedHashSet<>();
    timetable.drifting().stream()
        .filter(line -> line.due() != null)
        .limit(MOST_DRIFTING)
        .forEach(chosen::add);
    chosen.addAll(timetable.next(MOST_NEXT));
    return timetable.lines().stream().filter(chosen::contains).toList();
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  int size() {
    return lines.size();
  }

  Picture draw() {
    Map<BodyId, List<Line>> byBody = new LinkedHashMap<>();
    for (Line line : lines)
      byBody.computeIfAbsent(line.what().body(), any -> new ArrayList<>()).add(line);
    int bottom = TOP + ROW * (lines.size() + byBody.size());
    Svg svg = new Svg(WIDTH);
    TimeAxis axis = axis();
    axis.draw(svg, TOP, bottom, board.day(), voice.say("dashboard.today"));
    double y = TOP;
    for (Map.Entry<BodyId, List<Line>> body : byBody.entrySet()) {
      y += ROW;
      svg.text(Voice.cut(board.nameOf(body.getKey()), LABEL), 0, y - HALF, Type.HEAD);
      for (Line line : body.getValue()) {
        y += ROW;
        row(svg, axis, line, y - HALF);
      }
    }
    legend(svg, bottom + FOOT - HALF);
    return svg.picture("echeancier", bottom + FOOT, voice.say("dashboard.gantt.title"), words());
  }

  private TimeAxis axis() {
    List<LocalDate> days =
        lines.stream()
            .flatMap(line -> Stream.of(line.what().baseline(), line.due()))
            .filter(Objects::nonNull)
            .toList();
    List<LocalDate> all = new ArrayList<>(days);
    all.add(board.day());
    return TimeAxis.over(all, CHART_LEFT, CHART_RIGHT);
  }

  private void row(Svg svg, TimeAxis axis, Line line, double y) {
    double middle = y - BASELINE_BELOW;
    String label = line.what().code() + "  " + line.what().title();
    svg.text(Voice.cut(label, LABEL), 12, y, Type.LABEL);
    LocalDate due = Objects.requireNonNull(line.due());
    LocalDate baseline = line.what().baseline();
    Standing standing = line.standing();
    if (due.isBefore(board.day()))
      svg.level(axis.x(due), axis.x(board.day()), middle, new Pen(Ink.of(standing), 2, "2 3"));
    if (baseline != null) {
      svg.level(axis.x(baseline), axis.x(due), middle, new Pen(Ink.of(standing), 2, ""));
      svg.lozenge(axis.x(baseline), middle, HALF + 1, Ink.EDGE);
    }
    svg.mark(standing, axis.x(due), middle, HALF - 1);
    svg.text(state(line), WORDS, y, Type.LABEL);
  }

  private String state(Line line) {
    String state = voice.plain(line.state().phrase());
    return line.slip() > 0 && line.isDrifting()
        ? voice.say("dashboard.gantt.slip", line.slip(), state)
        : state;
  }

  private void legend(Svg svg, double y) {
    double middle = y - BASELINE_BELOW;
    svg.lozenge(HALF + 2, middle, HALF + 1, Ink.EDGE);
    svg.text(voice.say("dashboard.gantt.baseline"), 22, y, Type.SMALL);
    double x = CHART_LEFT;
    for (Standing each : List.of(Standing.GOOD, Standing.WATCH, Standing.CRITICAL)) {
      svg.mark(each, x, middle, HALF);
      String word = voice.say("dashboard.gantt.forecast", each.phrase());
      svg.text(word, x + 14, y, Type.SMALL.at(Anchor.START));
      x += 200;
    }
  }

  private String words() {
    StringBuilder words =
        new StringBuilder(voice.say("dashboard.gantt.what", lines.size(), board.day()));
    for (Line line : lines) {
      LocalDate baseline = line.what().baseline();
      words.append(' ');
      words.append(
          baseline == null
              ? voice.say("dashboard.gantt.line.unapproved", named(line), state(line), due(line))
              : voice.say("dashboard.gantt.line", named(line), state(line), due(line), baseline));
    }
    return words.toString();
  }

  private static String named(Line line) {
    return line.what().code() + " " + line.what().title();
  }

  private static LocalDate due(Line line) {
    return Objects.requireNonNull(line.due());
  }
}
