package ca.greffier.dashboard;

import ca.greffier.dashboard.Svg.Anchor;
import ca.greffier.dashboard.Svg.Box;
import ca.greffier.dashboard.Svg.Pen;
import ca.greffier.dashboard.Svg.Type;
import ca.greffier.risk.HeatMap;
import ca.greffier.risk.HeatMap.Cell;
import ca.greffier.risk.Level;
import java.util.List;

/** The map of risks: a square for each probability and impact, its level in a word. */
final class RiskPicture {
  private static final int LEFT = 150;
  private static final int TOP = 10;
  private static final int CELL_WIDTH = 130;
  private static final int CELL_HEIGHT = 64;
  private static final int WIDTH = LEFT + CELL_WIDTH * HeatMap.SIDE + 10;
  private static final int HEIGHT = TOP + CELL_HEIGHT * HeatMap.SIDE + 46;
  private static final int MOST_CODES = 4;
  private static final int CODES_IN_LINE = 2;
  private static final Type CODE = new Type(13, Ink.TEXT, Anchor.MIDDLE, true);

  private final HeatMap map;
  private final Voice voice;

  RiskPicture(HeatMap map, Voice voice) {
    this.map = map;
    this.voice = voice;
  }

  Picture draw() {
    Svg svg = new Svg(WIDTH);
    for (Cell cell : map.cells()) cell(svg, cell);
    Type axis = Type.LABEL.at(Anchor.MIDDLE);
    for (int n = 1; n <= HeatMap.SIDE; n++) {
      double y = TOP + CELL_HEIGHT * (HeatMap.SIDE - n + 0.5) + 5;
      svg.text(String.valueOf(n), LEFT - 16, y, axis);
      double x = LEFT + CELL_WIDTH * (n - 0.5);
      svg.text(String.valueOf(n), x, TOP + CELL_HEIGHT * HeatMap.SIDE + 18, axis);
    }
    svg.text(voice.say("risk.probability"), 0, TOP + CELL_HEIGHT * 2.5 + 5, Type.HEAD);
    svg.text(voice.say("risk.impact"), LEFT + CELL_WIDTH * 2.5 - 20, HEIGHT - 8, Type.HEAD);
    return svg.picture("risques", HEIGHT, voice.say("dashboard.risks.title"), words());
  }

  private void cell(Svg svg, Cell cell) {
    Box box =
        new Box(
            LEFT + CELL_WIDTH * (cell.impact() - 1.0),
            TOP + CELL_HEIGHT * (double) (HeatMap.SIDE - cell.probability()),
            CELL_WIDTH,
            CELL_HEIGHT);
    svg.box(box, ink(cell.level())).frame(box, new Pen(Ink.PAPER, 2, ""));
    svg.text(voice.plain(cell.level().phrase()), box.x() + 6, box.y() + 15, Type.SMALL);
    double middle = box.x() + CELL_WIDTH / 2.0;
    List<String> codes = codes(cell);
    for (int i = 0; i < codes.size(); i++)
      svg.text(codes.get(i), middle, box.y() + 35 + 18 * i, CODE);
  }

  /** On two lines at most; those for which there is no room are counted. */
  private List<String> codes(Cell cell) {
    List<String> codes = cell.codes();
    if (codes.isEmpty()) return List.of();
    if (codes.size() <= CODES_IN_LINE) return List.of(String.join(", ", codes));
    String first = String.join(", ", codes.subList(0, CODES_IN_LINE));
    if (codes.size() <= MOST_CODES)
      return List.of(first, String.join(", ", codes.subList(CODES_IN_LINE, codes.size())));
    return List.of(first, voice.say("dashboard.risks.more", codes.size() - CODES_IN_LINE));
  }

  private static Ink ink(Level level) {
    return switch (level) {
      case LOW -> Ink.LIGHT_GOOD;
      case MODERATE -> Ink.LIGHT_WATCH;
      case HIGH -> Ink.LIGHT_HIGH;
      case CRITICAL -> Ink.LIGHT_CRITICAL;
    };
  }

  private String words() {
    StringBuilder words =
        new StringBuilder(
            voice.say("dashboard.risks.what", map.cells().stream().mapToInt(Cell::count).sum()));
    for (Cell cell : map.cells()) {
      if (cell.count() == 0) continue;
      words
          .append(' ')
          .append(
              voice.say(
                  "dashboard.risks.cell",
                  String.join(", ", cell.codes()),
                  voice.plain(cell.level().phrase()),
                  cell.probability(),
                  cell.impact()));
    }
    return words.toString();
  }
}
