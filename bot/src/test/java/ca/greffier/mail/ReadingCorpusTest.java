package ca.greffier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The mails of other people's servers and programs; skipped where they are missing. */
class ReadingCorpusTest {
  private static final Path CORPORA =
      Path.of(System.getProperty("greffier.corpora", "../../shared/corpora"));

  /**
   * Every mail is given our token too: only what it says itself may keep it from being an answer.
   */
  private static final String TO_US =
      "Delivered-To: greffier+" + "a".repeat(32) + "@example.org\r\n";

  @Test
  void an_automatic_reply_is_never_an_answer() throws IOException {
    for (Path mail : mails("autoreply"))
      assertThat(read(mail))
          .as(mail.toString())
          .isInstanceOfAny(Reading.AutoReply.class, Reading.Receipt.class);
  }

  @Test
  void a_damaged_mail_is_read_as_far_as_it_goes() throws IOException {
    for (String folder : List.of("malformed", "bounces", "bounces-flufl", "imip", "replies")) {
      for (Path mail : mails(folder))
        assertThatCode(() -> read(mail)).as(mail.toString()).doesNotThrowAnyException();
    }
    Map<String, Integer> kinds = kinds("malformed");
    assertThat(kinds)
        .as("the text is kept")
        .hasEntrySatisfying("Answer", n -> assertThat(n).isGreaterThan(25));
    assertThat(kinds).doesNotContainKey("mail.unread.damaged");
  }

  @Test
  void a_server_that_writes_in_its_own_way_is_hardly_ever_taken_for_a_person() throws IOException {
    for (String folder : List.of("bounces", "bounces-flufl")) {
      Map<String, Integer> kinds = kinds(folder);
      int all = kinds.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(kinds.getOrDefault("Answer", 0))
          .as(kinds.toString())
          .isLessThanOrEqualTo(all / 50);
    }
  }

  @Test
  void a_bounce_that_follows_the_standard_names_the_recipient_and_whether_it_is_for_good()
      throws IOException {
    int checked = 0;
    List<String> wrong = new ArrayList<>();
    for (CSVRecord row : rows("bounces")) {
      String action = row.get("dsn_part_action").toLowerCase(Locale.ROOT);
      if (row.get("dsn_part_final_recipient").isBlank() || action.isBlank()) continue;
      checked++;
      Reading found = read(CORPORA.resolve("bounces/maildir/bsd").resolve(row.get("file")));
      if (!isRight(row, action, found)) wrong.add(row.get("file") + " " + found);
    }
    assertThat(wrong.size()).as("of %d: %s", checked, wrong).isLessThanOrEqualTo(checked * 3 / 100);
  }

  /**
   * One mail has another address in the table than in its text, one has it cut, one has none in the
   * table though it is there.
   */
  @Test
  void a_server_that_follows_no_standard_is_mostly_understood_and_nobody_wrong_is_blamed()
      throws IOException {
    Map<String, List<String>> expected = new HashMap<>();
    for (CSVRecord row : rows("bounces")) {
      if (row.get("mime_class").equals("free-form"))
        expected
            .computeIfAbsent(row.get("file"), _ -> new ArrayList<>())
            .add(row.get("recipient").toLowerCase(Locale.ROOT));
    }
    Set<String> known =
        Set.of("lhost-apachejames-01.eml", "lhost-v5sendmail-01.eml", "lhost-mimecast-01.eml");
    int all = 0;
    int right = 0;
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : expected.entrySet()) {
      Reading found = read(CORPORA.resolve("bounces/maildir/bsd").resolve(each.getKey()));
      List<String> named =
          found instanceof Reading.Bounce bounce
              ? bounce.recipients().stream()
                  .map(one -> one.address().toLowerCase(Locale.ROOT))
                  .toList()
              : List.of();
      all += each.getValue().size();
      right += (int) each.getValue().stream().filter(named::contains).count();
      if (!each.getValue().containsAll(named) && !known.contains(each.getKey()))
        wrong.add(each.getKey() + " " + named);
    }
    System.out.printf("bounces in free form: %d of %d right%n", right, all);
    assertThat(wrong).isEmpty();
    assertThat(right).isGreaterThan(all * 90 / 100);
  }

  @Test
  void an_older_server_is_understood_and_its_temporary_failures_are_not_for_good()
      throws IOException {
    for (CSVRecord row : rows("bounces-flufl")) {
      Reading found = read(CORPORA.resolve("bounces-flufl/data").resolve(row.get("file")));
      if (row.get("temporary").equals("yes") && found instanceof Reading.Bounce bounce)
        assertThat(bounce.failed()).as(row.get("file")).noneMatch(Reading.Delivery::permanent);
      if (row.get("detector").equals("dsn") && found instanceof Reading.Bounce bounce)
        assertThat(bounce.recipients())
            .as(row.get("file"))
            .extracting(Reading.Delivery::written)
            .containsAnyElementsOf(List.of(row.get("expected_recipients").split("[;, ]+")));
    }
  }

  @Test
  void a_calendar_reply_is_read_from_many_programs() throws IOException {
    for (CSVRecord row : rows("imip")) {
      if (!row.get("is_mail").equals("yes") || !row.get("ical_method").equals("REPLY")) continue;
      Reading found = read(CORPORA.resolve("imip").resolve(row.get("file")));
      assertThat(found).as(row.get("file")).isInstanceOf(Reading.CalendarMail.class);
      Reading.CalendarMail reply = (Reading.CalendarMail) found;
      assertThat(reply.uid()).isEqualTo(row.get("uid"));
      assertThat(row.get("attendees_partstat")).contains(reply.attendee() + "=" + reply.partstat());
    }
  }

  private static boolean isRight(CSVRecord row, String action, Reading found) {
    String recipient = row.get("dsn_part_final_recipient").replaceFirst("(?i)^rfc822;\\s*", "");
    String status = row.get("dsn_part_status").split(" ", 2)[0];
    Stream<Reading.Delivery> all =
        switch (found) {
          case Reading.Bounce bounce -> bounce.recipients().stream();
          case Reading.Receipt receipt -> receipt.recipients().stream();
          default -> Stream.empty();
        };
    return all.anyMatch(
        one ->
            one.address().equalsIgnoreCase(recipient.replaceAll("[<>]", ""))
                && one.status().equals(status)
                && (one.action() != Reading.Action.FAILED || !action.startsWith("delayed"))
                && one.permanent() == (status.startsWith("5") && action.startsWith("failed")));
  }

  private static Map<String, Integer> kinds(String folder) throws IOException {
    Map<String, Integer> kinds = new HashMap<>();
    for (Path mail : mails(folder)) {
      Reading found = read(mail);
      String kind = found.getClass().getSimpleName();
      if (found instanceof Reading.Unreadable unreadable) kind = unreadable.why();
      kinds.merge(kind, 1, Integer::sum);
    }
    return kinds;
  }

  private static Reading read(Path mail) throws IOException {
    byte[] raw =
        (TO_US + Files.readString(mail, StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1);
    return ReadMail.of(raw).reading();
  }

  private static List<Path> mails(String folder) throws IOException {
    Path root = CORPORA.resolve(folder);
    assumeTrue(Files.isDirectory(root), "no corpora at " + root);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(
              file ->
                  file.toString().matches(".*\\.(eml|txt|imip\\d?|ics)")
                      && !file.endsWith("SOURCE.txt"))
          .sorted()
          .toList();
    }
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
