package ca.greffier.dashboard;

import ca.greffier.gap.LateMilestone;
import ca.greffier.gap.Thresholds;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.MilestoneState;
import ca.greffier.plan.Slip;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every deliverable against its dates, on a day, but for those given up (domain.md K8, K11).
 *
 * @param lines the next due first
 */
record Timetable(LocalDate day, List<Line> lines) {
  private static final Comparator<Line> WORST_FIRST =
      Comparator.comparing(Line::standing).thenComparing(Line::slip).reversed();

  Timetable {
    lines = List.copyOf(lines);
  }

  /**
   * A deliverable and where it stands.
   *
   * @param slip in working days after its baseline, so far
   */
  record Line(Deliverable what, MilestoneState state, int slip, Standing standing) {
    static Line of(Deliverable what, LocalDate day, Slip slip, Thresholds limits) {
      MilestoneState state = MilestoneState.of(what, day, slip);
      Standing otherwise = state == MilestoneState.UNDATED ? Standing.UNKNOWN : Standing.GOOD;
      Standing standing =
          LateMilestone.severity(what, day, slip, limits).map(Standing::of).orElse(otherwise);
      return new Line(what, state, slip.of(what, day), standing);
    }

    boolean isOpen() {
      return what.isOpen();
    }

    boolean isDrifting() {
      return isOpen() && standing().compareTo(Standing.WATCH) >= 0;
    }

    /** True when it was to be handed over by then. */
    boolean wasDue(LocalDate day) {
      LocalDate baseline = what.baseline();
      return baseline != null && !baseline.isAfter(day);
    }

    @Nullable LocalDate due() {
      return what.due();
    }
  }

  static Timetable of(List<Deliverable> all, LocalDate day, Slip slip, Thresholds limits) {
    return new Timetable(
        day,
        all.stream()
            .filter(each -> !each.isCancelled())
            .map(each -> Line.of(each, day, slip, limits))
            .toList());
  }

  List<Line> open() {
    return lines.stream().filter(Line::isOpen).toList();
  }

  /** What is to watch or critical, the worst first. */
  List<Line> drifting() {
    return lines.stream().filter(Line::isDrifting).sorted(WORST_FIRST).toList();
  }

  /** What is due from this day on, the soonest first. */
  List<Line> next(int most) {
    return lines.stream()
        .filter(Line::isOpen)
        .filter(line -> line.due() != null && !line.due().isBefore(day))
        .limit(most)
        .toList();
  }
}
