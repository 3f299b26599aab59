package ca.greffier.plan;

import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a date given to a deliverable makes one wonder; none of it forbids the date. */
final class Remarks {
  private static final MonthDay FETES_START = MonthDay.of(12, 20);
  private static final MonthDay FETES_END = MonthDay.of(1, 5);
  private static final int BUILDERS_DAYS = 14;

  private final Plan plan;
  private final Dependencies dependencies;
  private final QuebecCalendar calendar;

  Remarks(Plan plan, Dependencies dependencies, QuebecCalendar calendar) {
    this.plan = plan;
    this.dependencies = dependencies;
    this.calendar = calendar;
  }

  /** On the day itself (domain.md K14). */
  List<Phrase> on(LocalDate date) {
    List<Phrase> all = new ArrayList<>();
    if (!calendar.isWorkingDay(date))
      all.add(Phrase.of("plan.remark.closed", date, calendar.plusWorkingDays(date, -1)));
    if (isFetes(date)) all.add(Phrase.of("plan.remark.fetes"));
    if (isBuilders(date)) all.add(Phrase.of("plan.remark.builders"));
    return all;
  }

  /** On the day, and on what waits for the deliverable or is waited for (domain.md K13). */
  List<Phrase> on(Deliverable what, LocalDate date) {
    List<Phrase> all = new ArrayList<>(on(date));
    for (Dependency each : dependencies.of(what.id())) {
      boolean first = each.before().equals(what.id());
      Deliverable other = plan.get(first ? each.after() : each.before());
      if (other.isCancelled()) continue;
      LocalDate before = first ? date : end(other);
      LocalDate after = first ? end(other) : date;
      if (isTooEarly(before, after, each.lagDays()))
        all.add(
            Phrase.of(
                "plan.remark.order",
                first ? other.code() : what.code(),
                first ? what.code() : other.code()));
    }
    return all;
  }

  private static @Nullable LocalDate end(Deliverable what) {
    return what.reached() != null ? what.reached() : what.due();
  }

  private boolean isTooEarly(@Nullable LocalDate before, @Nullable LocalDate after, int lag) {
    return before != null && after != null && after.isBefore(calendar.plusWorkingDays(before, lag));
  }

  private static boolean isFetes(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    return !day.isBefore(FETES_START) || !day.isAfter(FETES_END);
  }

  /** The two weeks of the construction industry begin on the first Sunday from 18 July on. */
  private static boolean isBuilders(LocalDate date) {
    LocalDate start =
        LocalDate.of(date.getYear(), Month.JULY, 18)
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    return !date.isBefore(start) && date.isBefore(start.plusDays(BUILDERS_DAYS));
  }
}
