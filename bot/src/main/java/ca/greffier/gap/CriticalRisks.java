package ca.greffier.gap;

import ca.greffier.risk.Level;
import ca.greffier.risk.Risk;
import ca.greffier.risk.RiskKind;
import ca.greffier.risk.Risks;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A critical risk that nobody owns, or that nobody has reviewed for too long (domain.md K22). */
final class CriticalRisks implements GapRule {
  private final Risks risks;

  CriticalRisks(Risks risks) {
    this.risks = risks;
  }

  @Override
  public String code() {
    return "risque";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    List<Finding> found = new ArrayList<>();
    for (Risk each : risks.open()) {
      if (each.kind() != RiskKind.THREAT || each.level() != Level.CRITICAL) continue;
      if (each.owner() == null) found.add(finding(each, Severity.CRITICAL, "gap.risk.cause.owner"));
      else if (each.isUnreviewed(today))
        found.add(finding(each, Severity.WATCH, "gap.risk.cause.review"));
    }
    return found;
  }

  private static Finding finding(Risk risk, Severity severity, String cause) {
    return new Finding(
        "risk:" + risk.id().value(),
        severity,
        Phrase.of("gap.risk.title", risk.code(), risk.event()),
        List.of(
            Phrase.of("gap.risk.score", risk.score()),
            Phrase.of("gap.risk.reviewed", risk.reviewedOn()),
            Phrase.of("gap.source.risk", risk.code())),
        Phrase.of(cause),
        Situation.CRITICAL_RISK,
        risk.score());
  }
}
