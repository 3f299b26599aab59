package ca.greffier.meeting;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Who will come. An answer may be changed until the start. An answer that a calendar program sent
 * is ordered by (sequence, stamp), whatever the order of arrival (RFC 5546, 2.1.5): one that is
 * older than what is noted is ignored.
 */
final class Attendance {
  private final Meetings meetings;
  private final MeetingDao dao;

  Attendance(Jdbi jdbi, Meetings meetings) {
    this.meetings = meetings;
    this.dao = jdbi.onDemand(MeetingDao.class);
  }

  /**
   * An answer.
   *
   * @param proxy who votes for them; null for nobody
   * @param sequence the version that a calendar program answered; null when a person did
   * @param stamp when it was written; null for now
   */
  record Answer(
      Presence presence,
      @Nullable PersonId proxy,
      @Nullable Integer sequence,
      @Nullable Instant stamp) {}

  /** The answers to a meeting, counted. */
  record Tally(Quorum quorum, int yes, int represented, int no, int maybe, int silent) {
    Quorum.Forecast forecast() {
      return quorum.forecast(yes + represented, maybe + silent);
    }

    /** How many more must say yes. */
    int lacking() {
      return Math.max(0, quorum.needed() - yes - represented);
    }
  }

  /**
   * @return false when a later answer is noted already
   * @throws Refusal when the person is not invited, or it is too late
   */
  boolean record(Meeting meeting, PersonId who, Answer answer, Instant at) {
    if (meetings.invitation(meeting.id(), who).isEmpty())
      throw new Refusal("meeting.not_invited", meeting.number());
    if (meeting.state() != MeetingState.CONVENED) throw Meetings.refusal(meeting);
    if (meeting.hasStarted(at)) throw new Refusal("meeting.started", meeting.startsAt());
    checkProxy(meeting, who, answer);
    int sequence =
        answer.sequence() == null
            ? meeting.sequence()
            : Math.min(answer.sequence(), meeting.sequence());
    // A clock that runs ahead must not shut out what comes later.
    Instant stamp = answer.stamp() == null || answer.stamp().isAfter(at) ? at : answer.stamp();
    return dao.answer(meeting.id(), who, answer.presence(), answer.proxy(), at, sequence, stamp)
        > 0;
  }

  /** Another member who is convened votes for them, where the rules of the body allow it. */
  private void checkProxy(Meeting meeting, PersonId who, Answer answer) {
    PersonId proxy = answer.proxy();
    if (proxy == null) return;
    if (!meetings.allowsProxies(meeting))
      throw new Refusal("meeting.proxy.forbidden", meetings.body(meeting).code());
    if (answer.presence() != Presence.NO) throw new Refusal("meeting.proxy.coming");
    if (proxy.equals(who) || meetings.invitation(meeting.id(), proxy).isEmpty())
      throw new Refusal("meeting.proxy.who", meeting.number());
  }

  /** What the members answered; guests count for nothing. */
  Tally tally(Meeting meeting) {
    List<Invitation> all =
        meetings.invitations(meeting.id()).stream().filter(each -> !each.guest()).toList();
    return new Tally(
        meetings.quorum(meeting, all.size()),
        count(all, Presence.YES),
        represented(all),
        count(all, Presence.NO) - represented(all),
        count(all, Presence.MAYBE),
        count(all, null));
  }

  private static int represented(List<Invitation> all) {
    return (int) all.stream().filter(invitation -> invitation.proxy() != null).count();
  }

  private static int count(List<Invitation> all, @Nullable Presence presence) {
    return (int) all.stream().filter(invitation -> invitation.presence() == presence).count();
  }
}
