package ca.greffier.progress;

import ca.greffier.command.AskId;
import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import ca.greffier.plan.DeliverableId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface ProgressDao {
  String ANSWER =
      """
      SELECT a.round, a.person, a.at, a.words, a.state, a.deliverable, a.percent, a.forecast,
             a.spent, a.blocker, a.repeats
      FROM progress_answer a
      """;

  /**
   * Somebody expected to answer a round.
   *
   * @param ask null while they are away
   * @param standsFor who is away, when they are asked in their place
   */
  record Expectation(
      PersonId person,
      @Nullable AskId ask,
      @Nullable PersonId standsFor,
      @Nullable Instant remindedAt,
      @Nullable Instant secondAt,
      @Nullable Instant answeredAt) {}

  /** A body that has said nothing since it was asked. */
  record Quiet(BodyId body, RoundId round, int rounds, @Nullable Instant lastAnswer) {}

  @SqlQuery(
      """
      INSERT INTO progress_round (body, opened_at, opened_by, remind_at, closes_at, ends_at, due_on)
      VALUES (:body, :at, :by, :remindAt, :closesAt, :endsAt, :dueOn)
      ON CONFLICT DO NOTHING
      RETURNING id
      """)
  Optional<RoundId> open(
      BodyId body,
      Optional<LocalDate> dueOn,
      Instant at,
      PersonId by,
      Instant remindAt,
      Instant closesAt,
      Instant endsAt);

  @SqlUpdate(
      """
      INSERT INTO progress_expectation (round, person, stands_for)
      VALUES (:round, :person, :standsFor) ON CONFLICT DO NOTHING
      """)
  int expect(RoundId round, PersonId person, @Nullable PersonId standsFor);

  @SqlUpdate("UPDATE progress_expectation SET ask = :ask WHERE round = :round AND person = :person")
  void asked(RoundId round, PersonId person, AskId ask);

  @SqlQuery(
      """
      SELECT EXISTS (
        SELECT FROM progress_expectation WHERE round = :round AND person = :person)
      """)
  boolean isExpected(RoundId round, PersonId person);

  @SqlQuery("SELECT * FROM progress_round WHERE id = :id")
  Optional<Round> round(RoundId id);

  @SqlQuery("SELECT * FROM progress_round WHERE consolidated_at IS NULL AND body = :body")
  Optional<Round> openRound(BodyId body);

  /** The last round of each body, the newest first. */
  @SqlQuery(
      """
      SELECT r.* FROM progress_round r
      WHERE id = (SELECT max(id) FROM progress_round WHERE body = r.body) ORDER BY id DESC
      """)
  List<Round> latest();

  /** Those that are not summed up, nor over. */
  @SqlQuery(
      """
      SELECT * FROM progress_round WHERE consolidated_at IS NULL AND closes_at > :now ORDER BY id
      """)
  List<Round> running(Instant now);

  @SqlQuery("SELECT * FROM progress_round WHERE ends_at > :now ORDER BY id DESC")
  List<Round> answerable(Instant now);

  /** Who is asked in a round, and when they last answered. */
  @SqlQuery(
      """
      SELECT person, ask, stands_for, reminded_at, second_at,
             (SELECT max(at) FROM progress_answer a
              WHERE a.round = e.round AND a.person = e.person) AS answered_at
      FROM progress_expectation e WHERE round = :round ORDER BY person
      """)
  List<Expectation> expectations(RoundId round);

  @SqlUpdate(
      """
      INSERT INTO progress_answer (round, person, at, words, state, deliverable, percent, forecast,
                                   spent, blocker, repeats)
      VALUES (:round, :person, :at, :words, :state, :deliverable, :percent, :forecast,
              :spent, :blocker, :repeats)
      """)
  void answer(@BindMethods Answer answer);

  /** The latest answer of each person in a round, in the order they were given. */
  @SqlQuery(
      ANSWER
          + """
          WHERE round = :round
            AND id = (SELECT max(id) FROM progress_answer
                      WHERE round = a.round AND person = a.person)
          ORDER BY id
          """)
  List<Answer> answers(RoundId round);

  /** The last thing a body said before a round. */
  @SqlQuery(
      ANSWER
          + """
          JOIN progress_round r ON r.id = a.round
          WHERE r.body = :body AND r.id < :before ORDER BY a.id DESC LIMIT 1
          """)
  Optional<Answer> previous(BodyId body, RoundId before);

  /** The last thing a person said for a body, or else anybody of it in its last answered round. */
  @SqlQuery(
      "SELECT * FROM (("
          + ANSWER
          + """
          JOIN progress_round r ON r.id = a.round
          WHERE r.body = :body AND a.person = :person ORDER BY a.id DESC LIMIT 1)
          UNION ALL (
          """
          + ANSWER
          + """
          WHERE a.round = (SELECT r.id FROM progress_round r
                           WHERE r.body = :body
                             AND EXISTS (SELECT FROM progress_answer WHERE round = r.id)
                           ORDER BY r.id DESC LIMIT 1)
          ORDER BY a.id DESC LIMIT 1)) own_first LIMIT 1
          """)
  Optional<Answer> last(BodyId body, PersonId person);

  @SqlQuery(ANSWER + "WHERE deliverable = :deliverable ORDER BY id DESC LIMIT 1")
  Optional<Answer> latestAbout(DeliverableId deliverable);

  /** All that a body ever said, the latest first. */
  @SqlQuery(
      ANSWER
          + """
          JOIN progress_round r ON r.id = a.round
          WHERE r.body = :body ORDER BY a.id DESC LIMIT :most
          """)
  List<Answer> historyOf(BodyId body, int most);

  /** All that was ever said of a deliverable, the latest first. */
  @SqlQuery(ANSWER + "WHERE deliverable = :deliverable ORDER BY id DESC LIMIT :most")
  List<Answer> historyAbout(DeliverableId deliverable, int most);

  /** The last answer about each of some deliverables. */
  @SqlQuery(
      ANSWER
          + """
          WHERE a.id IN (SELECT max(id) FROM progress_answer
                         WHERE deliverable = ANY(:deliverables) GROUP BY deliverable)
          """)
  List<Answer> latestAbout(List<Long> deliverables);

  /** Open rounds whose reminder is due, for the one who reminds. */
  @SqlQuery(
      """
      SELECT * FROM progress_round
      WHERE consolidated_at IS NULL AND remind_at <= :now AND closes_at > :now
      ORDER BY id FOR UPDATE SKIP LOCKED
      """)
  List<Round> toRemind(Instant now);

  @SqlUpdate(
      """
      UPDATE progress_expectation SET reminded_at = :at
      WHERE round = :round AND person = :person AND reminded_at IS NULL
      """)
  int reminded(RoundId round, PersonId person, Instant at);

  @SqlUpdate(
      """
      UPDATE progress_expectation SET second_at = :at
      WHERE round = :round AND person = :person AND second_at IS NULL
      """)
  int remindedAgain(RoundId round, PersonId person, Instant at);

  /** How often somebody was reminded since an instant, in all rounds. */
  @SqlQuery(
      """
      SELECT count(*) FILTER (WHERE reminded_at > :since)
             + count(*) FILTER (WHERE second_at > :since)
      FROM progress_expectation
      WHERE person = :person AND (reminded_at > :since OR second_at > :since)
      """)
  int reminders(PersonId person, Instant since);

  /** Rounds that are over without a word, still take one, and whose lead was not told. */
  @SqlQuery(
      """
      SELECT r.* FROM progress_round r
      WHERE consolidated_at IS NOT NULL AND lead_told_at IS NULL
        AND closes_at <= :now AND ends_at > :now
        AND NOT EXISTS (SELECT FROM progress_answer WHERE round = r.id)
      ORDER BY id FOR UPDATE SKIP LOCKED
      """)
  List<Round> unheard(Instant now);

  @SqlUpdate(
      "UPDATE progress_round SET lead_told_at = :at WHERE id = :round AND lead_told_at IS NULL")
  int leadTold(RoundId round, Instant at);

  /** Open rounds that are over, or that everybody asked has answered. */
  @SqlQuery(
      """
      SELECT r.* FROM progress_round r
      WHERE consolidated_at IS NULL
        AND (closes_at <= :now OR (
          EXISTS (SELECT FROM progress_expectation WHERE round = r.id AND ask IS NOT NULL)
          AND NOT EXISTS (
            SELECT FROM progress_expectation e
            WHERE e.round = r.id AND e.ask IS NOT NULL AND NOT EXISTS (
              SELECT FROM progress_answer a WHERE a.round = r.id AND a.person = e.person))))
      ORDER BY id FOR UPDATE SKIP LOCKED
      """)
  List<Round> toConsolidate(Instant now);

  @SqlUpdate("UPDATE progress_round SET consolidated_at = :at WHERE id = :round")
  void consolidated(RoundId round, Instant at);

  /** Bodies whose closed rounds have had no answer at all, since the last one that had. */
  @SqlQuery(
      """
      SELECT body, max(id) AS round, count(*)::int AS rounds,
             (SELECT max(a.at) FROM progress_answer a JOIN progress_round b ON b.id = a.round
              WHERE b.body = r.body) AS last_answer
      FROM progress_round r
      WHERE consolidated_at IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM progress_answer a JOIN progress_round b ON b.id = a.round
        WHERE b.body = r.body AND b.id >= r.id)
      GROUP BY body ORDER BY body
      """)
  List<Quiet> quiet();

  /** Deliverables whose last two answers with a share say the same one, from there up to 99 %. */
  @SqlQuery(
      """
      SELECT deliverable, max(percent) AS percent, min(at) AS since FROM (
        SELECT deliverable, percent, at,
               row_number() OVER (PARTITION BY deliverable ORDER BY id DESC) AS rank
        FROM progress_answer WHERE deliverable IS NOT NULL AND percent IS NOT NULL) a
      WHERE rank <= 2
      GROUP BY deliverable
      HAVING count(*) = 2 AND min(percent) = max(percent) AND max(percent) BETWEEN :from AND 99
      ORDER BY deliverable
      """)
  List<Rounds.Stuck> stuck(int from);
}
