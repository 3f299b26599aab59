package ca.greffier.outbox;

import ca.greffier.text.Phrase;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a letter was not delivered, by the status that a server gave (RFC 3463). */
public enum Cause {
  UNKNOWN_ADDRESS,
  FULL,
  CLOSED,
  UNREACHABLE,
  /** For what it is or whom it comes from. */
  BLOCKED,
  UNSPECIFIED;

  private static final Pattern STATUS = Pattern.compile("\\b[45]\\.(\\d{1,3})\\.(\\d{1,3})\\b");

  static Cause of(String answer) {
    Matcher status = STATUS.matcher(answer);
    if (!status.find()) return UNSPECIFIED;
    return switch (status.group(1)) {
      case "1" -> UNKNOWN_ADDRESS;
      case "2" -> status.group(2).equals("2") ? FULL : CLOSED;
      case "4" -> UNREACHABLE;
      case "7" -> BLOCKED;
      default -> UNSPECIFIED;
    };
  }

  public Phrase phrase() {
    return Phrase.of("outbox.cause." + name().toLowerCase(Locale.ROOT));
  }
}
