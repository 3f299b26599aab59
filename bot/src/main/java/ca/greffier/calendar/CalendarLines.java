package ca.greffier.calendar;

import ca.greffier.command.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The lines of a calendar, sorted into its components. */
final class CalendarLines {
  private static final Set<String> ENTRIES = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY");

  /** Deeper than any program nests them. */
  private static final int MOST_DEPTH = 20;

  private final Deque<Component> open = new ArrayDeque<>();
  private final List<CalendarEntry> entries = new ArrayList<>();
  private final List<ContentLine> properties = new ArrayList<>();
  private final Set<String> zones = new HashSet<>();
  private int calendars;
  private int unreadable;
  private boolean hasBlanks;
  private boolean isUnclosed;

  private record Component(String name, List<ContentLine> lines) {}

  private CalendarLines() {}

  static CalendarLines of(String text) {
    CalendarLines read = new CalendarLines();
    StringBuilder whole = new StringBuilder();
    for (String line : (Iterable<String>) text.strip().lines()::iterator) {
      if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
        whole.append(line, 1, line.length());
        continue;
      }
      read.take(whole);
      whole.append(line);
      read.hasBlanks |= line.isEmpty();
    }
    read.take(whole);
    read.isUnclosed = !read.open.isEmpty();
    while (!read.open.isEmpty()) read.close(read.open.peek().name());
    if (read.calendars == 0) throw new Refusal("calendar.none");
    return read;
  }

  String method() {
    return property("METHOD").map(line -> line.value().toUpperCase(Locale.ROOT)).orElse("");
  }

  List<CalendarEntry> entries() {
    return entries;
  }

  /** Of the calendar itself. */
  Optional<ContentLine> property(String name) {
    return properties.stream().filter(line -> line.name().equals(name)).findFirst();
  }

  /** The time zones that the calendar describes. */
  Set<String> zones() {
    return zones;
  }

  int unreadable() {
    return unreadable;
  }

  boolean hasBlanks() {
    return hasBlanks;
  }

  boolean isUnclosed() {
    return isUnclosed;
  }

  private void take(StringBuilder whole) {
    String text = whole.toString().replace("\uFEFF", "");
    whole.setLength(0);
    if (text.isBlank()) return;
    Optional<ContentLine> line = ContentLine.of(text);
    if (line.isEmpty()) unreadable++;
    else if (line.get().name().equals("BEGIN")) open(line.get().value());
    else if (line.get().name().equals("END")) close(line.get().value());
    else keep(line.get());
  }

  private void open(String value) {
    String name = value.toUpperCase(Locale.ROOT);
    if (name.equals("VCALENDAR")) {
      if (!open.isEmpty()) throw new Refusal("calendar.nested");
      calendars++;
    }
    if (open.size() == MOST_DEPTH) throw new Refusal("calendar.deep");
    open.push(new Component(name, new ArrayList<>()));
  }

  /** What was not closed before is closed with what it stands in. */
  private void close(String value) {
    String name = value.toUpperCase(Locale.ROOT);
    if (open.stream().noneMatch(component -> component.name().equals(name))) {
      unreadable++;
      return;
    }
    while (true) {
      Component done = open.pop();
      boolean isInside = open.stream().anyMatch(around -> around.name().equals("VCALENDAR"));
      if (ENTRIES.contains(done.name()) && isInside)
        entries.add(new CalendarEntry(done.name(), done.lines()));
      if (done.name().equals(name)) return;
      isUnclosed = true;
    }
  }

  private void keep(ContentLine line) {
    Component inside = open.peek();
    if (inside == null) unreadable++;
    else if (inside.name().equals("VCALENDAR")) properties.add(line);
    else {
      inside.lines().add(line);
      if (inside.name().equals("VTIMEZONE") && line.name().equals("TZID"))
        zones.add(plain(line.value()));
    }
  }

  /** As a parameter has it, where nothing is escaped. */
  private static String plain(String value) {
    return value.replace("\\", "").replace("\"", "");
  }
}
