package ca.greffier.dashboard;

import ca.greffier.dashboard.Svg.Anchor;
import ca.greffier.dashboard.Svg.Pen;
import ca.greffier.dashboard.Svg.Type;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days from left to right, between two edges of a picture.
 *
 * @param first the day at the left edge
 */
record TimeAxis(LocalDate first, LocalDate last, double left, double right) {
  private static final int MARGIN_DAYS = 10;
  private static final int MOST_TICKS = 8;
  private static final List<Integer> STEPS = List.of(1, 2, 3, 6, 12, 24, 60);
  private static final int LABEL_DROP = 16;

  /** Wide enough for all of these days. */
  static TimeAxis over(Collection<LocalDate> days, double left, double right) {
    LocalDate first = days.stream().min(LocalDate::compareTo).orElseThrow();
    LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow();
    return new TimeAxis(first.minusDays(MARGIN_DAYS), last.plusDays(MARGIN_DAYS), left, right);
  }

  double x(LocalDate day) {
    double share =
        (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
    return left + share * (right - left);
  }

  /** The first days of months, as many as there is room for. */
  List<LocalDate> ticks() {
    YearMonth from = YearMonth.from(first).plusMonths(1);
    long months = ChronoUnit.MONTHS.between(from, YearMonth.from(last)) + 1;
    int step =
        STEPS.stream().filter(each -> months <= (long) each * MOST_TICKS).findFirst().orElse(120);
    YearMonth start = from;
    while (step > 1 && (start.getYear() * 12 + start.getMonthValue() - 1) % step != 0)
      start = start.plusMonths(1);
    return Stream.iterate(start, month -> month.plusMonths(step))
        .takeWhile(month -> !month.atDay(1).isAfter(last))
        .map(month -> month.atDay(1))
        .toList();
  }

  /** The months as thin lines, named above, and the day as a dashed one, named below. */
  void draw(Svg svg, double top, double bottom, LocalDate day, String today) {
    for (LocalDate tick : ticks()) {
      svg.upright(x(tick), top, bottom, Pen.GRID);
      svg.text(YearMonth.from(tick).toString(), x(tick), top - 5, Type.SMALL.at(Anchor.MIDDLE));
    }
    svg.upright(x(day), top, bottom, Pen.TODAY);
    svg.text(today, x(day), bottom + LABEL_DROP, Type.SMALL.at(Anchor.MIDDLE));
  }
}
