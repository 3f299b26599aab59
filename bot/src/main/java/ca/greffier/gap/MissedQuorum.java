package ca.greffier.gap;

import ca.greffier.directory.Bodies;
import ca.greffier.minutes.Minutes;
import ca.greffier.minutes.Proceedings;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.List;

/** The last meeting of a body was held without a quorum (domain.md M12). */
final class MissedQuorum implements GapRule {
  private final Minutes minutes;
  private final Bodies bodies;

  MissedQuorum(Minutes minutes, Bodies bodies) {
    this.minutes = minutes;
    this.bodies = bodies;
  }

  @Override
  public String code() {
    return "quorum";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    return minutes.lastClosed().stream()
        .filter(each -> !each.isQuorate())
        .map(this::finding)
        .toList();
  }

  private Finding finding(Proceedings held) {
    return new Finding(
        "meeting:" + held.meeting().id().value(),
        Severity.WATCH,
        Phrase.of(
            "gap.quorum.title", bodies.get(held.meeting().body()).name(), held.meeting().title()),
        List.of(
            Phrase.of("gap.quorum.present", held.present(), held.quorum().needed()),
            Phrase.of("gap.source.meeting", held.meeting().number())),
        Phrase.of("gap.quorum.cause", held.decisions().size()),
        Situation.MISSED_QUORUM,
        held.quorum().needed() - held.present());
  }
}
