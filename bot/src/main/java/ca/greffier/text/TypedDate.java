package ca.greffier.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as people type it, in French or English: {@code 2026-03-20}, {@code 20 févr.}, {@code 1er
 * mars}, {@code March 3}, {@code demain}, {@code vendredi prochain}. Without a year it is the first
 * such day from today on. {@code 03/04/2026} is refused: it is two dates.
 */
public final class TypedDate {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/ ](\\d{1,2})[-/ ](\\d{1,2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/ ](\\d{1,2})[-/ ](\\d{4})");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?:([a-z]+) )?(\\d{1,2})(?:er|e|st|nd|rd|th)? (?:of )?([a-z]+)(?: (\\d{4}))?");
  private static final Pattern MONTH_DAY =
      Pattern.compile("(?:([a-z]+) )?([a-z]+) (\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?");
  private static final Pattern FROM_NOW =
      Pattern.compile("(?:dans|in) (\\d{1,3}) (jours?|days?|semaines?|weeks?)");
  private static final Pattern WEEKDAY =
      Pattern.compile("(?:(ce|this|next) )?([a-z]+)(?: (prochain|en huit))?");
  private static final Map<String, Integer> NEAR_DAYS =
      Map.of(
          "hier",
          -1,
          "yesterday",
          -1,
          "aujourd'hui",
          0,
          "today",
          0,
          "demain",
          1,
          "tomorrow",
          1,
          "apres-demain",
          2);

  private TypedDate() {}

  /**
   * @param today from which relative dates count
   */
  public static Typed<LocalDate> read(String typed, LocalDate today) {
    String text =
        Folded.of(Folded.of(typed).replaceAll("[.,]", " ")).replaceFirst("^(?:le|on|the) ", "");
    if (isTwoDates(text)) return Typed.unclear("refusal.date.ambiguous", typed);
    try {
      return date(text, today)
          .filter(date -> date.getYear() >= 2000 && date.getYear() < 2100)
          .<Typed<LocalDate>>map(Typed.Value::new)
          .orElseGet(() -> Typed.unclear("refusal.date", typed));
    } catch (DateTimeException noSuchDay) {
      return Typed.unclear("refusal.date.none", typed);
    }
  }

  private static boolean isTwoDates(String text) {
    Matcher numbers = YEAR_LAST.matcher(text);
    if (!numbers.matches()) return false;
    int first = number(numbers, 1);
    int second = number(numbers, 2);
    return first <= 12 && second <= 12 && first != second;
  }

  private static Optional<LocalDate> date(String text, LocalDate today) {
    return numeric(text)
        .or(() -> counted(text, today))
        .or(() -> weekday(text, today))
        .or(() -> named(text, today));
  }

  private static Optional<LocalDate> numeric(String text) {
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches())
      return Optional.of(
          LocalDate.of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3)));
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (!yearLast.matches()) return Optional.empty();
    int first = number(yearLast, 1);
    int second = number(yearLast, 2);
    int year = number(yearLast, 3);
    return Optional.of(
        second > 12 ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first));
  }

  private static Optional<LocalDate> counted(String text, LocalDate today) {
    Integer near = NEAR_DAYS.get(text);
    if (near != null) return Optional.of(today.plusDays(near));
    Matcher count = FROM_NOW.matcher(text);
    if (!count.matches()) return Optional.empty();
    boolean weeks = count.group(2).startsWith("semaine") || count.group(2).startsWith("week");
    return Optional.of(today.plusDays((long) number(count, 1) * (weeks ? 7 : 1)));
  }

  private static Optional<LocalDate> weekday(String text, LocalDate today) {
    Matcher matcher = WEEKDAY.matcher(text);
    if (!matcher.matches()) return Optional.empty();
    boolean thisOne = matcher.group(1) != null && !matcher.group(1).equals("next");
    boolean weekLater = "en huit".equals(matcher.group(3));
    return CalendarNames.day(matcher.group(2))
        .map(
            day ->
                today.with(
                    thisOne ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.next(day)))
        .map(date -> weekLater ? date.plusWeeks(1) : date);
  }

  private static Optional<LocalDate> named(String text, LocalDate today) {
    Matcher dayFirst = DAY_MONTH.matcher(text);
    if (dayFirst.matches()) return named(dayFirst, dayFirst.group(3), number(dayFirst, 2), today);
    Matcher monthFirst = MONTH_DAY.matcher(text);
    if (monthFirst.matches())
      return named(monthFirst, monthFirst.group(2), number(monthFirst, 3), today);
    return Optional.empty();
  }

  /** A month by its name; group 1 is the day of the week and group 4 the year, both optional. */
  private static Optional<LocalDate> named(
      Matcher matcher, String monthName, int day, LocalDate today) {
    Optional<Month> month = CalendarNames.month(monthName);
    Optional<DayOfWeek> weekday = Optional.ofNullable(matcher.group(1)).flatMap(CalendarNames::day);
    if (month.isEmpty() || (matcher.group(1) != null && weekday.isEmpty())) return Optional.empty();
    LocalDate date =
        matcher.group(4) == null
            ? coming(month.get(), day, today)
            : LocalDate.of(number(matcher, 4), month.get(), day);
    if (weekday.isPresent() && date.getDayOfWeek() != weekday.get())
      throw new DateTimeException("another day of the week");
    return Optional.of(date);
  }

  /** The first such day from today on; 29 February may be years away. */
  private static LocalDate coming(Month month, int day, LocalDate today) {
    if (day < 1 || day > month.maxLength()) throw new DateTimeException("no such day");
    LocalDate first = today.withDayOfMonth(1).withMonth(month.getValue());
    for (int years = 0; ; years++) {
      LocalDate inYear = first.plusYears(years);
      if (day > inYear.lengthOfMonth()) continue;
      if (!inYear.withDayOfMonth(day).isBefore(today)) return inYear.withDayOfMonth(day);
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
