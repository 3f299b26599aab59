package ca.greffier.calendar;

import ca.greffier.text.Phrase;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What RFC 5545 does not allow in a calendar, each told once with how many: the programs of the
 * recipients take offence at these, each in its own way.
 */
final class CalendarDoubts {
  private static final Set<String> DATES =
      Set.of("DTSTART", "DTEND", "DUE", "DTSTAMP", "RECURRENCE-ID", "CREATED", "LAST-MODIFIED");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])");
  private static final Pattern MOMENT =
      Pattern.compile(DATE.pattern() + "T(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d|60)Z?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
  private static final Pattern PLACE =
      Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d+)?;[+-]?\\d{1,3}(?:\\.\\d+)?");
  private static final Pattern UNTIL = Pattern.compile("(?i)(?:^|;)UNTIL=([^;]*)");
  private static final Pattern BLANK = Pattern.compile("[\\s<>\"{}|^`]");
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private static final int MOST_SHOWN = 60;

  /** Of RFC 5545, 7986, 9073 and 9253. */
  private static final Set<String> PROPERTIES =
      Set.of(
          "ATTACH",
          "ATTENDEE",
          "CATEGORIES",
          "CLASS",
          "COLOR",
          "COMMENT",
          "COMPLETED",
          "CONCEPT",
          "CONFERENCE",
          "CONTACT",
          "CREATED",
          "DESCRIPTION",
          "DTEND",
          "DTSTAMP",
          "DTSTART",
          "DUE",
          "DURATION",
          "EXDATE",
          "EXRULE",
          "FREEBUSY",
          "GEO",
          "IMAGE",
          "LAST-MODIFIED",
          "LINK",
          "LOCATION",
          "ORGANIZER",
          "PERCENT-COMPLETE",
          "PRIORITY",
          "RDATE",
          "RECURRENCE-ID",
          "REFID",
          "RELATED-TO",
          "REQUEST-STATUS",
          "RESOURCES",
          "RRULE",
          "SEQUENCE",
          "STATUS",
          "STRUCTURED-DATA",
          "STYLED-DESCRIPTION",
          "SUMMARY",
          "TRANSP",
          "UID",
          "URL");

  private final CalendarLines lines;
  private final List<Phrase> found = new ArrayList<>();

  private CalendarDoubts(CalendarLines lines) {
    this.lines = lines;
  }

  static List<Phrase> of(CalendarLines lines) {
    CalendarDoubts doubts = new CalendarDoubts(lines);
    doubts.tellOfTheFile();
    if (lines.entries().isEmpty()) doubts.found.add(Phrase.of("calendar.doubt.empty"));
    for (String needed : List.of("UID", "DTSTAMP")) doubts.tellMissing(needed, _ -> true);
    if (lines.method().isEmpty() || lines.method().equals("REQUEST"))
      doubts.tellMissing("DTSTART", CalendarEntry::isEvent);
    if (!Set.of("", "PUBLISH").contains(lines.method()))
      doubts.tellMissing("ORGANIZER", CalendarEntry::isEvent);
    doubts.tellWrongValues();
    doubts.tellTwoEnds();
    doubts.tellUnknownProperties();
    doubts.tellUnknownZones();
    return doubts.found;
  }

  private void tellOfTheFile() {
    if (lines.isUnclosed()) found.add(Phrase.of("calendar.doubt.cut"));
    if (lines.hasBlanks()) found.add(Phrase.of("calendar.doubt.blank"));
    if (lines.unreadable() > 0)
      found.add(Phrase.of("calendar.doubt.unreadable", lines.unreadable()));
    Optional<ContentLine> version = lines.property("VERSION");
    if (version.isEmpty()) found.add(Phrase.of("calendar.doubt.nowhere", "VERSION"));
    else if (!version.get().value().equals("2.0"))
      found.add(Phrase.of("calendar.doubt.version", version.get().value()));
    if (lines.property("PRODID").isEmpty())
      found.add(Phrase.of("calendar.doubt.nowhere", "PRODID"));
  }

  private void tellMissing(String name, Predicate<CalendarEntry> which) {
    long without = lines.entries().stream().filter(which).filter(entry -> !entry.has(name)).count();
    if (without > 0) found.add(Phrase.of("calendar.doubt.missing", without, name));
  }

  private void tellWrongValues() {
    for (String date : new TreeSet<>(DATES)) tellWrong(date, line -> !isDate(line));
    tellWrong("SEQUENCE", line -> !NUMBER.matcher(line.value()).matches());
    tellWrong("GEO", line -> !PLACE.matcher(line.value()).matches());
    tellWrong("URL", line -> BLANK.matcher(line.value()).find());
    tellWrong("CLASS", line -> line.value().isEmpty());
    tellWrong(
        "RRULE",
        line ->
            UNTIL
                .matcher(line.value())
                .results()
                .anyMatch(until -> !isDateOrMoment(until.group(1))));
  }

  private void tellWrong(String name, Predicate<ContentLine> isWrong) {
    List<ContentLine> wrong =
        lines.entries().stream().flatMap(entry -> entry.all(name)).filter(isWrong).toList();
    if (!wrong.isEmpty())
      found.add(
          Phrase.of("calendar.doubt.value", wrong.size(), name, shown(wrong.getFirst().value())));
  }

  private static String shown(String value) {
    return value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) + "…" : value;
  }

  private static boolean isDate(ContentLine line) {
    return line.parameter("VALUE").equalsIgnoreCase("DATE")
        ? DATE.matcher(line.value()).matches()
        : isDateOrMoment(line.value());
  }

  private static boolean isDateOrMoment(String value) {
    return DATE.matcher(value).matches() || MOMENT.matcher(value).matches();
  }

  private void tellTwoEnds() {
    long two =
        lines.entries().stream()
            .filter(entry -> entry.has("DURATION") && (entry.has("DTEND") || entry.has("DUE")))
            .count();
    if (two > 0) found.add(Phrase.of("calendar.doubt.ends", two));
  }

  private void tellUnknownProperties() {
    Set<String> unknown = new TreeSet<>();
    lines.entries().forEach(entry -> unknown.addAll(entry.names()));
    unknown.removeAll(PROPERTIES);
    unknown.removeIf(name -> name.startsWith("X-"));
    if (!unknown.isEmpty())
      found.add(Phrase.of("calendar.doubt.property", shown(String.join(", ", unknown))));
  }

  private void tellUnknownZones() {
    Set<String> unknown = new TreeSet<>();
    for (CalendarEntry entry : lines.entries()) {
      for (String date : DATES)
        entry.all(date).map(line -> line.parameter("TZID")).forEach(unknown::add);
    }
    unknown.remove("");
    unknown.removeAll(lines.zones());
    unknown.removeIf(ZONES::contains);
    if (!unknown.isEmpty()) found.add(Phrase.of("calendar.doubt.zone", String.join(", ", unknown)));
  }
}
