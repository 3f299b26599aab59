package ca.greffier.minutes;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.PersonId;
import ca.greffier.directory.Absences;
import ca.greffier.directory.NudgeHours;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.MeetingLetters;
import ca.greffier.meeting.Meetings;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.QuebecCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * What a meeting leaves to do is followed: an action that is late is asked about one working day
 * after, and four later (domain.md M14; after ten, it is a gap); minutes that are not sent yet are
 * asked for two working days before the rules of the body want them (M13). In hours that people
 * accept, and never while they are away.
 */
public final class FollowUpSweep implements Sweep {
  static final String DONE = "action faite";

  private static final int FIRST = 1;
  private static final int SECOND = 5;
  private static final int BEFORE = 2;
  private static final Duration LIFE = Duration.ofDays(60);

  private final Jdbi jdbi;
  private final Parts parts;
  private final Absences absences;
  private final NudgeHours accepted;

  /** What it works with. */
  public record Parts(
      Minutes minutes,
      Meetings meetings,
      MeetingLetters letters,
      People people,
      Asks asks,
      Outbox outbox,
      OfficeHours hours,
      QuebecCalendar calendar) {}

  public FollowUpSweep(Jdbi jdbi, Parts parts) {
    this.jdbi = jdbi;
    this.parts = parts;
    this.absences = new Absences(jdbi, parts.hours().zone());
    this.accepted = new NudgeHours(jdbi);
  }

  @Override
  public String name() {
    return "suivis";
  }

  @Override
  public String cron() {
    return "0 10/20 8-17 ? * MON-FRI";
  }

  @Override
  public void run(Instant now) {
    if (!parts.hours().isOpen(now)) return;
    LocalDate today = parts.hours().day(now);
    jdbi.useTransaction(
        _ -> {
          for (ActionItem each : parts.minutes().openActions()) {
            int late = parts.calendar().workingDaysBetween(each.due(), today);
            if (late >= FIRST && isReachable(each.responsible(), now)) askAbout(each, late, now);
          }
          for (Meeting each : parts.meetings().held(now)) {
            if (isDue(each, today)) askFor(each, now);
          }
        });
  }

  private boolean isReachable(PersonId person, Instant now) {
    return absences.on(person, parts.hours().day(now)).isEmpty()
        && accepted.of(person).contains(now.atZone(parts.hours().zone()).toLocalTime());
  }

  /** Once for each of the two. */
  private void askAbout(ActionItem action, int late, Instant now) {
    String key = "action-relance:" + action.number() + (late >= SECOND ? ":2" : ":1");
    if (parts.outbox().holds(key)) return;
    Person to = parts.people().get(action.responsible());
    AskId ask = parts.asks().put(to.id(), DONE, Map.of("action", action.number()), now.plus(LIFE));
    Map<String, Object> content = new HashMap<>();
    content.put("number", action.number());
    content.put("text", action.text());
    content.put("due", action.due().toString());
    content.put("late", late);
    Letter letter =
        Letter.of(
            LetterClass.RELANCE,
            to.email(),
            to.fullName(),
            to.language(),
            "action-relance",
            content);
    parts.outbox().put(key, letter.asking(ask));
  }

  private boolean isDue(Meeting meeting, LocalDate today) {
    int within = parts.meetings().sentWithin(meeting);
    LocalDate last = parts.calendar().plusWorkingDays(parts.meetings().day(meeting), within);
    return !today.isBefore(parts.calendar().plusWorkingDays(last, -Math.min(BEFORE, within - 1)));
  }

  private void askFor(Meeting meeting, Instant now) {
    PersonId convener = meeting.convener();
    if (convener == null || !isReachable(convener, now)) return;
    LocalDate last =
        parts
            .calendar()
            .plusWorkingDays(parts.meetings().day(meeting), parts.meetings().sentWithin(meeting));
    Letter plain =
        parts
            .letters()
            .letter(LetterClass.RELANCE, meeting, parts.people().get(convener), "pv-attendu");
    Map<String, Object> more =
        Map.of(
            "number", meeting.number(),
            "last", last.toString(),
            "official", parts.meetings().isOfficial(meeting));
    parts.outbox().put("pv-attendu:" + meeting.number(), plain.saying(more));
  }
}
