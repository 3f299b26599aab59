package ca.greffier.poll;

import ca.greffier.command.AskId;
import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import ca.greffier.meeting.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PollDao {
  String POLL =
      """
      SELECT id, body, title, minutes, place, opened_by, opened_at, remind_at, closes_at, decided_at
      FROM date_poll
      """;

  /** Somebody who is asked, and whether they have answered. */
  record Voter(PersonId person, AskId ask, boolean voted) {}

  /** What somebody said of a date. */
  record Vote(PersonId person, int number, Says says) {}

  /** What was said of a date, counted. */
  record Count(int number, Instant startsAt, int yes, int ifNeeded, int no, int silent) {}

  @SqlQuery(POLL + "WHERE id = :id")
  Optional<Poll> get(PollId id);

  @SqlQuery(POLL + "WHERE id = :id FOR UPDATE")
  Optional<Poll> hold(PollId id);

  @SqlQuery(POLL + "ORDER BY decided_at IS NOT NULL, closes_at DESC LIMIT :most")
  List<Poll> all(int most);

  @SqlQuery(
      """
      INSERT INTO date_poll (body, title, minutes, place, opened_by, opened_at, remind_at, closes_at)
      VALUES (:body, :title, :minutes, :place, :by, :at, :remindAt, :closesAt) RETURNING id
      """)
  PollId open(
      BodyId body,
      String title,
      int minutes,
      String place,
      PersonId by,
      Instant at,
      Instant remindAt,
      Instant closesAt);

  @SqlUpdate("INSERT INTO date_option (poll, number, starts_at) VALUES (:poll, :number, :at)")
  void option(PollId poll, int number, Instant at);

  @SqlUpdate("INSERT INTO date_voter (poll, person, ask) VALUES (:poll, :person, :ask)")
  void voter(PollId poll, PersonId person, AskId ask);

  @SqlQuery(
      """
      SELECT o.number, o.starts_at,
             count(*) FILTER (WHERE says = 'YES')::int AS yes,
             count(*) FILTER (WHERE says = 'IF_NEEDED')::int AS if_needed,
             count(*) FILTER (WHERE says = 'NO')::int AS no,
             count(*) FILTER (WHERE says IS NULL)::int AS silent
      FROM date_option o JOIN date_voter v ON v.poll = o.poll
      LEFT JOIN date_vote d ON d.poll = o.poll AND d.number = o.number AND d.person = v.person
      WHERE o.poll = :poll GROUP BY o.number, o.starts_at ORDER BY o.number
      """)
  List<Count> counts(PollId poll);

  @SqlQuery(
      """
      SELECT person, ask,
             EXISTS (SELECT FROM date_vote d WHERE d.poll = v.poll AND d.person = v.person) AS voted
      FROM date_voter v WHERE poll = :poll ORDER BY person
      """)
  List<Voter> voters(PollId poll);

  @SqlQuery("SELECT person, number, says FROM date_vote WHERE poll = :poll ORDER BY person, number")
  List<Vote> votes(PollId poll);

  @SqlUpdate(
      """
      INSERT INTO date_vote (poll, person, number, says, at)
      VALUES (:poll, :person, :number, :says, :at)
      ON CONFLICT (poll, person, number) DO UPDATE SET says = excluded.says, at = excluded.at
      """)
  void vote(PollId poll, PersonId person, int number, Says says, Instant at);

  @SqlUpdate("UPDATE date_poll SET decided_at = :at, meeting = :meeting WHERE id = :poll")
  void decide(PollId poll, MeetingId meeting, Instant at);

  /** Open ones whose reminder is due, for the one who reminds. */
  @SqlQuery(
      POLL
          + """
          WHERE decided_at IS NULL AND remind_at <= :now AND closes_at > :now
          ORDER BY id FOR UPDATE SKIP LOCKED
          """)
  List<Poll> toRemind(Instant now);

  @SqlUpdate(
      """
      UPDATE date_voter SET reminded_at = :at
      WHERE poll = :poll AND person = :person AND reminded_at IS NULL
      """)
  int reminded(PollId poll, PersonId person, Instant at);

  /** Those that are over, or that everybody has answered, whose outcome was not told. */
  @SqlQuery(
      POLL
          + """
          WHERE decided_at IS NULL AND told_at IS NULL AND (closes_at <= :now OR NOT EXISTS (
            SELECT FROM date_voter v WHERE v.poll = date_poll.id AND NOT EXISTS (
              SELECT FROM date_vote d WHERE d.poll = v.poll AND d.person = v.person)))
          ORDER BY id FOR UPDATE SKIP LOCKED
          """)
  List<Poll> toTell(Instant now);

  @SqlUpdate("UPDATE date_poll SET told_at = :at WHERE id = :poll")
  void told(PollId poll, Instant at);
}
