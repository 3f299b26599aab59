package ca.greffier.meeting;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.text.Folded;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a series of meetings comes: every so many weeks on the same day, or every so many
 * months on the same day of the week ({@code the second Tuesday}; a fifth one is the last). Its
 * days are days of the place where people live: the hour stays the same across both clock changes.
 *
 * @param every from 1
 */
record Rhythm(int every, Unit unit) {
  private static final int WEEK = 7;
  private static final int LAST = 5;
  private static final int MOST = 26;

  /** What it counts in. */
  enum Unit {
    WEEKS("semaines"),
    MONTHS("mois");

    private final String word;

    Unit(String word) {
      this.word = word;
    }
  }

  /** Its days from the first one to a day, both included. */
  List<LocalDate> days(LocalDate first, LocalDate until) {
    List<LocalDate> days = new ArrayList<>();
    for (int n = 0; ; n++) {
      LocalDate day = day(first, n);
      if (day.isAfter(until)) return days;
      days.add(day);
    }
  }

  private LocalDate day(LocalDate first, int n) {
    if (unit == Unit.WEEKS) return first.plusWeeks((long) n * every);
    LocalDate month = first.withDayOfMonth(1).plus((long) n * every, ChronoUnit.MONTHS);
    int rank = (first.getDayOfMonth() - 1) / WEEK + 1;
    return rank == LAST
        ? month.with(TemporalAdjusters.lastInMonth(first.getDayOfWeek()))
        : month.with(TemporalAdjusters.dayOfWeekInMonth(rank, first.getDayOfWeek()));
  }

  /** As people say it: {@code semaine}, {@code 2 semaines}, {@code mois}, {@code every 3 weeks}. */
  static final class Typed implements Kind<Rhythm> {
    private static final Pattern WORDS =
        Pattern.compile(
            "(?:chaque|tous les|toutes les|aux|every)? ?([0-9]{1,2})?"
                + " ?(semaines?|hebdo(?:madaire)?|weeks?|weekly|mois|mensuel(?:le)?|months?|monthly)");

    @Override
    public Rhythm parse(String typed) {
      Matcher words = WORDS.matcher(Folded.of(typed));
      if (!words.matches()) throw new Refusal("meeting.rhythm", typed.strip());
      int every = words.group(1) == null ? 1 : Integer.parseInt(words.group(1));
      if (every < 1 || every > MOST) throw new Refusal("meeting.rhythm", typed.strip());
      return new Rhythm(every, words.group(2).startsWith("m") ? Unit.MONTHS : Unit.WEEKS);
    }

    @Override
    public String write(Rhythm rhythm) {
      return rhythm.every() + " " + rhythm.unit().word;
    }
  }
}
