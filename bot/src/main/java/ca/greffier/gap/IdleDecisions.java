package ca.greffier.gap;

import ca.greffier.directory.Bodies;
import ca.greffier.minutes.Decision;
import ca.greffier.minutes.Minutes;
import ca.greffier.minutes.Proceedings;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The last meeting of a body decided, and nobody has anything to do. */
final class IdleDecisions implements GapRule {
  private final Minutes minutes;
  private final Bodies bodies;
  private final QuebecCalendar calendar;
  private final ZoneId zone;

  IdleDecisions(Minutes minutes, Bodies bodies, QuebecCalendar calendar, ZoneId zone) {
    this.minutes = minutes;
    this.bodies = bodies;
    this.calendar = calendar;
    this.zone = zone;
  }

  @Override
  public String code() {
    return "decision";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    List<Finding> found = new ArrayList<>();
    for (Proceedings held : minutes.lastClosed()) {
      List<Decision> decided = held.decisions().stream().filter(Decision::isDecided).toList();
      if (decided.isEmpty() || !held.actions().isEmpty()) continue;
      LocalDate closed = LocalDate.ofInstant(held.closedAt().orElseThrow(), zone);
      if (calendar.workingDaysBetween(closed, today) > limits.of(Threshold.DECISION_IDLE))
        found.add(finding(held, decided, closed));
    }
    return found;
  }

  private Finding finding(Proceedings held, List<Decision> decided, LocalDate closed) {
    return new Finding(
        "meeting:" + held.meeting().id().value(),
        Severity.WATCH,
        Phrase.of(
            "gap.idle.title", bodies.get(held.meeting().body()).name(), held.meeting().title()),
        List.of(
            Phrase.of(
                "gap.idle.decisions",
                String.join(", ", decided.stream().map(Decision::number).toList())),
            Phrase.of("gap.idle.closed", closed),
            Phrase.of("gap.source.meeting", held.meeting().number())),
        Phrase.of("gap.idle.cause"),
        Situation.AWAITED_DECISION,
        decided.size());
  }
}
