package ca.greffier.plan;

import ca.greffier.command.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What waits for what, never in a circle; and how long each takes. */
public final class Dependencies {
  private final Dao dao;

  public Dependencies(Jdbi jdbi) {
    this.dao = jdbi.onDemand(Dao.class);
  }

  public List<Dependency> all() {
    return dao.all();
  }

  /** What a deliverable waits for, and what waits for it. */
  public List<Dependency> of(DeliverableId id) {
    return dao.of(id);
  }

  /**
   * Makes one wait for another; the same again changes the delay.
   *
   * @throws Refusal when it would wait for itself, by whatever way round
   */
  public void link(Deliverable before, Deliverable after, int lagDays) {
    dao.lock();
    if (before.id().equals(after.id()) || dao.waitsFor(before.id(), after.id()))
      throw new Refusal("plan.link.circle", after.code(), before.code());
    dao.put(before.id(), after.id(), lagDays);
  }

  /**
   * @throws Refusal when the one does not wait for the other
   */
  void unlink(Deliverable before, Deliverable after) {
    if (dao.remove(before.id(), after.id()) == 0)
      throw new Refusal("plan.link.none", after.code(), before.code());
  }

  /** How many working days each takes, where that is known. */
  public Map<DeliverableId, Integer> spans() {
    Map<DeliverableId, Integer> spans = new HashMap<>();
    for (Span each : dao.spans()) spans.put(each.deliverable(), each.days());
    return spans;
  }

  /**
   * @param days working days from the first to the last, both included; 0 for a milestone
   */
  public void span(DeliverableId id, int days) {
    dao.span(id, days);
  }

  /** How long one takes. */
  record Span(DeliverableId deliverable, int days) {}

  interface Dao {
    @SqlQuery("SELECT deliverable, days FROM deliverable_span")
    List<Span> spans();

    @SqlUpdate(
        """
        INSERT INTO deliverable_span (deliverable, days) VALUES (:id, :days)
        ON CONFLICT (deliverable) DO UPDATE SET days = excluded.days
        """)
    void span(DeliverableId id, int days);

    @SqlQuery("SELECT before, after, lag_days FROM deliverable_link ORDER BY before, after")
    List<Dependency> all();

    @SqlQuery(
        """
        SELECT before, after, lag_days FROM deliverable_link
        WHERE before = :id OR after = :id ORDER BY before, after
        """)
    List<Dependency> of(DeliverableId id);

    /** So that two people never close a circle at the same time. */
    @SqlUpdate("LOCK TABLE deliverable_link IN SHARE ROW EXCLUSIVE MODE")
    void lock();

    @SqlQuery(
        """
        WITH RECURSIVE later (id) AS (
          SELECT :what::bigint
          UNION
          SELECT l.before FROM deliverable_link l JOIN later ON l.after = later.id
        )
        SELECT EXISTS (SELECT 1 FROM later WHERE id = :other)
        """)
    boolean waitsFor(DeliverableId what, DeliverableId other);

    @SqlUpdate(
        """
        INSERT INTO deliverable_link (before, after, lag_days) VALUES (:before, :after, :lagDays)
        ON CONFLICT (before, after) DO UPDATE SET lag_days = excluded.lag_days
        """)
    void put(DeliverableId before, DeliverableId after, int lagDays);

    @SqlUpdate("DELETE FROM deliverable_link WHERE before = :before AND after = :after")
    int remove(DeliverableId before, DeliverableId after);
  }
}
