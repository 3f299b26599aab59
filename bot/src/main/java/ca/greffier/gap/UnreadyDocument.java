package ca.greffier.gap;

import ca.greffier.document.Attachable;
import ca.greffier.document.Document;
import ca.greffier.document.DocumentStatus;
import ca.greffier.document.Documents;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.Meetings;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A document of a coming meeting that is still a draft a few working days before: those who are
 * convened cannot read it in time.
 */
final class UnreadyDocument implements GapRule {
  private final Meetings meetings;
  private final Documents documents;
  private final QuebecCalendar calendar;

  UnreadyDocument(Meetings meetings, Documents documents, QuebecCalendar calendar) {
    this.meetings = meetings;
    this.documents = documents;
    this.calendar = calendar;
  }

  @Override
  public String code() {
    return "document";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    LocalDate horizon = calendar.plusWorkingDays(today, limits.of(Threshold.DOCUMENT_AHEAD));
    List<Finding> found = new ArrayList<>();
    for (Meeting meeting : meetings.convened(today, horizon)) {
      Attachable here = new Attachable(Attachable.Kind.MEETING, meeting.number());
      for (Document each : documents.of(here)) {
        if (each.status() == DocumentStatus.DRAFT) found.add(finding(meeting, each, today));
      }
    }
    return found;
  }

  private Finding finding(Meeting meeting, Document document, LocalDate today) {
    LocalDate day = meetings.day(meeting);
    return new Finding(
        "document:" + document.id().value() + ":" + meeting.number(),
        Severity.WATCH,
        Phrase.of("gap.document.title", document.code(), document.title()),
        List.of(
            Phrase.of("gap.document.meeting", meeting.number(), meeting.title(), day),
            Phrase.of("gap.document.status", document.status().phrase()),
            Phrase.of("gap.source.document", document.code())),
        Phrase.of("gap.document.cause"),
        Situation.MISSING_DOCUMENT,
        Math.max(0, calendar.workingDaysBetween(today, day)));
  }
}
