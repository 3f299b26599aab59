package ca.greffier.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import ca.greffier.minutes.LoggedMeeting.Action;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ChatLogTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("greffier.corpora", "../../shared/corpora"), "meetbot");

  @Test
  void a_meeting_goes_from_the_line_that_opens_it_to_the_one_that_closes_it() {
    LoggedMeeting meeting =
        read(
            """
            12:58:00 <louis> bonjour
            13:00:00 <anne> #startmeeting Comité
            13:01:00 <anne> #sujet Accueil
            13:02:00 <louis> #action Louis réserve la salle avec Zoé
            13:03:00 <anne> #décision on garde le plan
            13:04:00 <louis> https://exemple.org/plan
            13:05:00 * louis sourit
            13:06:00 <anne> #clore
            13:07:00 <louis> au revoir
            """);
    assertThat(meeting)
        .isEqualTo(
            new LoggedMeeting(
                "anne",
                "13:00:00",
                "13:06:00",
                List.of("Accueil"),
                List.of(new Action("Louis réserve la salle avec Zoé", List.of("louis"))),
                List.of("on garde le plan"),
                List.of("https://exemple.org/plan"),
                Map.of("anne", 4, "louis", 3)));
  }

  @Test
  void only_those_who_chair_set_topics_decide_undo_and_close() {
    LoggedMeeting meeting =
        read(
            """
            [13:00] <@anne> #startmeeting
            [13:01] <louis> #topic Le mien
            [13:02] <louis> #agreed le mien
            [13:03] <louis> #endmeeting
            [13:04] <anne> #chair louis
            [13:05] <louis> #topic Le nôtre
            [13:06] <louis> #action annuler ceci
            [13:07] <louis> #undo
            [13:08] <anne> #unchair louis
            [13:09] <louis> #undo
            """);
    assertThat(meeting.topics()).containsExactly("Le nôtre");
    assertThat(meeting.decisions()).isEmpty();
    assertThat(meeting.actions()).isEmpty();
    assertThat(meeting.end()).isEqualTo("13:09");
  }

  @Test
  void a_page_and_a_json_of_meetbot_are_read_as_its_text() {
    LoggedMeeting page =
        read(
            """
            <!DOCTYPE html>
            <html><body><pre>
            <span class="tm">21:06:12</span> <span class="nk">&lt;anne&gt;</span> <span>#startmeeting</span>
            <span class="tm">21:06:13</span> <span class="nk">&lt;zoé&gt;</span> <span>#here Zoé Roy</span>
            <span class="tm">21:06:14</span> <span class="nk">&lt;anne&gt;</span> <span>#action zoé roy écrit</span>
            </pre></body></html>
            """);
    LoggedMeeting json =
        read(
            """
            {"messages": [
              {"sender": "anne", "payload": "#startmeeting", "timestamp": "2026-11-24T21:06:12"},
              {"sender": "zoé", "payload": "#here Zoé Roy", "timestamp": "2026-11-24T21:06:13"},
              {"sender": "anne", "payload": "#action zoé roy écrit", "timestamp": "2026-11-24T21:06:14"}
            ]}
            """);
    assertThat(page.actions()).isEqualTo(json.actions());
    assertThat(page.actions()).containsExactly(new Action("zoé roy écrit", List.of("zoé")));
    assertThat(page.start()).isEqualTo("21:06:12");
    assertThat(json.start()).isEqualTo("2026-11-24T21:06:12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bonjour à tous", "{", "{\"messages\": 3}", "<html></html>"})
  void what_is_no_log_of_a_chat_is_refused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("minutes.log.none"));
  }

  /** The table counts the links that were tagged; MeetBot, as we do, those that stand alone too. */
  @Test
  void the_logs_of_others_say_what_their_minutes_say() throws IOException {
    Path table = CORPUS.resolve("expected.csv");
    assumeTrue(Files.isRegularFile(table), "no corpora at " + table);
    int links = 0;
    for (CSVRecord row : rows(table)) {
      LoggedMeeting meeting =
          ChatLog.read(
              new Attachment(row.get("log"), Files.readAllBytes(CORPUS.resolve(row.get("log")))));
      assertThat(meeting.chair()).as(row.get("log")).isEqualTo(row.get("chair"));
      assertThat(meeting.start()).isEqualTo(row.get("start"));
      assertThat(meeting.end()).isEqualTo(row.get("end"));
      assertThat(meeting.topics()).isEqualTo(json(row.get("topics"), List.class));
      assertThat(meeting.actions())
          .extracting(Action::text)
          .isEqualTo(json(row.get("actions"), List.class));
      assertThat(meeting.lines()).isEqualTo(json(row.get("lines_said"), Map.class));
      int tagged = Integer.parseInt(row.get("n_link_cmd"));
      assertThat(meeting.links()).as(row.get("log")).hasSizeBetween(tagged, tagged + 2);
      links += meeting.links().size();
    }
    assertThat(links).isGreaterThan(50);
  }

  private static <T> T json(String text, Class<T> type) {
    return JsonMapper.shared().readValue(text, type);
  }

  private static List<CSVRecord> rows(Path table) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(table)) {
      return format.parse(reader).getRecords();
    }
  }

  private static LoggedMeeting read(String log) {
    return ChatLog.read(new Attachment("journal.txt", log.getBytes(StandardCharsets.UTF_8)));
  }
}
