package ca.greffier.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Schedules of others; skipped where the corpora are missing. */
class ScheduleCorpusTest {
  private static final Path SCHEDULES =
      Path.of(System.getProperty("greffier.corpora", "../../shared/corpora"), "schedules");

  @Test
  void we_find_what_the_files_hold() throws IOException {
    Path table = SCHEDULES.resolve("expected.csv");
    assumeTrue(Files.isRegularFile(table), "no corpora at " + table);
    List<String> wrong = new ArrayList<>();
    int read = 0;
    int refused = 0;
    for (CSVRecord expected : rows(Files.readString(table))) {
      Path file = SCHEDULES.resolve(expected.get("file"));
      Attachment given = new Attachment(expected.get("file"), Files.readAllBytes(file));
      if (expected.get("note").contains("password")) {
        assertThatThrownBy(() -> ScheduleFile.read(given, LocalDate.EPOCH))
            .isInstanceOfSatisfying(
                Refusal.class, no -> assertThat(no.key()).isEqualTo("exchange.password"));
        refused++;
        continue;
      }
      Schedule schedule = ScheduleFile.read(given, LocalDate.EPOCH);
      read++;
      if (expected.get("raw_tasks").isEmpty()) compareWithTheLibrary(expected, schedule, wrong);
      else compareWithTheFile(expected, schedule, wrong);
    }
    assertThat(wrong).isEmpty();
    assertThat(read).isGreaterThan(18);
    assertThat(refused).isEqualTo(2);
  }

  /** Counted in the XML itself. */
  private static void compareWithTheFile(
      CSVRecord expected, Schedule schedule, List<String> wrong) {
    compare(expected, "format", schedule.format(), wrong);
    compare(expected, "raw_tasks", schedule.tasks().size(), wrong);
    compare(expected, "raw_summary", schedule.summaries(), wrong);
    compare(expected, "raw_milestones", schedule.milestones(), wrong);
    compare(expected, "raw_links", schedule.links().size(), wrong);
    compare(expected, "raw_resources", schedule.resources(), wrong);
    compare(expected, "raw_assignments", schedule.assignments(), wrong);
    if (!expected.get("raw_tasks_with_baseline").isEmpty())
      compare(expected, "raw_tasks_with_baseline", schedule.baselines(), wrong);
    compareDate(expected, "raw_start", schedule.start(), wrong);
    if (!expected.get("raw_finish").isEmpty())
      compareDate(expected, "raw_finish", schedule.finish(), wrong);
  }

  /**
   * What the library counted: type, named, unnamed, summary, milestone, predecessors, resources,
   * assignments, start, finish. It counts the line of the whole project, which we do not.
   */
  private static void compareWithTheLibrary(
      CSVRecord expected, Schedule schedule, List<String> wrong) {
    String[] counted = expected.get("mpxj13_result").split(" \\| ", -1);
    String file = expected.get("file");
    boolean whole =
        schedule.format() == ScheduleFormat.MPP
            || schedule.format() == ScheduleFormat.MPX
            || schedule.format() == ScheduleFormat.XER;
    int less = whole ? 1 : 0;
    check(
        file,
        "tasks",
        String.valueOf(Integer.parseInt(counted[1]) - less),
        schedule.tasks().size(),
        wrong);
    int summaries = Integer.parseInt(counted[3]);
    check(
        file,
        "summaries",
        String.valueOf(Math.max(0, summaries - less)),
        schedule.summaries(),
        wrong);
    check(file, "milestones", counted[4], schedule.milestones(), wrong);
    check(file, "links", counted[5], schedule.links().size(), wrong);
    check(file, "resources", counted[6], schedule.resources(), wrong);
    check(file, "assignments", counted[7], schedule.assignments(), wrong);
    if (schedule.tasks().isEmpty()) return;
    check(file, "start", counted[8], schedule.start().orElseThrow(), wrong);
    check(file, "finish", counted[9], schedule.finish().orElseThrow(), wrong);
  }

  private static void compare(CSVRecord expected, String column, Object found, List<String> wrong) {
    check(expected.get("file"), column, expected.get(column), found, wrong);
  }

  private static void compareDate(
      CSVRecord expected, String column, Optional<LocalDateTime> found, List<String> wrong) {
    String known = expected.get(column);
    String told = found.map(LocalDateTime::toString).orElse("");
    if (!told.equals(known.replaceAll(":00$", "")) && !told.equals(known + "T00:00"))
      wrong.add(expected.get("file") + " " + column + ": " + told + " for " + known);
  }

  private static void check(
      String file, String what, String known, Object found, List<String> wrong) {
    if (!known.equals(found.toString()))
      wrong.add(file + " " + what + ": " + found + " for " + known);
  }

  private static List<CSVRecord> rows(String text) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    return format.parse(new java.io.StringReader(text)).getRecords();
  }
}
