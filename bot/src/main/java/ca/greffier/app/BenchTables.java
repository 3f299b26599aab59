package ca.greffier.app;

import java.util.List;

/** The statements of {@link BenchFilling}; the numbers in them scatter rows without chance. */
final class BenchTables {
  private BenchTables() {}

  static final List<String> PEOPLE =
      List.of(
          """
          INSERT INTO person (given_name, family_name, email, language)
          SELECT 'Personne', 'Numéro ' || n, 'personne-' || n || '@banc.example', 'FRENCH'
          FROM generate_series(1, :persons) n
          """,
          """
          INSERT INTO body (code, name, kind, channel)
          SELECT 'C' || n, 'Corps ' || n,
                 CASE WHEN n = 1 THEN 'PROJECT' WHEN n = 2 THEN 'STEERING'
                      WHEN n > 9 THEN 'SUPPLIER' ELSE 'WORKING_GROUP' END, 'salon-' || n
          FROM generate_series(1, :bodies) n
          """,
          """
          INSERT INTO mandate (body, person, function, starts)
          SELECT b.id, p.id,
                 CASE WHEN b.id = 1 AND p.id <= :bodies THEN 'MANAGER'
                      WHEN b.id = 1 AND p.id <= 2 * :bodies THEN 'DIRECTOR'
                      WHEN p.id <= :bodies THEN 'CHAIR' ELSE 'MEMBER' END, DATE '2020-01-06'
          FROM person p JOIN body b ON b.id = (p.id - 1) % :bodies + 1
          """);

  static final List<String> PLAN =
      List.of(
          """
          WITH dated AS (
            SELECT n, (:now::timestamptz)::date AS today,
                   (:now::timestamptz)::date + (n * 7919 % 1460 - 1060)::int AS baseline
            FROM generate_series(1, :deliverables) n)
          INSERT INTO deliverable (code, title, body, person, weight, baseline, forecast, reached, declared)
          SELECT 'L-' || n, 'Livrable ' || n, b.id, b.id + 12 * (n % 100), n % 10 + 1, baseline,
                 baseline + (CASE n % 10 WHEN 0 THEN 25 WHEN 1 THEN 10 ELSE 0 END),
                 CASE WHEN baseline < today AND n * 31 % 20 <> 7 THEN least(today, baseline + (n % 9)::int) END,
                 CASE WHEN baseline < today + 60 THEN (n * 37 % 101)::int END
          FROM dated JOIN body b ON b.id = n % 10 + 3
          """,
          """
          INSERT INTO deliverable_forecast (deliverable, forecast, at)
          SELECT d.id, d.forecast - 10 * (3 - k), d.forecast - 30 * (4 - k) - INTERVAL '1 year'
          FROM deliverable d CROSS JOIN generate_series(1, 3) k
          """,
          "UPDATE deliverable SET original = baseline",
          """
          INSERT INTO deliverable_version (deliverable, at, body, weight, original, baseline, forecast)
          SELECT f.deliverable, f.at, d.body, d.weight, d.original, d.baseline, f.forecast
          FROM deliverable_forecast f JOIN deliverable d ON d.id = f.deliverable ORDER BY f.id
          """,
          """
          INSERT INTO deliverable_version (deliverable, at, body, weight, original, baseline, forecast, reached, declared)
          SELECT id, coalesce(reached, forecast - INTERVAL '1 year'), body, weight, original, baseline, forecast, reached, declared
          FROM deliverable
          """,
          """
          WITH r AS (
            INSERT INTO risk (kind, number, cause, event, consequence, opened_on)
            SELECT 'THREAT', n, 'Cause ' || n, 'Risque ' || n, 'Effet ' || n, (:now::timestamptz)::date - 300
            FROM generate_series(1, :lines) n RETURNING id, number)
          INSERT INTO risk_review (risk, day, probability, impact, response, owner)
          SELECT id, (:now::timestamptz)::date - 30 * k, number % 5 + 1, number / 5 % 5 + 1, 'MITIGATE', 1
          FROM r CROSS JOIN generate_series(3, 1, -1) k
          """,
          """
          INSERT INTO budget_line (code, title)
          SELECT 'B-' || n, 'Poste ' || n FROM generate_series(1, :lines) n
          """,
          """
          INSERT INTO budget_change (budget_line, authorized, committed, spent, to_commit, at)
          SELECT l.id, 5000000, 3000000, (1000000 + l.id) * k / 4,
                 CASE l.id % 10 WHEN 0 THEN 2600000 ELSE 1500000 END,
                 :now - INTERVAL '1 month' * (4 - k)
          FROM budget_line l CROSS JOIN generate_series(1, 4) k
          """);

  static final List<String> PROGRESS =
      List.of(
          """
          INSERT INTO progress_round (body, opened_at, opened_by, remind_at, closes_at, ends_at, consolidated_at)
          SELECT b.id, at, 1, at + INTERVAL '4 days', at + INTERVAL '5 days', at + INTERVAL '12 days',
                 CASE WHEN k <= :closed THEN at + INTERVAL '5 days' END
          FROM generate_series(1, :closed + 1) k
          CROSS JOIN LATERAL (SELECT :now - INTERVAL '1 day' - INTERVAL '1 week' * (:closed + 1 - k) AS at) opened
          CROSS JOIN body b WHERE b.id > 2 ORDER BY k, b.id
          """,
          """
          INSERT INTO ask (person, command, given, until, once, created_at)
          SELECT m.person, 'point donner', jsonb_build_object('ronde', r.id::text), r.ends_at, false, r.opened_at
          FROM progress_round r JOIN mandate m ON m.body = r.body ORDER BY r.id, m.person
          """,
          """
          INSERT INTO progress_expectation (round, person, ask)
          SELECT (given ->> 'ronde')::bigint, person, id FROM ask
          """,
          """
          INSERT INTO progress_answer (round, person, at, words, state, deliverable, percent, forecast)
          SELECT e.round, e.person, r.opened_at + INTERVAL '1 day',
                 'Le travail suit son cours, rien ne bloque.',
                 (ARRAY['ON_TRACK', 'ON_TRACK', 'WATCH', 'LATE'])[e.ask % 4 + 1],
                 d.id, (e.ask % 101)::int, d.forecast
          FROM progress_expectation e JOIN progress_round r ON r.id = e.round
          CROSS JOIN LATERAL (SELECT 'L-' || ((e.ask * 7919 % (:deliverables / 10)) * 10 + (r.body - 3)) AS code) about
          LEFT JOIN deliverable d ON d.code = about.code
          WHERE r.body < :bodies AND r.consolidated_at IS NOT NULL
          ORDER BY e.ask LIMIT :answers
          """,
          """
          INSERT INTO journal (invocation, at, person, identity, command, given, source)
          SELECT 'banc-' || id, at, person, 'email:personne-' || person || '@banc.example', 'point donner',
                 jsonb_build_object('ronde', round::text, 'texte', words), 'MAIL'
          FROM progress_answer
          """);

  static final String TURNS =
      """
      SELECT m.person, r.id AS round, d.code, DATE '2026-09-30' + (d.id % 90)::int AS date
      FROM progress_round r
      JOIN (SELECT d.*, row_number() OVER (PARTITION BY body ORDER BY id) AS place
            FROM deliverable d WHERE reached IS NULL) d ON d.body = r.body
      JOIN (SELECT m.*, row_number() OVER (PARTITION BY body ORDER BY person) AS place
            FROM mandate m) m ON m.body = r.body AND m.place = d.place % 100 + 1
      WHERE r.consolidated_at IS NULL
      ORDER BY d.place, r.id LIMIT :most
      """;
}
