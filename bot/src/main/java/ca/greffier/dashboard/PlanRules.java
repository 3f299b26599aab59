package ca.greffier.dashboard;

import ca.greffier.dashboard.Timetable.Line;
import ca.greffier.gap.Threshold;
import ca.greffier.gap.Thresholds;
import ca.greffier.progress.Freshness;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/** How the plan stands: its dates (domain.md K8) and what was handed over of what was due. */
final class PlanRules {
  /** Of what was due by weight, handed over (K8). */
  private static final int GOOD_PERCENT = 95;

  private static final int WATCH_PERCENT = 85;
  private static final double ALL = 100;

  private PlanRules() {}

  /** The worst deliverable decides (K9). */
  static Status schedule(Timetable timetable, Freshness.Share stale, Thresholds limits) {
    int tolerated = limits.of(Threshold.LATE_TOLERATED);
    int most = limits.of(Threshold.LATE_CRITICAL);
    List<Phrase> reasons = new ArrayList<>();
    List<Line> open = timetable.open();
    List<Line> drifting = timetable.drifting();
    long critical = count(drifting, Standing.CRITICAL);
    long watch = count(drifting, Standing.WATCH);
    if (critical > 0) reasons.add(Phrase.of("dashboard.schedule.critical", critical, most));
    if (watch > 0) reasons.add(Phrase.of("dashboard.schedule.watch", watch, tolerated));
    if (!drifting.isEmpty()) reasons.add(worst(drifting.getFirst()));
    long undated = count(open, Standing.UNKNOWN);
    if (timetable.lines().isEmpty()) reasons.add(Phrase.of("dashboard.schedule.none"));
    else if (drifting.isEmpty() && undated < open.size())
      reasons.add(Phrase.of("dashboard.schedule.good", tolerated));
    else if (open.isEmpty()) reasons.add(Phrase.of("dashboard.schedule.over"));
    if (undated > 0) reasons.add(Phrase.of("dashboard.schedule.undated", undated));
    if (stale.mustBeSaid()) reasons.add(stale(stale));
    Standing standing = Standing.worst(timetable.lines().stream().map(Line::standing).toList());
    return new Status(Dimension.SCHEDULE, standing.aged(stale.mustBeSaid()), reasons);
  }

  /** What was due and is handed over, as a share of what was due: early ones make up for none. */
  static Status scope(Timetable timetable, Freshness.Share stale) {
    List<Line> due =
        timetable.lines().stream().filter(line -> line.wasDue(timetable.day())).toList();
    List<Line> reached = due.stream().filter(line -> !line.isOpen()).toList();
    List<Phrase> reasons = new ArrayList<>();
    if (timetable.lines().isEmpty()) reasons.add(Phrase.of("dashboard.schedule.none"));
    else if (due.isEmpty()) reasons.add(Phrase.of("dashboard.scope.none"));
    else reasons.add(share(due, reached));
    long whole = weight(timetable.lines());
    if (whole > 0) {
      long done = weight(timetable.lines().stream().filter(line -> !line.isOpen()).toList());
      reasons.add(Phrase.of("dashboard.scope.whole", new Percent(ALL * done / whole)));
    }
    if (stale.mustBeSaid()) reasons.add(stale(stale));
    Standing standing =
        timetable.lines().isEmpty() ? Standing.UNKNOWN : judge(weight(reached), weight(due));
    return new Status(Dimension.SCOPE, standing.aged(stale.mustBeSaid()), reasons);
  }

  private static Standing judge(long reached, long due) {
    if (due == 0 || reached * ALL >= due * (double) GOOD_PERCENT) return Standing.GOOD;
    return reached * ALL >= due * (double) WATCH_PERCENT ? Standing.WATCH : Standing.CRITICAL;
  }

  private static Phrase share(List<Line> due, List<Line> reached) {
    long weight = weight(due);
    double percent = weight == 0 ? ALL : ALL * weight(reached) / weight;
    return Phrase.of("dashboard.scope.share", reached.size(), due.size(), new Percent(percent));
  }

  private static Phrase worst(Line line) {
    return Phrase.of(
        "dashboard.schedule.worst", line.slip(), line.what().code(), line.what().title());
  }

  private static Phrase stale(Freshness.Share share) {
    return Phrase.of("dashboard.stale", new Percent(ALL * share.stale() / share.total()));
  }

  private static long count(List<Line> lines, Standing standing) {
    return lines.stream().filter(line -> line.standing() == standing).count();
  }

  private static long weight(List<Line> lines) {
    return lines.stream().mapToLong(line -> line.what().weight()).sum();
  }
}
