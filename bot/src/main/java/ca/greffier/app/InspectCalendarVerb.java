package ca.greffier.app;

import ca.greffier.calendar.Attendee;
import ca.greffier.calendar.CalendarEntry;
import ca.greffier.calendar.CalendarFile;
import ca.greffier.mail.CalendarPart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code greffier inspect calendar}: what calendars hold, as files or in mails. */
@Command(name = "calendar")
final class InspectCalendarVerb implements Callable<Integer> {
  private static final int MOST_BYTES = 20 << 20;
  private static final String BEGIN = "begin:vcalendar";

  private final Shell shell;

  @Parameters(arity = "1..*", paramLabel = "FILE")
  List<Path> files = List.of();

  InspectCalendarVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    new JsonLines(shell).print(files, MOST_BYTES, file -> told(read(file.bytes())));
    return 0;
  }

  /** A file that begins as a calendar is one; else it may be a mail that carries one. */
  private static CalendarFile read(byte[] bytes) {
    if (isCalendar(bytes)) return CalendarFile.read(bytes);
    return CalendarPart.of(bytes).orElseGet(() -> CalendarFile.read(bytes));
  }

  private static boolean isCalendar(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8);
    return start.replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT).startsWith(BEGIN);
  }

  private Map<String, @Nullable Object> told(CalendarFile calendar) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    Optional<CalendarEntry> entry = calendar.first();
    line.put("method", JsonLines.known(calendar.method()));
    line.put("events", calendar.events().size());
    line.put("uid", entry.map(one -> JsonLines.known(one.uid())).orElse(null));
    line.put("sequence", entry.map(CalendarEntry::sequence).orElse(null));
    line.put("recurrenceId", entry.map(one -> JsonLines.known(one.recurrenceId())).orElse(null));
    line.put("start", entry.map(one -> JsonLines.known(one.start())).orElse(null));
    line.put(
        "attendees",
        entry.stream()
            .flatMap(one -> one.attendees().stream())
            .map(InspectCalendarVerb::told)
            .toList());
    line.put(
        "warnings",
        calendar.warnings().stream()
            .map(each -> shell.say(each.key(), each.arguments().toArray()))
            .toList());
    return line;
  }

  private static Map<String, @Nullable Object> told(Attendee attendee) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("address", attendee.address());
    one.put("partstat", JsonLines.known(attendee.partstat()));
    return one;
  }
}
