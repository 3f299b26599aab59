package ca.greffier.meeting;

import ca.greffier.sweep.Sweep;
import ca.greffier.text.QuebecCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jdbi.v3.core.Jdbi;

/**
 * Reminds those who have not answered, two working days before the meeting: once, between 8 h and
 * 18 h, on working days only, and never on the day they were convened (domain.md M5).
 */
public final class ReminderSweep implements Sweep {
  private static final int WORKING_DAYS = 2;
  private static final Duration FAR = Duration.ofDays(14);
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private final Jdbi jdbi;
  private final Meetings meetings;
  private final MeetingLetters letters;
  private final QuebecCalendar calendar;
  private final ZoneId zone;

  public ReminderSweep(
      Jdbi jdbi, Meetings meetings, MeetingLetters letters, QuebecCalendar calendar, ZoneId zone) {
    this.jdbi = jdbi;
    this.meetings = meetings;
    this.letters = letters;
    this.calendar = calendar;
    this.zone = zone;
  }

  @Override
  public String name() {
    return "rappels";
  }

  @Override
  public String cron() {
    return "0 5/15 8-17 * * ?";
  }

  @Override
  public void run(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalTime time = LocalTime.ofInstant(now, zone);
    if (time.isBefore(MORNING) || !time.isBefore(EVENING) || !calendar.isWorkingDay(today)) return;
    jdbi.useTransaction(
        handle -> {
          MeetingDao dao = handle.attach(MeetingDao.class);
          for (Invitation invitation : dao.silent(now, now.plus(FAR))) {
            Meeting meeting = meetings.get(invitation.meeting());
            if (!isDue(meeting, today)) continue;
            letters.remind(meeting, invitation);
            dao.reminded(meeting.id(), invitation.person(), now);
          }
        });
  }

  private boolean isDue(Meeting meeting, LocalDate today) {
    Instant convened = meeting.convenedAt();
    if (convened == null || !LocalDate.ofInstant(convened, zone).isBefore(today)) return false;
    return !today.isBefore(calendar.plusWorkingDays(meetings.day(meeting), -WORKING_DAYS));
  }
}
