package ca.greffier.exchange;

import ca.greffier.plan.DeliverableId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Which task of which schedule a deliverable came from. */
public final class Origins {
  private final Dao dao;

  public Origins(Jdbi jdbi) {
    this.dao = jdbi.onDemand(Dao.class);
  }

  /** A task of a schedule, and what it is here. */
  public record Origin(String task, DeliverableId deliverable) {}

  /** By task, those of one schedule. */
  Map<String, DeliverableId> of(String source) {
    Map<String, DeliverableId> all = new LinkedHashMap<>();
    for (Origin each : dao.of(source)) all.put(each.task(), each.deliverable());
    return all;
  }

  /** Notes where a deliverable came from; the first that was noted stays. */
  void note(String source, String task, DeliverableId deliverable) {
    dao.note(source, task, deliverable);
  }

  interface Dao {
    @SqlQuery("SELECT task, deliverable FROM deliverable_source WHERE source = :source")
    List<Origin> of(String source);

    @SqlUpdate(
        """
        INSERT INTO deliverable_source (source, task, deliverable)
        VALUES (:source, :task, :deliverable) ON CONFLICT DO NOTHING
        """)
    void note(String source, String task, DeliverableId deliverable);
  }
}
