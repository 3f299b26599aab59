package ca.greffier.minutes;

import ca.greffier.command.Actor;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Person;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.Meetings;
import ca.greffier.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/**
 * Writing down what happens at a meeting, from its day on and until it is closed. Writers wait for
 * one another: the meeting is held until the end of the transaction.
 */
final class Recording {
  private final MinutesDao dao;
  private final Minutes minutes;
  private final Meetings meetings;
  private final ZoneId zone;

  Recording(Jdbi jdbi, Minutes minutes, Meetings meetings, ZoneId zone) {
    this.dao = jdbi.onDemand(MinutesDao.class);
    this.minutes = minutes;
    this.meetings = meetings;
    this.zone = zone;
  }

  void note(Meeting meeting, String text, PersonId author, Instant at) {
    dao.note(open(meeting, at).id(), text, author, at);
  }

  /** A decision when there is a quorum; without one, an opinion under the same series. */
  Decision decide(Meeting meeting, String text, Instant at) {
    Meeting open = open(meeting, at);
    Proceedings now = minutes.of(open);
    Decision decision =
        new Decision(
            decisionNumber(open), text, now.isQuorate(), now.present(), now.quorum().needed(), at);
    dao.decide(
        open.id(),
        decision.number(),
        text,
        decision.quorate(),
        decision.present(),
        decision.needed(),
        at);
    return decision;
  }

  /**
   * @param language of the writer, to know a verb by
   * @return the number of the action
   */
  String promise(Meeting meeting, ActionDraft draft, Language language, Instant at) {
    Meeting open = open(meeting, at);
    if (!ActionText.beginsWithVerb(draft.text(), language))
      throw new Refusal("minutes.action.verb", draft.text());
    LocalDate day = meetings.day(open);
    if (draft.due().isBefore(day)) throw new Refusal("minutes.action.due", draft.due(), day);
    String number =
        ActionItem.number(meetings.body(open).code(), day.getYear(), next(open, ActionItem.SERIES));
    dao.promise(open.id(), number, draft.text(), draft.responsible().id(), draft.due());
    return number;
  }

  /** An action before it has a number. */
  record ActionDraft(Person responsible, String text, LocalDate due) {}

  void attend(Meeting meeting, Person person, Standing standing, Instant at) {
    dao.attend(open(meeting, at).id(), person.id(), standing);
  }

  /**
   * @throws Refusal when it is somebody else's, or done already
   */
  void done(ActionItem action, Actor actor, boolean anyones, Instant at) {
    if (!anyones && !action.responsible().equals(actor.known()))
      throw new Refusal("minutes.action.theirs", action.number());
    if (dao.done(action.number(), at) == 0)
      throw new Refusal("minutes.action.already", action.number());
  }

  /**
   * The meeting, convened and not closed, on its day or after.
   *
   * @throws Refusal when nothing can be written down yet, or no longer
   */
  Meeting open(Meeting meeting, Instant at) {
    Meeting held = meetings.hold(meeting.id());
    if (LocalDate.ofInstant(at, zone).isBefore(meetings.day(held)))
      throw new Refusal("minutes.early", held.startsAt());
    return held;
  }

  private String decisionNumber(Meeting meeting) {
    return String.format(
        Locale.ROOT,
        "%s-%d-%03d",
        meetings.body(meeting).code(),
        meetings.day(meeting).getYear(),
        next(meeting, "DECISION"));
  }

  private int next(Meeting meeting, String series) {
    return dao.next(meeting.body(), meetings.day(meeting).getYear(), series);
  }
}
