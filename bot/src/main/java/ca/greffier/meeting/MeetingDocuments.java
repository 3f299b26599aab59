package ca.greffier.meeting;

import ca.greffier.directory.Bodies;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.document.Attachable;
import ca.greffier.document.Documents;
import ca.greffier.document.Reader;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The documents of a meeting, as links that ask who one is: each letter names those that its reader
 * may read (domain.md M4).
 */
public final class MeetingDocuments {
  private final Documents documents;
  private final Bodies bodies;
  private final People people;
  private final String web;

  /**
   * @param web the public address of the web pages
   */
  public MeetingDocuments(Documents documents, Bodies bodies, People people, URI web) {
    this.documents = documents;
    this.bodies = bodies;
    this.people = people;
    this.web = web.toString().replaceFirst("/$", "");
  }

  /** Their codes, titles and addresses, for a template. */
  List<Map<String, Object>> of(Meeting meeting, Person reader, LocalDate day) {
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
                    "address", web + "/documents/" + each.code()))
        .toList();
  }
}
