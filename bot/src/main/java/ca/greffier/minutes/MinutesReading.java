package ca.greffier.minutes;

import ca.greffier.command.Actor;
import ca.greffier.directory.Function;
import ca.greffier.directory.Person;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.MeetingId;
import ca.greffier.meeting.Meetings;
import ca.greffier.paper.Paper;
import ca.greffier.text.Language;
import java.util.Map;
import java.util.Optional;

/** The minutes of a meeting as a document, for whoever may read them. */
public final class MinutesReading {
  private final Minutes minutes;
  private final Meetings meetings;
  private final MinutesPaper papers;
  private final Approval approval;

  MinutesReading(Minutes minutes, Meetings meetings, MinutesPaper papers, Approval approval) {
    this.minutes = minutes;
    this.meetings = meetings;
    this.papers = papers;
    this.approval = approval;
  }

  /** Empty when there is no such meeting, or the reader was neither invited nor there. */
  public Optional<Paper> of(long number, Actor reader, Language in) {
    return meetings
        .find(new MeetingId(number))
        .map(minutes::of)
        .filter(said -> minutes.mayRead(said, reader))
        .map(said -> paper(said, new MinutesPaper.Manner(in, false)));
  }

  Paper paper(Proceedings said, MinutesPaper.Manner manner) {
    Meeting meeting = said.meeting();
    Map<Function, Person> signatories =
        said.life().isPresent() ? approval.signatories(meeting) : Map.of();
    return papers.of(said, signatories, manner);
  }
}
