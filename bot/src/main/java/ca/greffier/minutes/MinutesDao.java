package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import ca.greffier.directory.Function;
import ca.greffier.meeting.MeetingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

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
      INSERT INTO decision (meeting, number, text, quorate, present, needed, at, item, mover,
                            seconder, in_favour, against, abstained, outcome, dissent, rule)
      VALUES (:meeting, :number, :text, :quorate, :present, :needed, :at, :item, :mover,
              :seconder, :inFavour, :against, :abstained, :outcome, :dissent, :rule)
      """)
  void decide(MeetingId meeting, @BindMethods Decision decision);

  @SqlQuery(
      """
      SELECT number, text, quorate, present, needed, at, item, mover, seconder, in_favour, against,
             abstained, outcome, dissent, rule
      FROM decision WHERE meeting = :meeting ORDER BY id
      """)
  List<Decision> decisions(MeetingId meeting);

  /** 0 when there is no such decision of that meeting. */
  @SqlUpdate(
      """
      INSERT INTO amendment (decision, text, sub, mover, seconder, in_favour, against, abstained,
                             outcome, at)
      SELECT id, :text, :sub, :mover, :seconder, :inFavour, :against, :abstained, :outcome, :at
      FROM decision WHERE meeting = :meeting AND number = :decision
      """)
  int amend(MeetingId meeting, @BindMethods Amendment amendment, Instant at);

  @SqlQuery(
      """
      SELECT d.number AS decision, a.text, a.sub, a.mover, a.seconder, a.in_favour, a.against,
             a.abstained, a.outcome
      FROM amendment a JOIN decision d ON d.id = a.decision
      WHERE d.meeting = :meeting ORDER BY a.id
      """)
  List<Amendment> amendments(MeetingId meeting);

  /** What holds words, in French, whatever its accents and plurals; the latest first. */
  @SqlQuery(
      """
      WITH said AS (
        SELECT meeting, 'DECISION' AS kind, number, text, at FROM decision
        UNION ALL SELECT d.meeting, 'DECISION', d.number, a.text, a.at
                  FROM amendment a JOIN decision d ON d.id = a.decision
        UNION ALL SELECT meeting, 'NOTE', '', text, at FROM note
        UNION ALL SELECT a.meeting, 'ACTION', a.number, a.text, m.starts_at
                  FROM action_item a JOIN meeting m ON m.id = a.meeting)
      SELECT meeting, kind, number, text FROM said
      WHERE to_tsvector('greffier', translate(text, U&'\\00A0\\202F', '  ')) @@ websearch_to_tsquery('greffier', :words)
      ORDER BY at DESC LIMIT :most
      """)
  List<Found> search(String words, int most);

  /** At which meeting it was taken. */
  @SqlQuery("SELECT meeting FROM decision WHERE upper(number) = upper(:number)")
  Optional<MeetingId> meetingOf(String number);

  /** The latest first. */
  @SqlQuery(
      """
      SELECT d.number FROM decision d JOIN meeting m ON m.id = d.meeting
      WHERE (:body IS NULL OR m.body = :body) ORDER BY d.at DESC, d.id DESC LIMIT :most
      """)
  List<String> register(@Nullable BodyId body, int most);

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

  @SqlQuery("SELECT number FROM decision WHERE upper(number) = upper(:number)")
  Optional<String> decision(String number);

  @SqlQuery(
      """
      SELECT b.name AS body, d.number, m.starts_at AS held_at, d.text
      FROM decision d JOIN minutes n ON n.meeting = d.meeting JOIN meeting m ON m.id = d.meeting
           JOIN body b ON b.id = m.body
      WHERE n.approved_at > :from AND n.approved_at <= :to AND d.quorate
        AND d.outcome IN ('CONSENSUS', 'UNANIMOUS', 'MAJORITY')
      ORDER BY m.starts_at, d.number
      """)
  List<Minutes.Published> published(Instant from, Instant to);

  /** For each body, the last of its meetings whose notes were sent. */
  @SqlQuery(
      """
      SELECT DISTINCT ON (m.body) m.id FROM minutes n JOIN meeting m ON m.id = n.meeting
      ORDER BY m.body, m.starts_at DESC, m.id DESC
      """)
  List<MeetingId> lastClosed();
}
