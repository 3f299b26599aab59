package ca.greffier.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One event of a calendar; or, when it holds none, a task, a note or a time span. */
public final class CalendarEntry {
  private static final Pattern MAILTO = Pattern.compile("(?i)^mailto:\\s*");
  private static final Pattern SEQUENCE = Pattern.compile("\\d{1,9}");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  /** The zones of Québec as Outlook calls them. */
  private static final Map<String, String> WINDOWS =
      Map.of(
          "Eastern Standard Time", "America/Toronto",
          "Atlantic Standard Time", "America/Halifax");

  private final String kind;
  private final List<ContentLine> lines;

  CalendarEntry(String kind, List<ContentLine> lines) {
    this.kind = kind;
    this.lines = List.copyOf(lines);
  }

  public boolean isEvent() {
    return kind.equals("VEVENT");
  }

  public String uid() {
    return value("UID");
  }

  /** Which of a series it is, as the calendar writes it; empty when it is all of it. */
  public String recurrenceId() {
    return value("RECURRENCE-ID");
  }

  /** Zero when it is not said, as RFC 5545 wants. */
  public int sequence() {
    String said = value("SEQUENCE");
    return SEQUENCE.matcher(said).matches() ? Integer.parseInt(said) : 0;
  }

  /** As the calendar writes it: {@code 20261124}, {@code 20261124T100000} or with a Z for UTC. */
  public String start() {
    return value("DTSTART");
  }

  /**
   * When it begins, where that is one instant: in UTC, or in a zone that is known by its name. A
   * whole day, or a time of nowhere in particular, is none.
   */
  public Optional<Instant> startsAt() {
    String said = start();
    try {
      if (said.endsWith("Z"))
        return Optional.of(
            LocalDateTime.parse(said.substring(0, said.length() - 1), MOMENT)
                .toInstant(ZoneOffset.UTC));
      String zone = all("DTSTART").findFirst().map(line -> line.parameter("TZID")).orElse("");
      if (zone.isEmpty()) return Optional.empty();
      ZoneId known = ZoneId.of(WINDOWS.getOrDefault(zone, zone));
      return Optional.of(LocalDateTime.parse(said, MOMENT).atZone(known).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** When this version of it was written. */
  public Optional<Instant> stamp() {
    String said = value("DTSTAMP");
    try {
      String moment = said.endsWith("Z") ? said.substring(0, said.length() - 1) : said;
      return Optional.of(LocalDateTime.parse(moment, MOMENT).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Whole, with its {@code mailto:}. */
  public String organizer() {
    return value("ORGANIZER");
  }

  public String comment() {
    return value("COMMENT");
  }

  public List<Attendee> attendees() {
    return all("ATTENDEE").map(CalendarEntry::attendee).toList();
  }

  /**
   * Who answers: the only one; of several the sender, else the first who says anything.
   *
   * @param from who sent the mail
   */
  public Optional<Attendee> answering(String from) {
    List<Attendee> said = attendees().stream().filter(one -> !one.partstat().isEmpty()).toList();
    if (said.size() == 1) return Optional.of(said.getFirst());
    return said.stream()
        .filter(one -> one.address().equalsIgnoreCase(from))
        .findFirst()
        .or(() -> said.stream().filter(one -> !one.partstat().equals("NEEDS-ACTION")).findFirst());
  }

  boolean has(String name) {
    return all(name).findAny().isPresent();
  }

  Set<String> names() {
    return lines.stream().map(ContentLine::name).collect(Collectors.toSet());
  }

  Stream<ContentLine> all(String name) {
    return lines.stream().filter(line -> line.name().equals(name));
  }

  private String value(String name) {
    return all(name).map(ContentLine::value).findFirst().orElse("");
  }

  /** Some programs write the address in EMAIL and something of their own as the value. */
  private static Attendee attendee(ContentLine line) {
    String written = MAILTO.matcher(line.value()).replaceFirst("").strip();
    String address = written.contains("@") ? written : line.parameter("EMAIL");
    return new Attendee(
        MAILTO.matcher(address.isEmpty() ? written : address).replaceFirst(""),
        line.parameter("PARTSTAT").toUpperCase(Locale.ROOT));
  }
}
