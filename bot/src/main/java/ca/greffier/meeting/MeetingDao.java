package ca.greffier.meeting;

import ca.greffier.command.AskId;
import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface MeetingDao {
  @SqlUpdate(
      """
      INSERT INTO meeting (body, title, starts_at, minutes, place, agenda, uid)
      VALUES (:body, :title, :startsAt, :minutes, :place, :agenda, :uid)
      """)
  @GetGeneratedKeys("id")
  MeetingId insert(BodyId body, @BindMethods MeetingPlan plan, String uid);

  /** One that was held elsewhere, long ago: nobody is told. Nothing when it is here already. */
  @SqlUpdate(
      """
      INSERT INTO meeting (body, title, starts_at, minutes, uid, state, convener, convened_at,
                           quorum)
      SELECT :body, :title, :startsAt, :minutes, :uid, 'CLOSED', :by, :at, 0
      WHERE NOT EXISTS (SELECT FROM meeting WHERE body = :body AND starts_at = :startsAt)
      """)
  @GetGeneratedKeys("id")
  Optional<MeetingId> bring(
      BodyId body, @BindMethods MeetingPlan plan, String uid, PersonId by, Instant at);

  /** Only a draft can be changed: 0 when it is no longer one. */
  @SqlUpdate(
      """
      UPDATE meeting SET title = :title, starts_at = :startsAt, minutes = :minutes,
             place = :place, agenda = :agenda
      WHERE id = :id AND state = 'PLANNED'
      """)
  int change(MeetingId id, @BindMethods MeetingPlan plan);

  @SqlUpdate("UPDATE meeting SET series = :first WHERE id = ANY (:ids::bigint[])")
  void together(MeetingId first, List<Long> ids);

  /** Those of its series that come after it and may still be held, the next one first. */
  @SqlQuery(
      """
      SELECT m.* FROM meeting m JOIN meeting before ON before.series = m.series
      WHERE before.id = :id AND m.starts_at > before.starts_at
        AND m.state IN ('PLANNED', 'CONVENED')
      ORDER BY m.starts_at
      """)
  List<Meeting> following(MeetingId id);

  @SqlQuery("SELECT * FROM meeting WHERE id = :id")
  Optional<Meeting> find(MeetingId id);

  @SqlQuery("SELECT * FROM meeting WHERE id = :id FOR UPDATE")
  Optional<Meeting> hold(MeetingId id);

  /** Those that may still be held, the next one first; then the latest of the others. */
  @SqlQuery(
      """
      SELECT * FROM meeting
      ORDER BY state IN ('PLANNED', 'CONVENED') DESC,
               CASE WHEN state IN ('PLANNED', 'CONVENED') THEN starts_at END, starts_at DESC, id
      LIMIT :most
      """)
  List<Meeting> list(int most);

  @SqlUpdate(
      """
      UPDATE meeting SET state = 'CONVENED', convener = :convener, convened_at = :at,
             notice_waived = :waived, quorum = :quorum
      WHERE id = :id AND state = 'PLANNED'
      """)
  int convene(MeetingId id, PersonId convener, Instant at, boolean waived, int quorum);

  /**
   * Changes one that is convened: 0 when it no longer is.
   *
   * @param more what its SEQUENCE grows by
   */
  @SqlUpdate(
      """
      UPDATE meeting SET title = :title, starts_at = :startsAt, minutes = :minutes,
             place = :place, agenda = :agenda, sequence = sequence + :more,
             revision = revision + 1, notice_waived = notice_waived OR :waived
      WHERE id = :id AND state = 'CONVENED'
      """)
  int move(MeetingId id, @BindMethods MeetingPlan plan, int more, boolean waived);

  /** Nobody has answered any more; what was written before is older than this. */
  @SqlUpdate(
      """
      UPDATE invitation SET presence = NULL, proxy = NULL, answered_at = NULL, reminded_at = NULL,
             reply_sequence = :sequence, reply_stamp = :at
      WHERE meeting = :meeting
      """)
  void askAgain(MeetingId meeting, int sequence, Instant at);

  /** A new version of the same calendar object, its last. */
  @SqlUpdate(
      """
      UPDATE meeting SET state = 'CANCELLED', sequence = sequence + 1
      WHERE id = :id AND state IN ('PLANNED', 'CONVENED')
      """)
  int cancel(MeetingId id);

  @SqlUpdate("UPDATE meeting SET state = 'CLOSED' WHERE id = :id AND state = 'CONVENED'")
  int close(MeetingId id);

  @SqlUpdate(
      """
      INSERT INTO invitation (meeting, person, ask, guest) VALUES (:meeting, :person, :ask, :guest)
      """)
  void invite(MeetingId meeting, PersonId person, AskId ask, boolean guest);

  /** Those that take place from an instant on and before another, the next one first. */
  @SqlQuery(
      """
      SELECT * FROM meeting
      WHERE state = 'CONVENED' AND starts_at >= :from AND starts_at < :end ORDER BY starts_at, id
      """)
  List<Meeting> convened(Instant from, Instant end);

  @SqlQuery(
      """
      SELECT * FROM meeting
      WHERE state = 'CONVENED' AND starts_at + minutes * interval '1 minute' < :now
      ORDER BY starts_at, id
      """)
  List<Meeting> held(Instant now);

  /** What somebody was convened to, from an instant on, even if it was cancelled since. */
  @SqlQuery(
      """
      SELECT m.* FROM meeting m JOIN invitation i ON i.meeting = m.id
      WHERE i.person = :person AND m.starts_at >= :from ORDER BY m.starts_at, m.id
      """)
  List<Meeting> inviting(PersonId person, Instant from);

  /** The same for what a body was convened to. */
  @SqlQuery(
      """
      SELECT * FROM meeting
      WHERE body = :body AND convened_at IS NOT NULL AND starts_at >= :from ORDER BY starts_at, id
      """)
  List<Meeting> of(BodyId body, Instant from);

  @SqlQuery("SELECT * FROM invitation WHERE meeting = :meeting ORDER BY person")
  List<Invitation> invitations(MeetingId meeting);

  @SqlQuery("SELECT * FROM invitation WHERE meeting = :meeting AND person = :person")
  Optional<Invitation> invitation(MeetingId meeting, PersonId person);

  /** 0 when an answer to a later version, or written later, is there already. */
  @SqlUpdate(
      """
      UPDATE invitation
      SET presence = :presence, proxy = :proxy, answered_at = :at, reply_sequence = :sequence, reply_stamp = :stamp
      WHERE meeting = :meeting AND person = :person
        AND (reply_stamp IS NULL OR (reply_sequence, reply_stamp) <= (:sequence, :stamp))
      """)
  int answer(
      MeetingId meeting,
      PersonId person,
      Presence presence,
      @Nullable PersonId proxy,
      Instant at,
      int sequence,
      Instant stamp);

  /** Invitations to coming meetings that nobody answered and nobody was reminded of. */
  @SqlQuery(
      """
      SELECT i.* FROM invitation i JOIN meeting m ON m.id = meeting
      WHERE state = 'CONVENED' AND starts_at > :now AND starts_at <= :until
        AND presence IS NULL AND reminded_at IS NULL
      ORDER BY starts_at, meeting, person
      FOR UPDATE OF i SKIP LOCKED
      """)
  List<Invitation> silent(Instant now, Instant until);

  @SqlUpdate(
      "UPDATE invitation SET reminded_at = :at WHERE meeting = :meeting AND person = :person")
  void reminded(MeetingId meeting, PersonId person, Instant at);
}
