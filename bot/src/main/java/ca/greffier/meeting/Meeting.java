package ca.greffier.meeting;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a body.
 *
 * @param title its object: {@code Suivi de la mutualisation}
 * @param minutes how long it lasts
 * @param place a room or a link; empty when not known yet
 * @param agenda the ordre du jour, Markdown; empty when not known yet
 * @param uid the iCalendar UID, for life
 * @param sequence the iCalendar SEQUENCE
 * @param convener who convened it; null before
 * @param quorum how many members it needs, as the rules of its body were when it was convened; null
 *     before
 * @param revision how many times those convened were told of a change
 */
public record Meeting(
    MeetingId id,
    BodyId body,
    String title,
    Instant startsAt,
    int minutes,
    String place,
    String agenda,
    String uid,
    int sequence,
    MeetingState state,
    @Nullable PersonId convener,
    @Nullable Instant convenedAt,
    boolean noticeWaived,
    @Nullable Integer quorum,
    int revision) {

  /** What is settled about it. */
  MeetingPlan plan() {
    return new MeetingPlan(title, startsAt, minutes, place, agenda);
  }

  /** As people call it: digits only, whatever the language. */
  public String number() {
    return String.valueOf(id.value());
  }

  public Instant endsAt() {
    return startsAt.plus(length());
  }

  public Duration length() {
    return Duration.ofMinutes(minutes);
  }

  /** True from its first minute on. */
  public boolean hasStarted(Instant at) {
    return !at.isBefore(startsAt);
  }
}
