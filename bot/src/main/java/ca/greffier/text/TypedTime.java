package ca.greffier.text;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day as people type it: {@code 14 h 30}, {@code 14:30}, {@code 2:30 pm}, midi. */
public final class TypedTime {
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}) ?(?:h|:|heures?) ?(\\d{2})?");
  private static final Pattern HALVES = Pattern.compile("(\\d{1,2})(?: ?[:h] ?(\\d{2}))? ?([ap])m");

  private TypedTime() {}

  public static Typed<LocalTime> read(String typed) {
    String text = Folded.of(typed).replace(".", "").replaceFirst("^(?:a|at) ", "");
    if (text.equals("midi") || text.equals("noon")) return new Typed.Value<>(LocalTime.NOON);
    if (text.equals("minuit") || text.equals("midnight"))
      return new Typed.Value<>(LocalTime.MIDNIGHT);
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches() && hour(clock) < 24 && minute(clock) < 60)
      return new Typed.Value<>(LocalTime.of(hour(clock), minute(clock)));
    Matcher halves = HALVES.matcher(text.replace(" m", "m"));
    if (halves.matches() && hour(halves) >= 1 && hour(halves) <= 12 && minute(halves) < 60) {
      int afternoon = halves.group(3).equals("p") ? 12 : 0;
      return new Typed.Value<>(LocalTime.of(hour(halves) % 12 + afternoon, minute(halves)));
    }
    return Typed.unclear("refusal.time", typed);
  }

  private static int hour(Matcher matcher) {
    return Integer.parseInt(matcher.group(1));
  }

  private static int minute(Matcher matcher) {
    return matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
  }
}
