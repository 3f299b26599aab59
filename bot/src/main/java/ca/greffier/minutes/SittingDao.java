package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.meeting.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** What happens while a meeting sits: who is there, where it is, what is noted. */
interface SittingDao {
  /** A person's standing, as it was noted. */
  record Noted(PersonId person, Standing standing) {}

  @SqlUpdate(
      """
      INSERT INTO attendance (meeting, person, standing) VALUES (:meeting, :person, :standing)
      ON CONFLICT (meeting, person) DO UPDATE SET standing = excluded.standing
      """)
  void attend(MeetingId meeting, PersonId person, Standing standing);

  @SqlQuery("SELECT person, standing FROM attendance WHERE meeting = :meeting")
  List<Noted> attendance(MeetingId meeting);

  @SqlUpdate(
      """
      INSERT INTO attendance_change (meeting, person, standing, at)
      VALUES (:meeting, :person, :standing, :at)
      """)
  void moved(MeetingId meeting, PersonId person, Standing standing, Instant at);

  @SqlQuery(
      "SELECT person, standing, at FROM attendance_change WHERE meeting = :meeting ORDER BY at, id")
  List<Movement> movements(MeetingId meeting);

  /** 0 when it is open already. */
  @SqlUpdate(
      """
      INSERT INTO sitting (meeting, opened_at, opened_by) VALUES (:meeting, :at, :by)
      ON CONFLICT (meeting) DO NOTHING
      """)
  int open(MeetingId meeting, PersonId by, Instant at);

  @SqlUpdate("UPDATE sitting SET ended_at = :at WHERE meeting = :meeting")
  void end(MeetingId meeting, Instant at);

  @SqlQuery("SELECT opened_at, ended_at, item, item_at FROM sitting WHERE meeting = :meeting")
  Optional<Sitting> sitting(MeetingId meeting);

  /** The meeting whose sitting is open in a channel, the last one opened first. */
  @SqlQuery(
      """
      SELECT s.meeting FROM sitting s JOIN meeting m ON m.id = s.meeting JOIN body b ON b.id = m.body
      WHERE b.channel = :channel AND s.ended_at IS NULL AND m.state = 'CONVENED'
      ORDER BY s.opened_at DESC LIMIT 1
      """)
  Optional<MeetingId> sittingIn(String channel);

  /** 0 when it is not open. */
  @SqlUpdate(
      """
      UPDATE sitting SET item = :item, item_at = :at WHERE meeting = :meeting AND ended_at IS NULL
      """)
  int turn(MeetingId meeting, long item, Instant at);

  @SqlUpdate(
      """
      INSERT INTO note (meeting, text, author, at, item)
      VALUES (:meeting, :text, :author, :at, :item)
      """)
  void note(MeetingId meeting, String text, PersonId author, Instant at, @Nullable Long item);

  /** Takes out the last note of somebody, and tells it. */
  @SqlQuery(
      """
      DELETE FROM note WHERE id = (SELECT max(id) FROM note
                                   WHERE meeting = :meeting AND author = :author)
      RETURNING text
      """)
  Optional<String> undo(MeetingId meeting, PersonId author);

  @SqlQuery("SELECT text, author, at, item FROM note WHERE meeting = :meeting ORDER BY id")
  List<Note> notes(MeetingId meeting);
}
