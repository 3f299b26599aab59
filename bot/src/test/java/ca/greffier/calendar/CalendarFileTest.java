package ca.greffier.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Refusal;
import ca.greffier.text.Phrase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {
  private static final String REPLY =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Exemple//FR
      METHOD:REPLY
      BEGIN:VEVENT
      UID:rencontre-7@example.org
      DTSTAMP:20261124T150500Z
      DTSTART;TZID=America/Toronto:20261201T100000
      RECURRENCE-ID;TZID=America/Toronto:20261201T090000
      SEQUENCE:2
      ORGANIZER:mailto:greffier@example.org
      ATTENDEE;CN="Roy; Jeanne: présidente";PARTSTAT=accepted;SENT-BY="mailto:adjoint@
       example.org":MAILTO:jeanne@example.org
      END:VEVENT
      END:VCALENDAR
      """;

  @Test
  void an_answer_is_read_whole() {
    CalendarFile calendar = CalendarFile.read(REPLY);
    CalendarEntry entry = calendar.first().orElseThrow();
    assertThat(calendar.method()).isEqualTo("REPLY");
    assertThat(calendar.warnings()).isEmpty();
    assertThat(entry.uid()).isEqualTo("rencontre-7@example.org");
    assertThat(entry.sequence()).isEqualTo(2);
    assertThat(entry.start()).isEqualTo("20261201T100000");
    assertThat(entry.recurrenceId()).isEqualTo("20261201T090000");
    assertThat(entry.startsAt()).contains(Instant.parse("2026-12-01T15:00:00Z"));
    assertThat(entry.stamp()).contains(Instant.parse("2026-11-24T15:05:00Z"));
    assertThat(entry.attendees()).containsExactly(new Attendee("jeanne@example.org", "ACCEPTED"));
  }

  @Test
  void of_several_the_sender_answers() {
    String two =
        REPLY.replace(
            "END:VEVENT",
            "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:louis@example.org\n"
                + "ATTENDEE;PARTSTAT=DECLINED:mailto:anne@example.org\nEND:VEVENT");
    CalendarEntry entry = CalendarFile.read(two).first().orElseThrow();
    assertThat(entry.answering("ANNE@example.org"))
        .contains(new Attendee("anne@example.org", "DECLINED"));
    assertThat(entry.answering("autre@example.org"))
        .contains(new Attendee("jeanne@example.org", "ACCEPTED"));
  }

  @Test
  void a_program_that_writes_in_small_letters_and_latin_1_is_read() {
    String odd = REPLY.replace("BEGIN:VCALENDAR", "begin:vCalendar").replace("UID:", "uid:");
    CalendarFile calendar = CalendarFile.read(odd.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(calendar.first().orElseThrow().uid()).isEqualTo("rencontre-7@example.org");
    assertThat(calendar.warnings()).containsExactly(Phrase.of("calendar.doubt.charset"));
  }

  @Test
  void a_file_that_was_cut_short_says_so_and_keeps_what_is_there() {
    CalendarFile calendar = CalendarFile.read(REPLY.substring(0, REPLY.indexOf("SEQUENCE")));
    assertThat(calendar.events()).hasSize(1);
    assertThat(calendar.warnings()).contains(Phrase.of("calendar.doubt.cut"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bonjour",
        "<html>BEGIN:VEVENT</html>",
        "BEGIN:VCARD\nEND:VCARD",
        "%PDF-1.7\n:::\n"
      })
  void what_is_no_calendar_is_refused(String text) {
    assertThatThrownBy(() -> CalendarFile.read(text))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("calendar.none"));
  }

  @Test
  void one_calendar_in_another_is_refused() {
    assertThatThrownBy(() -> CalendarFile.read("BEGIN:VCALENDAR\n" + REPLY))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("calendar.nested"));
    String deep = "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(10_000);
    assertThatThrownBy(() -> CalendarFile.read(deep))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("calendar.deep"));
  }

  @Test
  void what_the_standard_does_not_allow_is_told_once_with_how_many() {
    String wrong =
        REPLY
            .replace("20261201T100000", "20261341T100000")
            .replace("America/Toronto:20261201T090000", "Lune/Mer:20261201T090000")
            .replace("UID:rencontre-7@example.org\n", "")
            .replace("VERSION:2.0", "VERSION:1.0\ncette ligne ne veut rien dire");
    assertThat(CalendarFile.read(wrong).warnings())
        .isEqualTo(
            List.of(
                Phrase.of("calendar.doubt.unreadable", 1),
                Phrase.of("calendar.doubt.version", "1.0"),
                Phrase.of("calendar.doubt.missing", 1L, "UID"),
                Phrase.of("calendar.doubt.value", 1, "DTSTART", "20261341T100000"),
                Phrase.of("calendar.doubt.zone", "Lune/Mer")));
  }

  @Test
  void noise_is_read_or_refused() {
    Random random = new Random(11);
    byte[] whole = REPLY.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j < 12; j++)
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      try {
        assertThat(CalendarFile.read(damaged).entries()).hasSizeLessThan(3);
      } catch (Refusal refusal) {
        assertThat(refusal.key()).startsWith("calendar.");
      }
    }
  }
}
