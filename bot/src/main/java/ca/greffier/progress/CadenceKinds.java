package ca.greffier.progress;

import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Refusal;
import ca.greffier.text.Folded;
import ca.greffier.text.Typed;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often and for how long, as people type it: {@code 2 semaines}, {@code 3 jours}. */
final class CadenceKinds {
  private static final Map<String, Integer> WORDS =
      Map.of("un", 1, "une", 1, "deux", 2, "trois", 3, "quatre", 4, "one", 1, "two", 2, "three", 3);
  private static final String NUMBER = "(?:(\\d{1,3}|[a-z]+) )?";
  private static final Pattern WEEKS = Pattern.compile(NUMBER + "(?:semaines?|weeks?|sem)");
  private static final Pattern DAYS =
      Pattern.compile(NUMBER + "(?:jours?|days?|j)(?: ouvrables?)?");
  private static final int WORKING_DAYS = 5;
  private static final int DAYS_IN_WEEK = 7;

  private CadenceKinds() {}

  /** A number of weeks between 1 and a most; fourteen days are two weeks. */
  static Kind<Integer> weeks(int most) {
    return new Count("progress.weeks", most) {
      @Override
      int read(String text) {
        int days = number(DAYS, text);
        if (days > 0 && days % DAYS_IN_WEEK == 0) return days / DAYS_IN_WEEK;
        return number(WEEKS, text);
      }

      @Override
      public String write(Integer weeks) {
        return weeks + " semaines";
      }
    };
  }

  /** A number of working days between 1 and a most; a week has five. */
  static Kind<Integer> days(int most) {
    return new Count("progress.days", most) {
      @Override
      int read(String text) {
        int weeks = number(WEEKS, text);
        return weeks > 0 ? weeks * WORKING_DAYS : number(DAYS, text);
      }

      @Override
      public String write(Integer days) {
        return days + " jours";
      }
    };
  }

  /** A day from Monday to Friday. */
  static Kind<DayOfWeek> weekday(Kinds kinds) {
    Map<String, DayOfWeek> days = new LinkedHashMap<>();
    days.put("lundi", DayOfWeek.MONDAY);
    days.put("mardi", DayOfWeek.TUESDAY);
    days.put("mercredi", DayOfWeek.WEDNESDAY);
    days.put("jeudi", DayOfWeek.THURSDAY);
    days.put("vendredi", DayOfWeek.FRIDAY);
    return kinds.choice("jour", days);
  }

  /** A number alone, or with its unit. */
  private abstract static class Count implements Kind<Integer> {
    private final String refusal;
    private final int most;

    Count(String refusal, int most) {
      this.refusal = refusal;
      this.most = most;
    }

    /** 0 when it is not one. */
    abstract int read(String text);

    @Override
    public Integer parse(String typed) {
      String text = Folded.of(typed).replaceFirst("^(?:toutes les|tous les|chaque|every) ", "");
      int count = text.matches("\\d{1,3}") ? Integer.parseInt(text) : read(text);
      if (count < 1 || count > most) throw new Refusal(refusal, Typed.quoted(typed), most);
      return count;
    }

    static int number(Pattern pattern, String text) {
      Matcher matcher = pattern.matcher(text);
      if (!matcher.matches()) return 0;
      String number = matcher.group(1);
      if (number == null) return 1;
      return number.matches("\\d+") ? Integer.parseInt(number) : WORDS.getOrDefault(number, 0);
    }
  }
}
