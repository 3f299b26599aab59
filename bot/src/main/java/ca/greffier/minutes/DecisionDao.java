package ca.greffier.minutes;

import ca.greffier.directory.BodyId;
import ca.greffier.meeting.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** What bodies decided, and how it was amended; their numbers. */
interface DecisionDao {
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
}
