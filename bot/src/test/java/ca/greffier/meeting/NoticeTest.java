package ca.greffier.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.directory.BodyId;
import ca.greffier.directory.BodyKind;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {
  private final QuebecCalendar calendar = new QuebecCalendar();

  @ParameterizedTest(name = "{1} on {0}: at the latest on {2}")
  @CsvSource({
    "2026-03-13, STEERING, 2026-03-04",
    "2026-03-13, WORKING_GROUP, 2026-03-06",
    // Good Friday and Easter Monday
    "2026-04-09, WORKING_GROUP, 2026-03-31",
    // the Monday before 25 May
    "2026-05-20, STEERING, 2026-05-08",
    "2026-03-16, PROJECT, 2026-03-09",
    "2026-03-16, SUPPLIER, 2026-03-09"
  })
  void leaves_so_many_working_days_before(LocalDate meeting, BodyKind kind, LocalDate latest) {
    assertThat(Notice.latest(meeting, kind, calendar)).isEqualTo(latest);
  }

  @ParameterizedTest(name = "[{0}] [{1}] [{2}]")
  @CsvSource({
    "Suivi de la mutualisation, Salle A, 1. Ouverture, ''",
    "Suivi de la mutualisation, '', 1. Ouverture, place",
    "Suivi de la mutualisation, Salle A, '  ', agenda",
    "Réunion, Salle A, 1. Ouverture, object",
    "rencontre, '', '', object place agenda"
  })
  void names_what_it_lacks(String title, String place, String agenda, String lacking) {
    assertThat(Notice.missing(meeting(title, place, agenda)))
        .extracting(Phrase::key)
        .map(key -> key.replace("meeting.notice.", ""))
        .containsExactly(lacking.isEmpty() ? new String[0] : lacking.split(" "));
  }

  static Meeting meeting(String title, String place, String agenda) {
    return new Meeting(
        new MeetingId(42),
        new BodyId(1),
        title,
        Instant.parse("2026-03-13T14:30:00Z"),
        90,
        place,
        agenda,
        "7d5a2c1e-6f0b-4c58-9a53-0f7f3f1c2b11@greffier.example.org",
        0,
        MeetingState.PLANNED,
        null,
        null,
        false);
  }
}
