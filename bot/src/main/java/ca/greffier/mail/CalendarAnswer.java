package ca.greffier.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The answer of a calendar program: METHOD:REPLY (RFC 5546). Read line by line and not by ical4j,
 * which refuses a whole calendar for a fault in a time zone or property that is of no use here.
 */
record CalendarAnswer(
    String uid,
    String organizer,
    String attendee,
    String partstat,
    int sequence,
    Optional<Instant> stamp) {
  private static final int MOST_CHARACTERS = 500_000;
  private static final Pattern FOLD = Pattern.compile("\\R[ \\t]");
  private static final Pattern REPLY = Pattern.compile("(?im)^METHOD[^:\\r\\n]*:\\s*REPLY\\s*$");
  private static final Pattern EVENT =
      Pattern.compile("(?is)^BEGIN:VEVENT\\s*$(.*?)^END:(?:VEVENT|VCALENDAR)", Pattern.MULTILINE);
  private static final Pattern PARTSTAT = Pattern.compile("(?i);PARTSTAT=\"?([A-Z-]{1,40})\"?");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"';:=,]+@[^\\s<>\"';:=,]+");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  /**
   * @param from who sent the mail: of several attendees, the one that answers
   */
  static Optional<CalendarAnswer> in(Piece mail, String from) {
    return mail.all()
        .filter(piece -> piece.is("text/calendar") || piece.is("application/ics"))
        .flatMap(piece -> read(piece.text(), from))
        .findFirst();
  }

  private static Stream<CalendarAnswer> read(String calendar, String from) {
    String text =
        FOLD.matcher(calendar.substring(0, Math.min(calendar.length(), MOST_CHARACTERS)))
            .replaceAll("");
    if (!REPLY.matcher(text).find()) return Stream.empty();
    Matcher events = EVENT.matcher(text);
    return events.find() ? event(events.group(1).lines().toList(), from).stream() : Stream.empty();
  }

  private static Optional<CalendarAnswer> event(List<String> lines, String from) {
    List<String> answers =
        named(lines, "ATTENDEE").filter(line -> PARTSTAT.matcher(line).find()).toList();
    return answers.stream()
        .filter(line -> answers.size() == 1 || address(line).equalsIgnoreCase(from))
        .findFirst()
        .or(
            () ->
                answers.stream().filter(line -> !partstat(line).equals("NEEDS-ACTION")).findFirst())
        .map(line -> answer(lines, line));
  }

  private static CalendarAnswer answer(List<String> lines, String attendee) {
    return new CalendarAnswer(
        value(lines, "UID"),
        named(lines, "ORGANIZER").findFirst().orElse(""),
        address(attendee),
        partstat(attendee),
        sequence(value(lines, "SEQUENCE")),
        stamp(value(lines, "DTSTAMP")));
  }

  private static Stream<String> named(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
        .filter(
            line -> line.length() > name.length() && ":;".indexOf(line.charAt(name.length())) >= 0);
  }

  private static String value(List<String> lines, String name) {
    return named(lines, name)
        .map(line -> line.substring(line.indexOf(':', name.length()) + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static String partstat(String attendee) {
    Matcher matcher = PARTSTAT.matcher(attendee);
    return matcher.find() ? matcher.group(1).toUpperCase(Locale.ROOT) : "";
  }

  /** The value comes last; a parameter such as SENT-BY may hold an address too. */
  private static String address(String attendee) {
    return ADDRESS.matcher(attendee).results().map(found -> found.group()).reduce("", (a, b) -> b);
  }

  private static int sequence(String value) {
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
  }

  private static Optional<Instant> stamp(String value) {
    try {
      String moment = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
      return Optional.of(LocalDateTime.parse(moment, STAMP).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
