package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Body;
import ca.greffier.meeting.Agendas;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.MeetingPlan;
import ca.greffier.meeting.Meetings;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings in the log of a meeting that a group held in a chat, as a compte rendu that is closed: its
 * topics, what was noted under none of them, who spoke. What was agreed is a note, not a numbered
 * decision: nobody here knows who had a vote.
 */
final class LogImport {
  private static final int USUAL_MINUTES = 60;
  private static final int MOST_MINUTES = 24 * 60;
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);

  private final MinutesDao dao;
  private final SittingDao sittings;
  private final Meetings meetings;
  private final Agendas agendas;
  private final Messages messages;
  private final ZoneId zone;

  LogImport(Jdbi jdbi, Meetings meetings, Agendas agendas, Messages messages) {
    this.dao = jdbi.onDemand(MinutesDao.class);
    this.sittings = jdbi.onDemand(SittingDao.class);
    this.meetings = meetings;
    this.agendas = agendas;
    this.messages = messages;
    this.zone = messages.zone();
  }

  /** Who brings it, and when. */
  record Bringing(PersonId by, Language language, Instant at) {}

  /**
   * @param day when the log does not say it
   * @throws Refusal when neither says the day, it is not over, or it is here already
   */
  Meeting bring(LoggedMeeting log, Body body, String title, Optional<LocalDate> day, Bringing who) {
    LocalDate date = date(log.start()).or(() -> day).orElseThrow(() -> new Refusal("log.day"));
    LocalTime hour = hour(log.start()).orElse(LocalTime.NOON);
    Instant start = date.atTime(hour).atZone(zone).toInstant();
    int minutes = hour(log.end()).map(end -> minutes(hour, end)).orElse(USUAL_MINUTES);
    if (start.isAfter(who.at())) throw new Refusal("log.future", start);
    MeetingPlan plan = new MeetingPlan(title, start, minutes, "", "");
    String uid = UUID.randomUUID() + "@log";
    Meeting meeting = meetings.bring(body.id(), plan, uid, who.by(), who.at());
    for (String topic : log.topics()) agendas.topic(meeting, topic);
    notes(log, meeting, who);
    dao.close(meeting.id(), who.by(), who.at(), false);
    return meeting;
  }

  private void notes(LoggedMeeting log, Meeting meeting, Bringing who) {
    for (String each : log.decisions()) note(meeting, who, "log.note.decision", each);
    for (LoggedMeeting.Action each : log.actions()) {
      if (each.owners().isEmpty()) note(meeting, who, "log.note.action", each.text());
      else note(meeting, who, "log.note.action.of", each.text(), each.owners());
    }
    for (String each : log.links()) note(meeting, who, "log.note.link", each);
    if (!log.chair().isEmpty()) note(meeting, who, "log.note.chair", log.chair());
    List<String> people = List.copyOf(log.lines().keySet());
    if (!people.isEmpty()) note(meeting, who, "log.note.people", people);
  }

  private void note(Meeting meeting, Bringing who, String key, Object... arguments) {
    String text = messages.say(who.language(), key, arguments);
    sittings.note(meeting.id(), text, who.by(), who.at(), null);
  }

  private static int minutes(LocalTime from, LocalTime to) {
    long minutes = Duration.between(from, to).toMinutes();
    if (minutes < 0) minutes += MOST_MINUTES;
    return Math.clamp(minutes, 1, MOST_MINUTES);
  }

  private static Optional<LocalDate> date(String written) {
    int end = written.indexOf('T');
    try {
      return end < 0 ? Optional.empty() : Optional.of(LocalDate.parse(written.substring(0, end)));
    } catch (DateTimeParseException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> hour(String written) {
    try {
      String hour = written.substring(written.indexOf('T') + 1);
      return hour.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(hour, HOUR));
    } catch (DateTimeParseException notOne) {
      return Optional.empty();
    }
  }
}
