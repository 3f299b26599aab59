package ca.greffier.dashboard;

import ca.greffier.budget.Budget;
import ca.greffier.budget.BudgetLine;
import ca.greffier.directory.BodyId;
import ca.greffier.gap.ForecastOverBudget;
import ca.greffier.gap.Threshold;
import ca.greffier.gap.Thresholds;
import ca.greffier.progress.Freshness;
import ca.greffier.risk.Issue;
import ca.greffier.risk.Level;
import ca.greffier.risk.Risk;
import ca.greffier.risk.RiskKind;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the registers stand: budget (domain.md K18), risks (K22) and the word of the bodies (K19).
 */
final class RegisterRules {
  private RegisterRules() {}

  /** The worst line decides. */
  static Status budget(List<BudgetLine> lines, Thresholds limits) {
    List<Standing> standings = lines.stream().map(line -> of(line, limits)).toList();
    List<Phrase> reasons = new ArrayList<>();
    if (lines.isEmpty()) reasons.add(Phrase.of("dashboard.budget.none"));
    long critical = standings.stream().filter(each -> each == Standing.CRITICAL).count();
    long watch = standings.stream().filter(each -> each == Standing.WATCH).count();
    if (critical > 0)
      reasons.add(
          Phrase.of("dashboard.budget.critical", critical, limits.of(Threshold.OVER_CRITICAL)));
    if (watch > 0)
      reasons.add(Phrase.of("dashboard.budget.watch", watch, limits.of(Threshold.OVER_TOLERATED)));
    if (!lines.isEmpty()) {
      if (critical + watch == 0) reasons.add(good(limits.of(Threshold.OVER_TOLERATED)));
      reasons.add(
          Phrase.of(
              "dashboard.budget.total",
              Budget.total(lines, BudgetLine::forecast),
              Budget.total(lines, BudgetLine::authorized),
              Budget.total(lines, BudgetLine::spent)));
    }
    return new Status(Dimension.BUDGET, Standing.worst(standings), reasons);
  }

  private static Phrase good(int tolerated) {
    return tolerated == 0
        ? Phrase.of("dashboard.budget.good")
        : Phrase.of("dashboard.budget.tolerable", tolerated);
  }

  static Standing of(BudgetLine line, Thresholds limits) {
    return ForecastOverBudget.severity(line, limits).map(Standing::of).orElse(Standing.GOOD);
  }

  /** A critical threat is critical, a high one or a late issue to watch, an old review stale. */
  static Status risks(List<Risk> open, List<Issue> issues, LocalDate day) {
    List<Risk> threats = open.stream().filter(risk -> risk.kind() == RiskKind.THREAT).toList();
    long critical = threats.stream().filter(risk -> risk.level() == Level.CRITICAL).count();
    long high = threats.stream().filter(risk -> risk.level() == Level.HIGH).count();
    long late = issues.stream().filter(issue -> issue.isLate(day)).count();
    long old = open.stream().filter(risk -> risk.isUnreviewed(day)).count();
    List<Phrase> reasons = new ArrayList<>();
    if (critical > 0) reasons.add(Phrase.of("dashboard.risks.critical", critical));
    if (high > 0) reasons.add(Phrase.of("dashboard.risks.high", high));
    if (late > 0) reasons.add(Phrase.of("dashboard.issues.late", late));
    if (threats.isEmpty()) reasons.add(Phrase.of("dashboard.risks.none"));
    else if (critical + high == 0) reasons.add(Phrase.of("dashboard.risks.good", threats.size()));
    if (old > 0) reasons.add(Phrase.of("dashboard.risks.old", old));
    Standing standing = threats.isEmpty() ? Standing.UNKNOWN : Standing.GOOD;
    if (high + late > 0) standing = Standing.WATCH;
    if (critical > 0) standing = Standing.CRITICAL;
    return new Status(Dimension.RISKS, standing.aged(old > 0), reasons);
  }

  /** One body that said nothing in time is enough; nothing is known of those yet to answer. */
  static Status participation(Map<BodyId, Freshness.Reading> readings) {
    List<Freshness.Reading> asked =
        readings.values().stream()
            .filter(reading -> reading.state() != Freshness.State.UNASKED)
            .toList();
    long stale = asked.stream().filter(Freshness.Reading::isStale).count();
    long heard = asked.stream().filter(each -> !each.isStale() && each.last() != null).count();
    long waiting = asked.size() - stale - heard;
    List<Phrase> reasons = new ArrayList<>();
    if (asked.isEmpty()) reasons.add(Phrase.of("dashboard.participation.none"));
    if (stale > 0) reasons.add(Phrase.of("dashboard.participation.stale", stale, asked.size()));
    if (heard > 0) reasons.add(Phrase.of("dashboard.participation.good", heard, asked.size()));
    if (waiting > 0) reasons.add(Phrase.of("dashboard.participation.waiting", waiting));
    Standing standing = heard > 0 ? Standing.GOOD : Standing.UNKNOWN;
    return new Status(Dimension.PARTICIPATION, stale > 0 ? Standing.STALE : standing, reasons);
  }
}
