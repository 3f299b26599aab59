package ca.greffier.gap;

import ca.greffier.command.PersonId;
import ca.greffier.text.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The measures that people chose, and what came of them. */
public final class ChosenMeasures {
  private final Dao dao;

  ChosenMeasures(Jdbi jdbi) {
    this.dao = jdbi.onDemand(Dao.class);
  }

  /**
   * A measure chosen for a gap.
   *
   * @param measure its key in the catalogue
   * @param cost what it costs; empty when nobody said
   * @param action the number of the action that came of it
   * @param size how large the gap was then
   */
  public record Choice(
      GapId gap,
      String measure,
      PersonId owner,
      LocalDate due,
      Optional<Money> cost,
      String action,
      PersonId chosenBy,
      Instant chosenAt,
      double size) {}

  /** A row of {@code chosen_measure}, with how large its gap is now and whether it is gone. */
  record Row(
      long id,
      GapId gap,
      String measure,
      PersonId owner,
      LocalDate due,
      @Nullable Long cost,
      String action,
      Instant chosenAt,
      double size,
      int looks,
      @Nullable Outcome outcome,
      double sizeNow,
      boolean gone) {
    Outcome seen() {
      return gone ? Outcome.GONE : Outcome.of(size, sizeNow);
    }
  }

  /** How often a measure was chosen, looked at, and followed by a gap that shrank. */
  record Record(String measure, int chosen, int looked, int worked) {}

  void add(Choice choice) {
    dao.add(choice, choice.cost().map(Money::cents).orElse(null));
  }

  /** Those of a gap, the first chosen first. */
  List<Row> of(GapId gap) {
    return dao.of(gap);
  }

  /**
   * Those whose effect is to be looked at for the first or the second time, or whose gap is gone.
   */
  List<Row> due(Instant first, Instant second) {
    return dao.due(first, second);
  }

  void look(Row row, int looks, Outcome outcome) {
    dao.look(row.id(), looks, outcome);
  }

  List<Record> records() {
    return dao.records();
  }

  interface Dao {
    String ROWS =
        """
        SELECT c.*, g.size AS size_now, g.cleared_at IS NOT NULL AS gone
        FROM chosen_measure c JOIN gap g ON g.id = c.gap
        """;

    @SqlUpdate(
        """
        INSERT INTO chosen_measure (gap, measure, owner, due, cost, action, chosen_by, chosen_at, size)
        VALUES (:gap, :measure, :owner, :due, :cents, :action, :chosenBy, :chosenAt, :size)
        """)
    void add(@BindMethods Choice choice, @Nullable Long cents);

    @SqlQuery(ROWS + "WHERE c.gap = :gap ORDER BY c.id")
    List<Row> of(GapId gap);

    @SqlQuery(
        ROWS
            + """
            WHERE c.looks < 2 AND (g.cleared_at IS NOT NULL
               OR (c.looks = 0 AND c.chosen_at <= :first)
               OR (c.looks = 1 AND c.chosen_at <= :second))
            ORDER BY c.id
            """)
    List<Row> due(Instant first, Instant second);

    @SqlUpdate("UPDATE chosen_measure SET looks = :looks, outcome = :outcome WHERE id = :id")
    void look(long id, int looks, Outcome outcome);

    @SqlQuery(
        """
        SELECT measure, count(*)::int AS chosen,
               (count(*) FILTER (WHERE looks > 0))::int AS looked,
               (count(*) FILTER (WHERE outcome IN ('GONE', 'SHRANK')))::int AS worked
        FROM chosen_measure GROUP BY measure ORDER BY chosen DESC, measure
        """)
    List<Record> records();
  }
}
