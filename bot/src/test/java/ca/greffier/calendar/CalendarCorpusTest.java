package ca.greffier.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.greffier.command.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Calendars of other programs; skipped where the corpora are missing. */
class CalendarCorpusTest {
  private static final Path CORPORA =
      Path.of(System.getProperty("greffier.corpora", "../../shared/corpora"));

  /** What is no calendar, or one inside another, is refused; the rest is counted. */
  @Test
  void the_events_of_a_calendar_are_counted() throws IOException {
    int read = 0;
    for (CSVRecord row : rows("ical")) {
      byte[] bytes = Files.readAllBytes(CORPORA.resolve("ical").resolve(row.get("file")));
      try {
        CalendarFile calendar = CalendarFile.read(bytes);
        assertThat(calendar.events()).as(row.get("file")).hasSize(number(row.get("vevent")));
        read++;
      } catch (Refusal refusal) {
        assertThat(refusal.key()).as(row.get("file")).isIn("calendar.none", "calendar.nested");
        assertThat(number(row.get("vevent"))).as(row.get("file")).isZero();
      }
    }
    assertThat(read).isGreaterThan(180);
  }

  /** Two of them break a rule of the program that kept them, and none of the standard. */
  @Test
  void what_the_standard_does_not_allow_ends_in_a_message() throws IOException {
    int silent = 0;
    for (CSVRecord row : rows("ical")) {
      if (!row.get("file").contains("/invalid/")) continue;
      byte[] bytes = Files.readAllBytes(CORPORA.resolve("ical").resolve(row.get("file")));
      try {
        if (CalendarFile.read(bytes).warnings().isEmpty()) silent++;
      } catch (Refusal refusal) {
        assertThat(refusal.key()).startsWith("calendar.");
      }
    }
    assertThat(silent).isLessThanOrEqualTo(2);
  }

  /** The table writes the zone before a date; a task is counted there as an event. */
  @Test
  void what_a_calendar_program_sends_is_read() throws IOException {
    int read = 0;
    for (CSVRecord row : rows("imip")) {
      if (!row.get("file").endsWith(".ics")) continue;
      CalendarFile calendar =
          CalendarFile.read(Files.readAllBytes(CORPORA.resolve("imip").resolve(row.get("file"))));
      CalendarEntry entry = calendar.first().orElseThrow();
      assertThat(
              List.of(
                  calendar.method(),
                  String.valueOf(calendar.entries().size()),
                  entry.uid(),
                  String.valueOf(entry.sequence()),
                  entry.recurrenceId(),
                  entry.start(),
                  people(entry)))
          .as(row.get("file"))
          .isEqualTo(
              List.of(
                  row.get("ical_method"),
                  row.get("n_components"),
                  row.get("uid"),
                  row.get("sequence").isEmpty() ? "0" : row.get("sequence"),
                  withoutZone(row.get("recurrence_id")),
                  withoutZone(row.get("dtstart")),
                  row.get("attendees_partstat")));
      read++;
    }
    assertThat(read).isGreaterThan(60);
  }

  private static String people(CalendarEntry entry) {
    return entry.attendees().stream()
        .map(one -> one.address() + "=" + (one.partstat().isEmpty() ? "(NONE)" : one.partstat()))
        .collect(Collectors.joining(";"));
  }

  private static String withoutZone(String date) {
    return date.substring(date.lastIndexOf('|') + 1);
  }

  private static int number(String count) {
    return count.isEmpty() ? 0 : Integer.parseInt(count);
  }

  private static List<CSVRecord> rows(String folder) throws IOException {
    Path table = CORPORA.resolve(folder).resolve("expected.csv");
    assumeTrue(Files.isRegularFile(table), "no corpora at " + table);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(table)) {
      return format.parse(reader).getRecords();
    }
  }
}
