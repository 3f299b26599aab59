package ca.greffier.command;

import ca.greffier.text.Folded;
import ca.greffier.text.Messages;
import ca.greffier.text.Money;
import ca.greffier.text.Typed;
import ca.greffier.text.TypedDate;
import ca.greffier.text.TypedDuration;
import ca.greffier.text.TypedMoney;
import ca.greffier.text.TypedTime;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The kinds of parameters that every room uses. Each refuses by saying what would be accepted, and
 * reads back what it writes.
 */
public final class Kinds {
  private static final int LONGEST_ADDRESS = 254;
  private static final Duration LONGEST_DURATION = Duration.ofHours(999);
  private static final Pattern WHOLE = Pattern.compile("-?(?:\\d{1,9}|\\d{1,3}(?: \\d{3}){1,2})");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4,64}");

  /** What any mail server takes: ASCII, not quoted, no comment, no display name, a domain name. */
  private static final Pattern PLAIN_ADDRESS =
      Pattern.compile("[\\p{Graph}&&[^\"(),:;<>@\\[\\\\\\]]]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

  private static final EmailValidator ADDRESS = JMail.strictValidator().disallowIpDomain();

  private final Messages messages;
  private final InstantSource clock;

  public Kinds(Messages messages, InstantSource clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /** One line. */
  public Kind<String> text(int max) {
    return new SimpleKind<>(Shape.TEXT, typed -> limited(Cleaned.line(typed), max), value -> value);
  }

  /** Several lines. */
  public Kind<String> longText(int max) {
    return new SimpleKind<>(
        Shape.LONG_TEXT, typed -> limited(Cleaned.lines(typed), max), value -> value);
  }

  /** A whole number between two others, both accepted. */
  public Kind<Integer> wholeNumber(int min, int max) {
    return new SimpleKind<>(
        Shape.WHOLE_NUMBER, typed -> wholeNumber(typed, min, max), String::valueOf);
  }

  /** A whole percentage, from 0 to 100: {@code 60}, {@code 60 %}. */
  public Kind<Integer> percent() {
    return new SimpleKind<>(
        Shape.WHOLE_NUMBER,
        typed -> wholeNumber(typed.replaceFirst("[\\s\\u00a0\\u202f]*%\\s*$", ""), 0, 100),
        String::valueOf);
  }

  /** A number of days, at least one: {@code 30}, {@code 30 jours}. */
  public Kind<Integer> days(int most) {
    return new SimpleKind<>(
        Shape.WHOLE_NUMBER,
        typed ->
            wholeNumber(typed.replaceFirst("(?i)[\\s\\u00a0]*(?:jours?|days?)\\s*$", ""), 1, most),
        String::valueOf);
  }

  /** A date; {@code demain} counts from today in the project's zone. */
  public Kind<LocalDate> date() {
    return new SimpleKind<>(
        Shape.DATE,
        typed ->
            value(TypedDate.read(typed, LocalDate.ofInstant(clock.instant(), messages.zone()))),
        LocalDate::toString);
  }

  public Kind<LocalTime> time() {
    return new SimpleKind<>(Shape.TIME, typed -> value(TypedTime.read(typed)), LocalTime::toString);
  }

  /** An amount, which may be negative. */
  public Kind<Money> money() {
    return new SimpleKind<>(
        Shape.MONEY,
        typed -> value(TypedMoney.read(typed)),
        value -> BigDecimal.valueOf(value.cents(), 2).toPlainString());
  }

  /** A duration of at least one minute. */
  public Kind<Duration> duration() {
    return new SimpleKind<>(Shape.TEXT, Kinds::duration, value -> value.toMinutes() + " min");
  }

  /** An email address, in lower case. */
  public Kind<String> emailAddress() {
    return new SimpleKind<>(Shape.TEXT, Kinds::address, value -> value);
  }

  public Kind<Boolean> yesNo() {
    Map<String, Boolean> values = new LinkedHashMap<>();
    values.put("oui", true);
    values.put("non", false);
    return choice("ouinon", values);
  }

  /**
   * One of a closed list.
   *
   * @param name the labels are the messages {@code choice.NAME.VALUE}; synonyms that are understood
   *     but not shown may stand in {@code choice.NAME.VALUE.also}, separated by commas
   * @param values in the order they are shown: a map that keeps it
   */
  public <E> Kind<E> choice(String name, Map<String, E> values) {
    return new ClosedList<>(messages, name, values);
  }

  /**
   * @param extensions in lower case, without a dot
   */
  public Kind<Attachment> file(int maxBytes, String... extensions) {
    return new FileKind(maxBytes, Arrays.asList(extensions));
  }

  /** A code that was sent: capitals and digits; spaces, hyphens and case do not count. */
  public Kind<String> secretCode() {
    return new SimpleKind<>(Shape.TEXT, true, Kinds::code, value -> value);
  }

  /** What was typed, short enough to be repeated in a refusal. */
  static String quoted(String typed) {
    return Typed.quoted(typed);
  }

  private static <T> T value(Typed<T> typed) {
    return switch (typed) {
      case Typed.Value<T>(T value) -> value;
      case Typed.Unclear<T>(var why) -> throw new Refusal(why.key(), why.arguments().toArray());
    };
  }

  private static String limited(String text, int max) {
    if (text.isEmpty()) throw new Refusal("refusal.text.empty");
    int length = text.codePointCount(0, text.length());
    if (length > max) throw new Refusal("refusal.text.long", max, length);
    return text;
  }

  private static Integer wholeNumber(String typed, int min, int max) {
    String text = Folded.of(typed);
    if (!WHOLE.matcher(text).matches())
      throw new Refusal("refusal.number", quoted(typed), min, max);
    int number = Integer.parseInt(text.replace(" ", ""));
    if (number < min || number > max) throw new Refusal("refusal.number", quoted(typed), min, max);
    return number;
  }

  private static Duration duration(String typed) {
    Duration duration = value(TypedDuration.read(typed));
    if (duration.isZero() || duration.compareTo(LONGEST_DURATION) > 0)
      throw new Refusal("refusal.duration", quoted(typed));
    return duration;
  }

  private static String address(String typed) {
    String address = typed.strip().toLowerCase(Locale.ROOT);
    if (address.length() > LONGEST_ADDRESS
        || !PLAIN_ADDRESS.matcher(address).matches()
        || ADDRESS.isInvalid(address)) throw new Refusal("refusal.address", quoted(typed));
    return address;
  }

  private static String code(String typed) {
    String code = typed.replaceAll("[\\s\\u00a0-]", "").toUpperCase(Locale.ROOT);
    if (!CODE.matcher(code).matches()) throw new Refusal("refusal.code");
    return code;
  }
}
