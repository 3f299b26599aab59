package ca.greffier.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.directory.Person;
import ca.greffier.outbox.CalendarPart;
import ca.greffier.text.Language;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** What calendar programs receive: read back by a library, and looked at byte by byte. */
class CalendarObjectTest {
  private static final Instant STAMP = Instant.parse("2026-03-02T14:00:00Z");
  private static final String TOKEN = "greffier+abcdefghijklmnopqrstuvwxyz234567@biblio.example";
  private static final String AGENDA =
      """
      1. Ouverture et vérification du quorum
      2. Prêt numérique : où en est-on ? (L. Gagnon ; 20 min), décision \\ avis
      3. Varia 🎉, « éléments à préciser » à l’Île-d’Orléans, à Sept-Îles et à Baie-Comeau
      """;

  @Test
  void a_request_asks_its_one_recipient() throws Exception {
    VEvent event = event(request("Suivi", "Salle A", AGENDA));

    Property attendee = event.getRequiredProperty(Property.ATTENDEE);
    assertThat(event.getProperties(Property.ATTENDEE)).hasSize(1);
    assertThat(attendee.getValue()).isEqualTo("mailto:zoe@tr.example");
    assertThat(parameter(attendee, Parameter.CN)).isEqualTo("Zoé Lavoie, dite 'Zo'");
    assertThat(parameter(attendee, Parameter.CUTYPE)).isEqualTo("INDIVIDUAL");
    assertThat(parameter(attendee, Parameter.ROLE)).isEqualTo("REQ-PARTICIPANT");
    assertThat(parameter(attendee, Parameter.PARTSTAT)).isEqualTo("NEEDS-ACTION");
    assertThat(parameter(attendee, Parameter.RSVP)).isEqualTo("TRUE");
  }

  @Test
  void a_request_says_what_where_and_when_in_universal_time() throws Exception {
    String sent = request("Suivi; budget, échéancier", "Salle A", AGENDA);
    VEvent event = event(sent);

    assertThat(value(event, Property.UID))
        .isEqualTo("7d5a2c1e-6f0b-4c58-9a53-0f7f3f1c2b11@greffier.example.org");
    assertThat(value(event, Property.SEQUENCE)).isEqualTo("0");
    assertThat(value(event, Property.DTSTAMP)).isEqualTo("20260302T140000Z");
    assertThat(value(event, Property.DTSTART)).isEqualTo("20260313T143000Z");
    assertThat(value(event, Property.DTEND)).isEqualTo("20260313T160000Z");
    assertThat(value(event, Property.SUMMARY)).isEqualTo("Suivi; budget, échéancier");
    assertThat(value(event, Property.LOCATION)).isEqualTo("Salle A");
    assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
    assertThat(value(event, Property.DESCRIPTION)).isEqualTo(AGENDA.strip());
    Property organizer = event.getRequiredProperty(Property.ORGANIZER);
    assertThat(organizer.getValue()).isEqualTo("mailto:" + TOKEN);
    assertThat(parameter(organizer, Parameter.CN)).isEqualTo("Comité directeur: Longueuil; Laval");
    assertThat(sent).doesNotContain("TZID", "VTIMEZONE").containsOnlyOnce("METHOD:REQUEST");
  }

  @Test
  void the_bytes_are_those_that_calendars_want() {
    String sent = request("Suivi " + "é".repeat(90), "Salle A", AGENDA);

    assertThat(sent).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    assertThat(sent).doesNotContainPattern("[^\r]\n").doesNotContainPattern("\r[^\n]");
    assertThat(sent.split("\r\n"))
        .allSatisfy(line -> assertThat(bytes(line).length).isLessThanOrEqualTo(75))
        // each line decodes by itself: no character is split
        .allSatisfy(
            line ->
                assertThat(new String(bytes(line), StandardCharsets.UTF_8))
                    .doesNotContain("\uFFFD"));
    assertThat(sent).contains("CN=\"Comité directeur: Longueuil; Laval\"");
    assertThat(sent.replace("\r\n ", "")).contains("PRODID:-//Greffier//FR\r\n", "VERSION:2.0\r\n");
  }

  @Test
  void a_cancellation_is_the_next_version_of_the_same_object() throws Exception {
    Meeting first = NoticeTest.meeting("Suivi", "Salle A", "");
    Meeting cancelled =
        new Meeting(
            first.id(),
            first.body(),
            first.title(),
            first.startsAt(),
            first.minutes(),
            first.place(),
            first.agenda(),
            first.uid(),
            1,
            MeetingState.CANCELLED,
            null,
            null,
            false,
            null,
            0);
    CalendarPart part = new CalendarObject(cancelled, "Comité", zoe(), null, "", STAMP).cancel();
    VEvent event = event(part.organizedBy(TOKEN));

    assertThat(part.method()).isEqualTo("CANCEL");
    assertThat(part.text()).contains("METHOD:CANCEL\r\n");
    assertThat(value(event, Property.STATUS)).isEqualTo("CANCELLED");
    assertThat(value(event, Property.SEQUENCE)).isEqualTo("1");
    assertThat(value(event, Property.UID)).isEqualTo(first.uid());
    assertThat(event.getProperties(Property.RECURRENCE_ID)).isEmpty();
  }

  @Test
  void a_title_starts_no_line_of_its_own() {
    String sent = request("Suivi\r\nATTENDEE:mailto:mal@mal.example", "A\nB", "");

    assertThat(sent.replace("\r\n ", "").lines().filter(line -> line.startsWith("ATTENDEE")))
        .hasSize(1);
    assertThat(sent).contains("LOCATION:A B\r\n");
  }

  private static String request(String title, String place, String agenda) {
    Meeting meeting = NoticeTest.meeting(title, place, agenda);
    return new CalendarObject(
            meeting, "Comité directeur: Longueuil; Laval", zoe(), null, meeting.agenda(), STAMP)
        .request()
        .organizedBy(TOKEN);
  }

  private static Person zoe() {
    return new Person(
        new PersonId(7),
        "Zoé",
        "Lavoie, dite \"Zo\"",
        "zoe@tr.example",
        Language.FRENCH,
        "",
        null,
        Role.MEMBER);
  }

  private static VEvent event(String sent) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new StringReader(sent));
    assertThat(calendar.validate().hasErrors()).isFalse();
    return (VEvent) calendar.getComponents().getFirst();
  }

  private static String value(VEvent event, String name) {
    return event.getRequiredProperty(name).getValue();
  }

  private static String parameter(Property property, String name) {
    return property.getRequiredParameter(name).getValue();
  }

  private static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }
}
