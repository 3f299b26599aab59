package ca.greffier.exchange;

import ca.greffier.exchange.GanttCalendar.Rest;
import ca.greffier.exchange.ScheduledTask.Agreed;
import ca.greffier.exchange.ScheduledTask.Done;
import ca.greffier.text.Phrase;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A file of GanttProject, which we read ourselves: MPXJ loses the links of a task that lies under
 * another, and stops at a task without a date.
 */
final class GanttProjectFile {
  private static final XMLInputFactory XML = Xml.factory();
  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final int LONGEST = 100_000;
  private static final int ALL_DONE = 100;

  private final GanttCalendar calendar = new GanttCalendar();
  private final List<Line> lines = new ArrayList<>();
  private final Deque<Line> open = new ArrayDeque<>();
  private final List<Schedule.Link> links = new ArrayList<>();
  private final Map<String, Planned> baseline = new HashMap<>();
  private int resources;
  private int assignments;
  private int unreadable;

  private GanttProjectFile() {}

  /** What was agreed of a task. */
  private record Planned(@Nullable LocalDate start, int days) {}

  /** A task as the file has it; what it spans is known when those under it are. */
  private record Line(
      String key,
      String name,
      boolean milestone,
      @Nullable LocalDate start,
      int days,
      int percent,
      List<Line> under) {}

  /** The first and the last day of a task. */
  private record Span(@Nullable LocalDate first, @Nullable LocalDate last) {}

  /**
   * @throws XMLStreamException when it is damaged
   */
  static Schedule read(byte[] bytes) throws XMLStreamException {
    GanttProjectFile file = new GanttProjectFile();
    XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) file.start(xml);
      else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("task"))
        file.open.pop();
    }
    return file.schedule();
  }

  private void start(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "task" -> startTask(xml);
      case "depend" -> {
        // In the one that goes first, the one that follows.
        if (!open.isEmpty()) links.add(link(open.element().key(), xml));
      }
      case "previous-task" ->
          baseline.put(
              text(xml, "id"),
              new Planned(date(text(xml, "start")), number(text(xml, "duration"))));
      case "resource" -> resources++;
      case "allocation" -> assignments++;
      case "default-week" -> calendar.week(day -> text(xml, day).equals("1"));
      case "only-show-weekends" -> calendar.showWeekends(text(xml, "value").equals("true"));
      case "date" -> exception(xml);
      default -> {
        // the looks of the chart
      }
    }
  }

  private void startTask(XMLStreamReader xml) {
    Line line =
        new Line(
            text(xml, "id"),
            text(xml, "name"),
            text(xml, "meeting").equals("true"),
            date(text(xml, "start")),
            number(text(xml, "duration")),
            number(text(xml, "complete")),
            new ArrayList<>());
    if (!open.isEmpty()) open.element().under().add(line);
    lines.add(line);
    open.push(line);
  }

  private void exception(XMLStreamReader xml) {
    int month = number(text(xml, "month"));
    int day = number(text(xml, "date"));
    Rest rest =
        switch (text(xml, "type")) {
          case "WORKING_DAY" -> Rest.WORKED;
          case "NEUTRAL" -> Rest.AS_USUAL;
          default -> Rest.HOLIDAY;
        };
    calendar.except(text(xml, "year"), month, day, rest);
  }

  private Schedule schedule() {
    List<ScheduledTask> tasks = lines.stream().map(this::task).toList();
    List<Phrase> warnings = new ArrayList<>();
    if (unreadable > 0) warnings.add(Phrase.of("exchange.doubt.unreadable", unreadable));
    warnings.addAll(Doubts.of(tasks, links));
    return new Schedule(ScheduleFormat.GAN, tasks, links, resources, assignments, warnings);
  }

  private ScheduledTask task(Line line) {
    Span span = span(line);
    return new ScheduledTask(
        new ScheduledTask.Label(line.key(), line.key(), "", line.name()),
        !line.under().isEmpty(),
        line.milestone(),
        midnight(span.first()),
        midnight(span.last()),
        agreed(line.key()),
        new Done(
            Math.min(line.percent(), ALL_DONE), line.percent() < ALL_DONE ? null : span.last()));
  }

  private Agreed agreed(String key) {
    Planned planned = baseline.get(key);
    if (planned == null) return Agreed.NONE;
    LocalDate start = planned.start();
    return new Agreed(true, start == null ? null : calendar.last(start, planned.days()));
  }

  /**
   * The types of GanttProject: 1 starts with it, 2 follows its end, 3 ends with it, 4 the other
   * way.
   */
  private Schedule.Link link(String before, XMLStreamReader xml) {
    String type = text(xml, "type");
    int lag = text(xml, "difference").startsWith("-") ? 0 : number(text(xml, "difference"));
    return new Schedule.Link(before, text(xml, "id"), lag, !type.equals("1") && !type.equals("4"));
  }

  private Span span(Line line) {
    LocalDate first = line.start();
    LocalDate last =
        first == null || !line.under().isEmpty() ? null : calendar.last(first, line.days());
    for (Line each : line.under()) {
      Span span = span(each);
      if (span.first() != null && (first == null || span.first().isBefore(first)))
        first = span.first();
      if (span.last() != null && (last == null || span.last().isAfter(last))) last = span.last();
    }
    return new Span(first, last);
  }

  private static @Nullable LocalDateTime midnight(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay();
  }

  private static String text(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private @Nullable LocalDate date(String text) {
    if (text.isEmpty()) return null;
    Matcher parts = DATE.matcher(text);
    try {
      if (parts.matches())
        return LocalDate.of(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
    } catch (DateTimeException none) {
      // counted below
    }
    unreadable++;
    return null;
  }

  private int number(String text) {
    if (text.isEmpty()) return 0;
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number <= LONGEST) return number;
    } catch (NumberFormatException none) {
      // counted below
    }
    unreadable++;
    return 0;
  }
}
