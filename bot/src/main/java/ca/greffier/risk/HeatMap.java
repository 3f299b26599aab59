package ca.greffier.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Risks by probability and impact, five by five (domain.md K22). Pure: whoever draws it asks. */
public final class HeatMap {
  public static final int SIDE = 5;

  private final List<Cell> cells;

  private HeatMap(List<Cell> cells) {
    this.cells = List.copyOf(cells);
  }

  /**
   * One square.
   *
   * @param codes of the risks in it, in the order of their numbers
   */
  public record Cell(int probability, int impact, List<String> codes) {
    public Cell {
      codes = List.copyOf(codes);
    }

    public Level level() {
      return Level.of(probability * impact);
    }

    public int count() {
      return codes.size();
    }
  }

  /** Only the open ones are drawn; those of another kind are left out. */
  public static HeatMap of(RiskKind kind, Collection<Risk> risks) {
    List<Risk> drawn =
        risks.stream()
            .filter(risk -> risk.isOpen() && risk.kind() == kind)
            .sorted(Comparator.comparing(Risk::number))
            .toList();
    List<Cell> cells = new ArrayList<>();
    for (int probability = SIDE; probability >= 1; probability--) {
      for (int impact = 1; impact <= SIDE; impact++)
        cells.add(new Cell(probability, impact, codes(drawn, probability, impact)));
    }
    return new HeatMap(cells);
  }

  private static List<String> codes(List<Risk> risks, int probability, int impact) {
    return risks.stream()
        .filter(risk -> risk.probability() == probability && risk.impact() == impact)
        .map(Risk::code)
        .toList();
  }

  /** All 25, the most probable first, then by impact: as a map is read. */
  public List<Cell> cells() {
    return cells;
  }

  public Cell cell(int probability, int impact) {
    return cells.get((SIDE - probability) * SIDE + impact - 1);
  }

  /** How many risks are of a level. */
  public int count(Level level) {
    return cells.stream().filter(cell -> cell.level() == level).mapToInt(Cell::count).sum();
  }
}
