package ca.greffier.app;

import ca.greffier.command.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * An invented project of any size, written by a statement for each table: the same rows each time.
 * Twelve bodies of a hundred persons; one body never answers; one date in twenty has passed without
 * its deliverable, and one in five slips.
 */
final class BenchFilling {
  private static final int BODIES = 12;

  /** The project and its committee report nothing; the last body says nothing. */
  private static final int TALKING = BODIES - 3;

  private static final int PERSONS_EACH = 100;
  private static final int DELIVERABLES_PER_LINE = 50;

  private final Jdbi jdbi;
  private final Instant now;

  /**
   * @param now the day the project has reached
   */
  BenchFilling(Jdbi jdbi, Instant now) {
    this.jdbi = jdbi;
    this.now = now;
  }

  /** What somebody may answer: who, in which round, about which deliverable and until when. */
  record Turn(PersonId person, long round, String deliverable, LocalDate date) {}

  /** Fills an empty database, and lets PostgreSQL count it as its autovacuum would. */
  void fill(PlanBench.Size size) {
    int closed = Math.max(3, Math.ceilDiv(size.answers(), TALKING * PERSONS_EACH));
    jdbi.useTransaction(
        handle -> {
          for (String table : BenchTables.PEOPLE) run(handle, table, size, closed);
          for (String table : BenchTables.PLAN) run(handle, table, size, closed);
          for (String table : BenchTables.PROGRESS) run(handle, table, size, closed);
        });
    jdbi.useHandle(handle -> handle.execute("VACUUM ANALYZE"));
  }

  private void run(Handle handle, String sql, PlanBench.Size size, int closed) {
    try (Update update = handle.createUpdate(sql)) {
      update
          .bind("now", now)
          .bind("bodies", BODIES)
          .bind("persons", BODIES * PERSONS_EACH)
          .bind("deliverables", size.deliverables())
          .bind("lines", Math.max(12, size.deliverables() / DELIVERABLES_PER_LINE))
          .bind("answers", size.answers())
          .bind("closed", closed)
          .configure(
              org.jdbi.v3.core.statement.SqlStatements.class,
              statements -> statements.setUnusedBindingAllowed(true))
          .execute();
    }
  }

  /** Answers that can be given to the open rounds, each by another person when there are enough. */
  static List<Turn> turns(Jdbi jdbi, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(BenchTables.TURNS)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new Turn(
                            new PersonId(row.getLong("person")),
                            row.getLong("round"),
                            row.getString("code"),
                            row.getObject("date", LocalDate.class)))
                .list());
  }

  static int gaps(Jdbi jdbi) {
    return jdbi.withHandle(
        handle -> handle.createQuery("SELECT count(*) FROM gap").mapTo(Integer.class).one());
  }
}
