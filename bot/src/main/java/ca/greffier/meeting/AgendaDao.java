package ca.greffier.meeting;

import ca.greffier.command.PersonId;
import ca.greffier.meeting.AgendaItem.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface AgendaDao {
  String ITEM =
      "SELECT id, meeting, position, title, kind, person, minutes, proposed_by FROM agenda_item ";

  /** Those that have their place, in order. */
  @SqlQuery(ITEM + "WHERE meeting = :meeting AND position IS NOT NULL ORDER BY position")
  List<AgendaItem> items(MeetingId meeting);

  /** Those that wait for an answer. */
  @SqlQuery(
      ITEM + "WHERE meeting = :meeting AND position IS NULL AND refused_at IS NULL ORDER BY id")
  List<AgendaItem> proposed(MeetingId meeting);

  @SqlQuery(ITEM + "WHERE id = :id")
  Optional<AgendaItem> find(long id);

  @SqlQuery(
      """
      INSERT INTO agenda_item (meeting, title, kind, person, minutes, proposed_by)
      VALUES (:meeting, :title, :kind, :person, :minutes, :proposedBy) RETURNING id
      """)
  long insert(
      MeetingId meeting,
      String title,
      Purpose kind,
      @Nullable PersonId person,
      @Nullable Integer minutes,
      @Nullable PersonId proposedBy);

  /** Makes room at a place. */
  @SqlUpdate(
      "UPDATE agenda_item SET position = position + 1 WHERE meeting = :meeting AND position >="
          + " :from")
  void open(MeetingId meeting, int from);

  @SqlUpdate("UPDATE agenda_item SET position = :position WHERE id = :id")
  void place(long id, @Nullable Integer position);

  /** Closes the room that one left. */
  @SqlUpdate(
      "UPDATE agenda_item SET position = position - 1 WHERE meeting = :meeting AND position >"
          + " :from")
  void close(MeetingId meeting, int from);

  @SqlUpdate("DELETE FROM agenda_item WHERE id = :id")
  void delete(long id);

  /** 0 when it has its answer already. */
  @SqlUpdate(
      """
      UPDATE agenda_item SET refused_at = :at
      WHERE id = :id AND position IS NULL AND refused_at IS NULL
      """)
  int refuse(long id, Instant at);
}
