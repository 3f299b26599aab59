package ca.greffier.gap;

import ca.greffier.command.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface GapDao {
  /** A row of {@code gap}; the words are JSON. */
  record Row(
      GapId id,
      String rule,
      String subject,
      Severity severity,
      String title,
      String facts,
      String cause,
      List<String> measures,
      GapState state,
      @Nullable PersonId takenBy,
      @Nullable Instant takenAt,
      @Nullable String measure,
      @Nullable LocalDate until,
      @Nullable String reason,
      double size,
      Instant openedAt,
      @Nullable Severity toldSeverity) {}

  /** A row of {@code gap_event}. */
  record Event(
      Instant at,
      String what,
      Severity severity,
      @Nullable PersonId person,
      @Nullable String measure,
      @Nullable String reason) {}

  /** Two nodes must not look at the same time: a gap would be told twice. */
  @SqlUpdate("LOCK TABLE gap IN SHARE ROW EXCLUSIVE MODE")
  void lock();

  @SqlQuery("SELECT * FROM gap WHERE rule = :rule AND cleared_at IS NULL ORDER BY id")
  List<Row> standing(String rule);

  @SqlQuery(
      """
      SELECT * FROM gap WHERE state <> 'RESOLVED'
      ORDER BY array_position(ARRAY['CRITICAL', 'WATCH', 'STALE', 'OPPORTUNITY'], severity), id
      """)
  List<Row> unresolved();

  @SqlQuery(
      """
      SELECT * FROM gap WHERE state <> 'RESOLVED'
      ORDER BY array_position(ARRAY['CRITICAL', 'WATCH', 'STALE', 'OPPORTUNITY'], severity), id
      LIMIT :most
      """)
  List<Row> worst(int most);

  @SqlQuery(
      "SELECT severity, count(*)::int AS gaps FROM gap WHERE state <> 'RESOLVED' GROUP BY severity")
  List<Tally> tallies();

  @SqlQuery(
      """
      SELECT * FROM gap WHERE state = :state
      ORDER BY array_position(ARRAY['CRITICAL', 'WATCH', 'STALE', 'OPPORTUNITY'], severity), id DESC LIMIT :most
      """)
  List<Row> in(GapState state, int most);

  @SqlQuery("SELECT * FROM gap WHERE id = :id")
  Optional<Row> row(GapId id);

  /** Opens a gap, and notes that it was. */
  @SqlUpdate(
      """
      WITH opened AS (
        INSERT INTO gap (rule, subject, severity, title, facts, cause, measures, size, opened_at)
        VALUES (:rule, :subject, :severity, :title::jsonb, :facts::jsonb, :cause::jsonb, :measures,
                :size, :at)
        RETURNING id)
      INSERT INTO gap_event (gap, at, what, severity) SELECT id, :at, 'OPENED', :severity FROM opened
      """)
  void open(
      String rule,
      String subject,
      Severity severity,
      String title,
      String facts,
      String cause,
      List<String> measures,
      double size,
      Instant at);

  @SqlUpdate(
      """
      UPDATE gap SET severity = :severity, title = :title::jsonb, facts = :facts::jsonb,
             cause = :cause::jsonb, measures = :measures, size = :size
      WHERE id = :id
      """)
  void see(
      GapId id,
      Severity severity,
      String title,
      String facts,
      String cause,
      List<String> measures,
      double size);

  /** As if it had never been told. */
  @SqlUpdate(
      """
      UPDATE gap SET state = 'OPEN', resolved_at = NULL, until = NULL, told_severity = NULL
      WHERE id = :id AND state IN ('RESOLVED', 'SNOOZED', 'ACCEPTED')
      """)
  void reopen(GapId id);

  /** Counts a telling of several; for each gap, no two have the same number. */
  @SqlUpdate("UPDATE gap SET told = told + 1, told_severity = severity WHERE id = ANY(:ids)")
  void tell(List<Long> ids);

  @SqlQuery("SELECT told FROM gap WHERE id = :id")
  int told(GapId id);

  @SqlUpdate(
      """
      UPDATE gap SET state = 'TAKEN', taken_by = :by, taken_at = :at, until = NULL,
             measure = coalesce(:measure, measure)
      WHERE id = :id
        AND (state IN ('OPEN', 'SNOOZED', 'ACCEPTED') OR (state = 'TAKEN' AND taken_by = :by))
      """)
  int take(GapId id, PersonId by, @Nullable String measure, Instant at);

  @SqlUpdate(
      """
      UPDATE gap SET state = 'RESOLVED', resolved_at = :at, until = NULL
      WHERE id = :id AND state <> 'RESOLVED'
      """)
  int settle(GapId id, Instant at);

  @SqlUpdate(
      """
      UPDATE gap SET state = 'RESOLVED', resolved_at = coalesce(resolved_at, :at), cleared_at = :at,
             until = NULL
      WHERE id = :id
      """)
  void clear(GapId id, Instant at);

  @SqlUpdate(
      """
      UPDATE gap SET state = 'SNOOZED', until = :until, reason = :reason
      WHERE id = :id AND state IN ('OPEN', 'TAKEN', 'SNOOZED')
      """)
  int snooze(GapId id, LocalDate until, String reason);

  @SqlUpdate(
      """
      UPDATE gap SET state = 'ACCEPTED', until = NULL, reason = :reason
      WHERE id = :id AND state IN ('OPEN', 'TAKEN', 'SNOOZED')
      """)
  int accept(GapId id, String reason);

  /** Those put off until today are as they were before, and are told again. */
  @SqlQuery(
      """
      UPDATE gap SET state = CASE WHEN taken_by IS NULL THEN 'OPEN' ELSE 'TAKEN' END,
             until = NULL, told_severity = NULL
      WHERE state = 'SNOOZED' AND until <= :today
      RETURNING id
      """)
  List<GapId> wake(LocalDate today);

  @SqlUpdate(
      """
      INSERT INTO gap_event (gap, at, what, severity, person, measure, reason)
      SELECT id, :at, :what, severity, :by, :measure, :reason FROM gap WHERE id = :id
      """)
  void note(
      GapId id,
      Instant at,
      String what,
      @Nullable PersonId by,
      @Nullable String measure,
      @Nullable String reason);

  default void note(GapId id, Instant at, String what) {
    note(id, at, what, null, null, null);
  }

  @SqlQuery(
      """
      SELECT at, what, severity, person, measure, reason FROM gap_event WHERE gap = :id ORDER BY id
      """)
  List<Event> events(GapId id);

  /** The gaps that stood just before an instant, with the severity and the state they then had. */
  String BEFORE =
      """
      FROM gap g
      JOIN LATERAL (SELECT severity FROM gap_event WHERE gap = g.id AND at < :end
                    ORDER BY id DESC LIMIT 1) e ON true
      JOIN LATERAL (SELECT what FROM gap_event
                    WHERE gap = g.id AND at < :end
                      AND what IN ('OPENED', 'WORSENED', 'CLEARED', 'SETTLED')
                    ORDER BY id DESC LIMIT 1) s ON s.what IN ('OPENED', 'WORSENED')
      """;

  @SqlQuery(
      """
      SELECT g.id, g.rule, g.subject, e.severity, g.title, g.facts, g.cause, g.measures,
             CASE WHEN t.person IS NULL THEN 'OPEN' ELSE 'TAKEN' END AS state,
             t.person AS taken_by, t.at AS taken_at, t.measure, NULL::date AS until,
             NULL::text AS reason, g.size, g.opened_at, g.told_severity
      """
          + BEFORE
          + """
          LEFT JOIN LATERAL (SELECT person, at, measure FROM gap_event
                             WHERE gap = g.id AND at < :end AND what IN ('TAKEN', 'CHOSEN')
                             ORDER BY id DESC LIMIT 1) t ON true
          ORDER BY array_position(ARRAY['CRITICAL', 'WATCH', 'STALE', 'OPPORTUNITY'], e.severity), g.id LIMIT :most
          """)
  List<Row> worst(Instant end, int most);

  /** How many gaps of a severity stood. */
  record Tally(Severity severity, int gaps) {}

  @SqlQuery("SELECT e.severity, count(*)::int AS gaps " + BEFORE + "GROUP BY e.severity")
  List<Tally> tallies(Instant end);
}
