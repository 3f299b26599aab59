package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import ca.greffier.meeting.MeetingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface MinutesDao {
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

  @SqlUpdate("INSERT INTO note (meeting, text, author, at) VALUES (:meeting, :text, :author, :at)")
  void note(MeetingId meeting, String text, PersonId author, Instant at);

  @SqlQuery("SELECT text, author, at FROM note WHERE meeting = :meeting ORDER BY id")
  List<Note> notes(MeetingId meeting);

  /** The next number of a series; the row is held until the end of the transaction. */
  @SqlQuery(
      """
      INSERT INTO numbering (body, year, series, last) VALUES (:body, :year, :series, 1)
      ON CONFLICT (body, year, series) DO UPDATE SET last = numbering.last + 1
      RETURNING last
      """)
  int next(BodyId body, int year, String series);

  @SqlUpdate(
      """
      INSERT INTO decision (meeting, number, text, quorate, present, needed, at)
      VALUES (:meeting, :number, :text, :quorate, :present, :needed, :at)
      """)
  void decide(
      MeetingId meeting,
      String number,
      String text,
      boolean quorate,
      int present,
      int needed,
      Instant at);

  @SqlQuery(
      """
      SELECT number, text, quorate, present, needed, at FROM decision
      WHERE meeting = :meeting ORDER BY id
      """)
  List<Decision> decisions(MeetingId meeting);

  @SqlUpdate(
      """
      INSERT INTO action_item (meeting, number, text, responsible, due)
      VALUES (:meeting, :number, :text, :responsible, :due)
      """)
  void promise(MeetingId meeting, String number, String text, PersonId responsible, LocalDate due);

  @SqlUpdate(
      """
      INSERT INTO action_item (number, origin, text, responsible, due)
      VALUES (:number, :origin, :text, :responsible, :due)
      """)
  void promise(String number, String origin, String text, PersonId responsible, LocalDate due);

  @SqlQuery("SELECT * FROM action_item WHERE meeting = :meeting ORDER BY id")
  List<ActionItem> actions(MeetingId meeting);

  @SqlQuery("SELECT * FROM action_item WHERE state = 'OPEN' ORDER BY due, id")
  List<ActionItem> open();

  /** Open actions that a person may see: their own, and those of meetings they were invited to. */
  @SqlQuery(
      """
      SELECT a.* FROM action_item a
      WHERE state = 'OPEN'
        AND (responsible = :reader
             OR EXISTS (SELECT 1 FROM invitation i
                        WHERE i.meeting = a.meeting AND i.person = :reader))
      ORDER BY due, id
      """)
  List<ActionItem> openFor(PersonId reader);

  /** What was promised at the earlier meetings of a body and is not done, the first due first. */
  @SqlQuery(
      """
      SELECT a.* FROM action_item a JOIN meeting m ON m.id = a.meeting
      WHERE a.state = 'OPEN' AND m.body = :body AND m.starts_at < :before ORDER BY a.due, a.id
      """)
  List<ActionItem> openOf(BodyId body, Instant before);

  @SqlQuery("SELECT * FROM action_item WHERE upper(number) = upper(:number)")
  Optional<ActionItem> action(String number);

  @SqlUpdate(
      """
      UPDATE action_item SET state = 'DONE', done_at = :at WHERE number = :number AND state = 'OPEN'
      """)
  int done(String number, Instant at);

  @SqlUpdate("INSERT INTO minutes (meeting, closed_by, closed_at) VALUES (:meeting, :by, :at)")
  void close(MeetingId meeting, PersonId by, Instant at);

  @SqlQuery("SELECT closed_at FROM minutes WHERE meeting = :meeting")
  Optional<Instant> closedAt(MeetingId meeting);

  @SqlQuery("SELECT number FROM decision WHERE upper(number) = upper(:number)")
  Optional<String> decision(String number);

  /** For each body, the last of its meetings whose notes were sent. */
  @SqlQuery(
      """
      SELECT DISTINCT ON (m.body) m.id FROM minutes n JOIN meeting m ON m.id = n.meeting
      ORDER BY m.body, m.starts_at DESC, m.id DESC
      """)
  List<MeetingId> lastClosed();
}
