package ca.greffier.dashboard;

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
  static final int TOLERATED_DAYS = 5;
  static final int CRITICAL_DAYS = 10;

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
  record Line(Deliverable what, MilestoneState state, int slip) {
    Standing standing() {
      return switch (state) {
        case LATE -> slip > CRITICAL_DAYS ? Standing.CRITICAL : Standing.WATCH;
        case SLIPPED -> slipped();
        case UNDATED -> Standing.UNKNOWN;
        default -> Standing.GOOD;
      };
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

    private Standing slipped() {
      if (slip > CRITICAL_DAYS) return Standing.CRITICAL;
      return slip > TOLERATED_DAYS ? Standing.WATCH : Standing.GOOD;
    }
  }

  static Timetable of(List<Deliverable> all, LocalDate day, Slip slip) {
    return new Timetable(
        day,
        all.stream()
            .filter(each -> !each.isCancelled())
            .map(each -> new Line(each, MilestoneState.of(each, day, slip), slip.of(each, day)))
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
