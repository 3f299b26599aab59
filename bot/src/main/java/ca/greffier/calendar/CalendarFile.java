package ca.greffier.calendar;

import ca.greffier.command.Refusal;
import ca.greffier.text.Phrase;
import ca.greffier.text.SavedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a calendar says, as far as it can be read.
 *
 * @param method in upper case: REQUEST, REPLY, COUNTER, CANCEL, PUBLISH…; empty when it is not said
 * @param entries events, tasks, notes and time spans, in the order of the file
 * @param warnings what the standard does not allow, or what was left out
 */
public record CalendarFile(String method, List<CalendarEntry> entries, List<Phrase> warnings) {
  public CalendarFile {
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }

  /**
   * In UTF-8, or else in Windows-1252.
   *
   * @throws Refusal when it is no calendar, or one inside another
   */
  public static CalendarFile read(byte[] bytes) {
    CalendarFile read = read(SavedText.of(bytes));
    if (SavedText.charset(bytes).equals(StandardCharsets.UTF_8)) return read;
    List<Phrase> warnings = new ArrayList<>(read.warnings());
    warnings.addFirst(Phrase.of("calendar.doubt.charset"));
    return new CalendarFile(read.method(), read.entries(), warnings);
  }

  /**
   * @throws Refusal when it is no calendar, or one inside another
   */
  public static CalendarFile read(String text) {
    CalendarLines lines = CalendarLines.of(text);
    return new CalendarFile(lines.method(), lines.entries(), CalendarDoubts.of(lines));
  }

  public List<CalendarEntry> events() {
    return entries.stream().filter(CalendarEntry::isEvent).toList();
  }

  /** What it is about: the first event, or what else there is. */
  public Optional<CalendarEntry> first() {
    return entries.stream()
        .filter(CalendarEntry::isEvent)
        .findFirst()
        .or(() -> entries.stream().findFirst());
  }

  public boolean isReply() {
    return method.equals("REPLY");
  }
}
