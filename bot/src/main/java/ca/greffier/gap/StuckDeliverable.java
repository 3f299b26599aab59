package ca.greffier.gap;

import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.progress.Rounds;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A deliverable declared nearly done whose share did not move in two reports (domain.md K13). */
final class StuckDeliverable implements GapRule {
  private final Plan plan;
  private final Rounds rounds;
  private final ZoneId zone;

  StuckDeliverable(Plan plan, Rounds rounds, ZoneId zone) {
    this.plan = plan;
    this.rounds = rounds;
    this.zone = zone;
  }

  @Override
  public String code() {
    return "avancement";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    List<Finding> found = new ArrayList<>();
    for (Rounds.Stuck each : rounds.stuck(limits.of(Threshold.STUCK_FROM))) {
      Deliverable what = plan.get(each.deliverable());
      if (what.isOpen()) found.add(finding(what, each));
    }
    return found;
  }

  private Finding finding(Deliverable what, Rounds.Stuck stuck) {
    return new Finding(
        "deliverable:" + what.id().value(),
        Severity.WATCH,
        Phrase.of("gap.stuck.title", what.code(), what.title()),
        List.of(
            Phrase.of("gap.stuck.share", new Percent(stuck.percent())),
            Phrase.of("gap.stuck.since", LocalDate.ofInstant(stuck.since(), zone)),
            Phrase.of("gap.source.deliverable", what.code())),
        Phrase.of("gap.stuck.cause"),
        Situation.STUCK_NEAR_THE_END,
        100 - stuck.percent());
  }
}
