package ca.greffier.minutes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a chat log, as IRC programs and MeetBot write them.
 *
 * @param at as it is written: {@code 13:32:00}, or with its date {@code 2018-05-01T13:32:00}; empty
 *     when the log has no times
 * @param who empty when the log does not say
 */
record ChatLine(String at, String who, String said) {
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*\\[?(?:(\\d{4}-\\d\\d-\\d\\d)[T ])?(\\d{1,2}:\\d\\d(?::\\d\\d)?)(?:[.,]\\d+)?"
              + "(?:Z|[+-]\\d\\d:?\\d\\d)?\\]?[\\s|]*(?:<[@+%&~! ]*([^>\\s]{1,64}) ?>|\\*+"
              + " ([^\\s*]{1,64})(?=\\s)|([^\\s:<>*|]{1,64}):?\\t)\\s?(.*)");

  /** A log that was saved without its times. */
  private static final Pattern UNTIMED =
      Pattern.compile("\\s*<[@+%&~! ]*([^>\\s]{1,64}) ?>\\s?(.*)");

  static Optional<ChatLine> of(String line) {
    Matcher timed = LINE.matcher(line);
    if (timed.matches()) return Optional.of(timed(timed));
    Matcher untimed = UNTIMED.matcher(line);
    return untimed.matches()
        ? Optional.of(new ChatLine("", untimed.group(1), untimed.group(2).strip()))
        : Optional.empty();
  }

  private static ChatLine timed(Matcher line) {
    String who = "";
    for (int group = 3; group <= 5 && who.isEmpty(); group++)
      who = line.group(group) == null ? "" : line.group(group);
    String day = line.group(1) == null ? "" : line.group(1) + "T";
    return new ChatLine(day + line.group(2), who, line.group(6).strip());
  }
}
