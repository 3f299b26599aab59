package ca.greffier.meeting;

import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * What is told as a meeting comes near: three days and one day before, who convened it learns that
 * the quorum is in doubt, and whom to call; an hour before, its channel is reminded. Between 8 h
 * and 18 h on working days only (domain.md M5): a day before a Monday is the Friday.
 */
public final class CountdownSweep implements Sweep {
  private static final Duration FIRST = Duration.ofHours(72);
  private static final Duration LAST = Duration.ofHours(24);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Jdbi jdbi;
  private final Meetings meetings;
  private final Attendance attendance;
  private final MeetingLetters letters;
  private final OfficeHours hours;

  public CountdownSweep(Jdbi jdbi, Meetings meetings, MeetingLetters letters, OfficeHours hours) {
    this.jdbi = jdbi;
    this.meetings = meetings;
    this.attendance = new Attendance(jdbi, meetings);
    this.letters = letters;
    this.hours = hours;
  }

  @Override
  public String name() {
    return "approche";
  }

  @Override
  public String cron() {
    return "0 0/5 8-17 ? * MON-FRI";
  }

  @Override
  public void run(Instant now) {
    if (!hours.isOpen(now)) return;
    jdbi.useTransaction(
        _ -> {
          for (Meeting each : near(now)) {
            Duration left = Duration.between(now, each.startsAt());
            if (left.compareTo(HOUR) <= 0) letters.soon(each);
            doubt(each, left);
          }
        });
  }

  /** Those that begin before offices have been open for as long again. */
  private List<Meeting> near(Instant now) {
    return meetings.convened(hours.day(now), hours.day(now.plus(FIRST))).stream()
        .filter(each -> each.startsAt().isAfter(now))
        .filter(each -> !each.startsAt().isAfter(now.plus(FIRST)))
        .toList();
  }

  /** Once for each of the two, as long as it holds. */
  private void doubt(Meeting meeting, Duration left) {
    Attendance.Tally tally = attendance.tally(meeting);
    if (tally.quorum().members() == 0 || tally.forecast() == Quorum.Forecast.REACHED) return;
    boolean last = left.compareTo(LAST) <= 0;
    letters.doubtful(meeting, tally, meetings.invited(meeting), last ? "24" : "72");
  }
}
