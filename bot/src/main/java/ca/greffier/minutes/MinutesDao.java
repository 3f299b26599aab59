package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import ca.greffier.directory.Function;
import ca.greffier.meeting.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The life of minutes: closed, corrected, approved, signed, sealed. */
interface MinutesDao {
  @SqlUpdate(
      """
      INSERT INTO minutes (meeting, closed_by, closed_at, official)
      VALUES (:meeting, :by, :at, :official)
      """)
  void close(MeetingId meeting, PersonId by, Instant at, boolean official);

  /** What became of the minutes. */
  record State(
      boolean official,
      PersonId closedBy,
      @Nullable Instant approvedAt,
      @Nullable MeetingId approvedIn,
      boolean amended,
      @Nullable Instant sealedAt,
      @Nullable String seal) {}

  @SqlQuery(
      """
      SELECT official, closed_by, approved_at, approved_in, amended, sealed_at, seal
      FROM minutes WHERE meeting = :meeting
      """)
  Optional<State> state(MeetingId meeting);

  /** The meetings of a body before an instant whose procès-verbal waits for its approval. */
  @SqlQuery(
      """
      SELECT m.starts_at FROM minutes n JOIN meeting m ON m.id = n.meeting
      WHERE m.body = :body AND m.starts_at < :before AND official AND approved_at IS NULL
      ORDER BY m.starts_at
      """)
  List<Instant> unapproved(BodyId body, Instant before);

  @SqlUpdate(
      """
      UPDATE minutes SET approved_at = :at, approved_in = :sitting, amended = :amended
      WHERE meeting = :meeting AND approved_at IS NULL
      """)
  int approve(MeetingId meeting, MeetingId sitting, boolean amended, Instant at);

  @SqlQuery(
      """
      INSERT INTO correction (meeting, person, text, at) VALUES (:meeting, :person, :text, :at)
      RETURNING id
      """)
  long correct(MeetingId meeting, PersonId person, String text, Instant at);

  @SqlQuery("SELECT id, meeting, person, text, at, accepted FROM correction WHERE id = :id")
  Optional<Correction> correction(long id);

  @SqlQuery(
      """
      SELECT id, meeting, person, text, at, accepted FROM correction
      WHERE meeting = :meeting ORDER BY id
      """)
  List<Correction> corrections(MeetingId meeting);

  /** 0 when it is decided already. */
  @SqlUpdate(
      """
      UPDATE correction SET accepted = :accepted, decided_by = :by, decided_at = :at
      WHERE id = :id AND accepted IS NULL
      """)
  int settle(long id, boolean accepted, PersonId by, Instant at);

  /** 0 when somebody has signed as that. */
  @SqlUpdate(
      """
      INSERT INTO signature (meeting, function, person, at)
      VALUES (:meeting, :function, :person, :at) ON CONFLICT (meeting, function) DO NOTHING
      """)
  int sign(MeetingId meeting, Function function, PersonId person, Instant at);

  @SqlQuery("SELECT function, person, at FROM signature WHERE meeting = :meeting ORDER BY function")
  List<Signature> signatures(MeetingId meeting);

  /** So that two seals never follow the same one. */
  @SqlUpdate("LOCK TABLE minutes IN SHARE ROW EXCLUSIVE MODE")
  void holdSeals();

  /** A seal, and the one it follows. */
  record Sealed(MeetingId meeting, String seal, String sealBefore) {}

  /** All of them, the first one first. */
  @SqlQuery(
      """
      SELECT meeting, seal, seal_before FROM minutes WHERE seal IS NOT NULL
      ORDER BY sealed_at, meeting
      """)
  List<Sealed> seals();

  @SqlUpdate(
      """
      UPDATE minutes SET seal = :seal, seal_before = :before, sealed_at = :at
      WHERE meeting = :meeting AND seal IS NULL
      """)
  int seal(MeetingId meeting, String seal, String before, Instant at);

  @SqlQuery("SELECT closed_at FROM minutes WHERE meeting = :meeting")
  Optional<Instant> closedAt(MeetingId meeting);

  /** For each body, the last of its meetings whose notes were sent. */
  @SqlQuery(
      """
      SELECT DISTINCT ON (m.body) m.id FROM minutes n JOIN meeting m ON m.id = n.meeting
      ORDER BY m.body, m.starts_at DESC, m.id DESC
      """)
  List<MeetingId> lastClosed();
}
