package ca.greffier.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.directory.BodyId;
import ca.greffier.text.Phrase;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {
  @ParameterizedTest(name = "[{0}] [{1}] [{2}]")
  @CsvSource({
    "Suivi de la mutualisation, Salle A, 1. Ouverture, ''",
    "Suivi de la mutualisation, '', 1. Ouverture, place",
    "Suivi de la mutualisation, Salle A, '  ', agenda",
    "Réunion, Salle A, 1. Ouverture, object",
    "rencontre, '', '', object place agenda"
  })
  void names_what_it_lacks(String title, String place, String agenda, String lacking) {
    assertThat(Notice.missing(meeting(title, place, agenda).plan(), !agenda.isBlank()))
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
        false,
        null,
        0);
  }
}
