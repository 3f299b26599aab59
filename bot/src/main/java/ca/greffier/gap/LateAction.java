package ca.greffier.gap;

import ca.greffier.directory.People;
import ca.greffier.minutes.ActionItem;
import ca.greffier.minutes.Minutes;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An action past its day (domain.md M14). */
final class LateAction implements GapRule {
  private final Minutes minutes;
  private final People people;
  private final QuebecCalendar calendar;

  LateAction(Minutes minutes, People people, QuebecCalendar calendar) {
    this.minutes = minutes;
    this.people = people;
    this.calendar = calendar;
  }

  @Override
  public String code() {
    return "action";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    List<Finding> found = new ArrayList<>();
    for (ActionItem each : minutes.openActions()) {
      if (each.due().isBefore(today))
        found.add(finding(each, calendar.workingDaysBetween(each.due(), today), limits));
    }
    return found;
  }

  private Finding finding(ActionItem action, int days, Thresholds limits) {
    return new Finding(
        "action:" + action.number(),
        days > limits.of(Threshold.ACTION_CRITICAL) ? Severity.CRITICAL : Severity.WATCH,
        Phrase.of("gap.action.title", action.number(), action.text()),
        List.of(
            Phrase.of("gap.action.due", action.due()),
            Phrase.of("gap.action.late", days),
            Phrase.of("gap.action.who", people.get(action.responsible()).fullName()),
            Phrase.of("gap.source.action")),
        Phrase.of("gap.action.cause"),
        Situation.LATE_BY_CAPACITY,
        days);
  }
}
