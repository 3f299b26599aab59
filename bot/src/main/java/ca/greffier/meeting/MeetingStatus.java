package ca.greffier.meeting;

import ca.greffier.command.Reply;
import ca.greffier.command.Reply.Field;
import ca.greffier.meeting.Attendance.Tally;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is shown of meetings: where each stands, who answered what, the quorum to expect. */
final class MeetingStatus {
  private final Meetings meetings;
  private final Attendance attendance;

  MeetingStatus(Meetings meetings, Attendance attendance) {
    this.meetings = meetings;
    this.attendance = attendance;
  }

  Reply of(Meeting meeting) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("meeting.field.body", meetings.body(meeting).name()));
    fields.add(new Field("meeting.field.when", meeting.startsAt()));
    fields.add(new Field("meeting.field.length", meeting.length()));
    if (!meeting.place().isEmpty()) fields.add(new Field("meeting.field.place", meeting.place()));
    fields.add(new Field("meeting.field.state", meeting.state().label()));
    List<Object> title = List.of(meeting.number(), meeting.title());
    Tally tally = attendance.tally(meeting);
    if (tally.quorum().members() == 0) return new Reply.Card("meeting.card", title, fields);
    fields.add(
        new Field(
            "meeting.field.answers",
            tally.represented() == 0
                ? Phrase.of("meeting.tally", tally.yes(), tally.no(), tally.maybe(), tally.silent())
                : Phrase.of(
                    "meeting.tally.represented",
                    tally.yes(),
                    tally.no(),
                    tally.maybe(),
                    tally.silent(),
                    tally.represented())));
    fields.add(new Field("meeting.field.quorum", quorum(tally)));
    return Reply.together(new Reply.Card("meeting.card", title, fields), answers(meeting));
  }

  Reply list(int most) {
    List<List<Object>> rows = new ArrayList<>();
    for (Meeting meeting : meetings.list(most)) {
      rows.add(
          List.of(
              meeting.number(),
              meeting.startsAt(),
              meeting.title(),
              meetings.body(meeting).code(),
              meeting.state().label()));
    }
    return new Reply.Table(
        "meeting.list",
        List.of(rows.size()),
        List.of(
            "meeting.field.number",
            "meeting.field.when",
            "meeting.field.title",
            "meeting.field.code",
            "meeting.field.state"),
        rows);
  }

  private Reply answers(Meeting meeting) {
    List<List<Object>> rows = new ArrayList<>();
    for (Invited invited : meetings.invited(meeting)) {
      Presence said = invited.invitation().presence();
      Phrase plain = said == null ? Phrase.of("meeting.silent") : said.label();
      Phrase answer =
          invited.invitation().guest() ? Phrase.of("meeting.guest.answer", plain) : plain;
      rows.add(List.of(invited.person().fullName(), answer));
    }
    return new Reply.Table(
        "meeting.answers",
        List.of(rows.size()),
        List.of("meeting.field.person", "meeting.field.answer"),
        rows);
  }

  private static Phrase quorum(Tally tally) {
    Quorum quorum = tally.quorum();
    String key = "meeting.quorum." + tally.forecast().name().toLowerCase(Locale.ROOT);
    return Phrase.of(key, tally.lacking(), quorum.needed(), quorum.members());
  }
}
