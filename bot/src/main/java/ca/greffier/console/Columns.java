package ca.greffier.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows under heads, in columns that fit: the widest columns give way first, their cells wrap. When
 * even that is too wide there are no columns.
 */
final class Columns {
  private static final String GAP = "  ";

  /** A column keeps at least its longest word, up to this. */
  private static final int NARROWEST = 12;

  private final List<String> heads;
  private final List<List<String>> rows;
  private final boolean[] toTheRight;
  private final int[] widths;

  private Columns(List<String> heads, List<List<String>> rows, boolean[] toTheRight, int[] widths) {
    this.heads = heads;
    this.rows = rows;
    this.toTheRight = toTheRight;
    this.widths = widths;
  }

  /**
   * @param toTheRight for each column, true when it holds amounts
   * @return empty when it cannot fit
   */
  static Optional<Columns> fit(
      List<String> heads, List<List<String>> rows, boolean[] toTheRight, int width) {
    int count = heads.size();
    int[] widths = new int[count];
    int[] least = new int[count];
    for (int column = 0; column < count; column++) {
      measure(heads.get(column), column, widths, least);
      for (List<String> row : rows) measure(row.get(column), column, widths, least);
      least[column] = Math.min(least[column], NARROWEST);
    }
    int room = width - GAP.length() * (count - 1);
    if (Arrays.stream(least).sum() > room) return Optional.empty();
    shrink(widths, least, room);
    return Optional.of(new Columns(heads, rows, toTheRight, widths));
  }

  private static void measure(String cell, int column, int[] widths, int[] least) {
    for (String line : cell.split("\n", -1))
      widths[column] = Math.max(widths[column], Cells.width(line));
    least[column] = Math.max(least[column], Cells.longestWord(cell));
  }

  private static void shrink(int[] widths, int[] least, int room) {
    while (Arrays.stream(widths).sum() > room) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) widest = i;
      }
      widths[widest]--;
    }
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (String head : row(heads)) lines.add(Line.strong(head));
    List<String> rule = Arrays.stream(widths).mapToObj("─"::repeat).toList();
    lines.add(Line.plain(String.join(GAP, rule)));
    for (List<String> row : rows) row(row).forEach(line -> lines.add(Line.plain(line)));
    return lines;
  }

  private List<String> row(List<String> cells) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 0;
    for (int column = 0; column < widths.length; column++) {
      wrapped.add(Cells.wrap(cells.get(column), widths[column]));
      height = Math.max(height, wrapped.get(column).size());
    }
    List<String> lines = new ArrayList<>();
    for (int y = 0; y < height; y++) lines.add(line(wrapped, y));
    return lines;
  }

  private String line(List<List<String>> wrapped, int y) {
    List<String> parts = new ArrayList<>();
    for (int column = 0; column < widths.length; column++) {
      List<String> cell = wrapped.get(column);
      String text = y < cell.size() ? cell.get(y) : "";
      parts.add(
          toTheRight[column]
              ? Cells.padLeft(text, widths[column])
              : Cells.padRight(text, widths[column]));
    }
    return String.join(GAP, parts).stripTrailing();
  }
}
