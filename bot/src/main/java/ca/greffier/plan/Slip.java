package ca.greffier.plan;

import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far dates have moved, in working days of Québec (domain.md K11). */
public final class Slip {
  private final QuebecCalendar calendar;

  public Slip(QuebecCalendar calendar) {
    this.calendar = calendar;
  }

  /** Working days from a date to another; negative when it is earlier, 0 when one is unknown. */
  public int days(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null || to == null) return 0;
    return calendar.workingDaysBetween(from, to);
  }

  QuebecCalendar calendar() {
    return calendar;
  }

  /** How far a deliverable is from its baseline: by its forecast, or today once that is past. */
  public int of(Deliverable what, LocalDate today) {
    LocalDate end = what.reached();
    if (end == null) end = what.due();
    if (end != null && what.isOpen() && end.isBefore(today)) end = today;
    return days(what.baseline(), end);
  }

  /** The same, in words. */
  static Phrase phrase(int days) {
    if (days == 0) return Phrase.of("plan.slip.none");
    return Phrase.of(days > 0 ? "plan.slip.later" : "plan.slip.earlier", Math.abs(days));
  }
}
