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

/** What was promised, until it is done. */
interface ActionDao {
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
}
