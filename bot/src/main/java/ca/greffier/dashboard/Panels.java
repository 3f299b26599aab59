package ca.greffier.dashboard;

import java.util.ArrayList;
import java.util.List;

/** The parts of a board, in the order they are read: gaps first. */
public final class Panels {
  private Panels() {}

  /** Without the gaps, the decisions and the amounts for those who may not ask them. */
  public static List<Panel> of(Board board, Voice voice) {
    GapPanels gaps = new GapPanels(board);
    PlanPanels plan = new PlanPanels(board, voice);
    RegisterPanels registers = new RegisterPanels(board, voice);
    TimePanels time = new TimePanels(board, voice);
    boolean whole = board.sight() == Sight.WHOLE;
    List<Panel> all = new ArrayList<>();
    if (whole) all.addAll(List.of(gaps.gaps(), gaps.decisions()));
    all.addAll(List.of(time.since(), plan.schedule(), plan.milestones()));
    if (whole) all.addAll(List.of(time.curve(), registers.budget()));
    all.addAll(List.of(registers.risks(), registers.freshness()));
    return all;
  }
}
