package ca.greffier.meeting;

import ca.greffier.directory.Bodies;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.document.Attachable;
import ca.greffier.document.Documents;
import ca.greffier.document.Reader;
import ca.greffier.text.QuebecCalendar;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The documents of a meeting, as links that ask who one is: each letter names those that its reader
 * may read, and says which came after the day on which they were due (domain.md M4).
 */
public final class MeetingDocuments {
  private final Documents documents;
  private final Bodies bodies;
  private final People people;
  private final Meetings meetings;
  private final QuebecCalendar calendar;
  private final String web;

  /**
   * @param web the public address of the web pages
   */
  public MeetingDocuments(
      Documents documents,
      Bodies bodies,
      People people,
      Meetings meetings,
      QuebecCalendar calendar,
      URI web) {
    this.documents = documents;
    this.bodies = bodies;
    this.people = people;
    this.meetings = meetings;
    this.calendar = calendar;
    this.web = web.toString().replaceFirst("/$", "");
  }

  /** Their codes, titles and addresses, for a template, and which of them came late. */
  List<Map<String, Object>> of(Meeting meeting, Person reader) {
    LocalDate day = meetings.day(meeting);
    LocalDate due = meetings.rules(meeting).documentsDue(day, calendar);
    Attachable what = new Attachable(Attachable.Kind.MEETING, meeting.number());
    return people
        .person(reader.id())
        .map(actor -> documents.of(what, Reader.of(actor, bodies, day)))
        .orElse(List.of())
        .stream()
        .map(
            each ->
                Map.<String, Object>of(
                    "code", each.code(),
                    "title", each.title(),
                    "address", web + "/documents/" + each.code(),
                    "late", meetings.day(each.addedAt()).isAfter(due)))
        .toList();
  }
}
