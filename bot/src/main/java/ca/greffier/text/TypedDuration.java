package ca.greffier.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as people type it: {@code 1h30}, {@code 90 min}, {@code 1,5 h}, {@code 1 hour}. */
public final class TypedDuration {
  private static final String HOURS = " ?(?:h|hrs?|heures?|hours?)";
  private static final String MINUTES = " ?(?:m|mins?|minutes?)";
  private static final Pattern WHOLE =
      Pattern.compile("(\\d{1,3})" + HOURS + "(?: ?(\\d{1,2})(?:" + MINUTES + ")?)?");
  private static final Pattern DECIMAL = Pattern.compile("(\\d{1,3}[.,]\\d{1,2})" + HOURS);
  private static final Pattern ONLY_MINUTES = Pattern.compile("(\\d{1,5})" + MINUTES);

  private TypedDuration() {}

  public static Typed<Duration> read(String typed) {
    String text = Folded.of(typed);
    Matcher whole = WHOLE.matcher(text);
    if (whole.matches()) {
      long minutes = whole.group(2) == null ? 0 : Long.parseLong(whole.group(2));
      long hours = Long.parseLong(whole.group(1));
      if (minutes < 60) return new Typed.Value<>(Duration.ofMinutes(hours * 60 + minutes));
    }
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      BigDecimal hours = new BigDecimal(decimal.group(1).replace(',', '.'));
      return new Typed.Value<>(Duration.ofMinutes(Math.round(hours.doubleValue() * 60)));
    }
    Matcher minutes = ONLY_MINUTES.matcher(text);
    if (minutes.matches())
      return new Typed.Value<>(Duration.ofMinutes(Long.parseLong(minutes.group(1))));
    return Typed.unclear("refusal.duration", typed);
  }
}
