package ca.greffier.gap;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The thresholds that people changed for this project: who, when and why. */
public final class ThresholdRegister {
  private static final int MOST_HISTORY = 20;

  private final Dao dao;

  public ThresholdRegister(Jdbi jdbi) {
    this.dao = jdbi.onDemand(Dao.class);
  }

  /** A value that somebody gave. */
  public record Setting(String code, int value, PersonId setBy, Instant setAt, String reason) {}

  /** What holds now. */
  public Thresholds now() {
    Map<Threshold, Integer> set = new EnumMap<>(Threshold.class);
    last().forEach((which, setting) -> set.put(which, setting.value()));
    return new Thresholds(set);
  }

  /** The last change of each that was changed. */
  Map<Threshold, Setting> last() {
    Map<Threshold, Setting> last = new EnumMap<>(Threshold.class);
    for (Setting each : dao.last())
      Threshold.byCode(each.code()).ifPresent(which -> last.put(which, each));
    return last;
  }

  /** The changes of one, the latest first. */
  List<Setting> history(Threshold which) {
    return dao.history(which.code(), MOST_HISTORY);
  }

  /**
   * Changes one; the rules read it the next time they look.
   *
   * @throws Refusal when it has that value already, is out of its bounds, or contradicts another
   */
  void set(Threshold which, int value, String reason, PersonId by, Instant at) {
    if (value < which.least() || value > which.most())
      throw new Refusal(
          "gap.threshold.bounds", which.phrase(which.least()), which.phrase(which.most()));
    dao.lock();
    Thresholds before = now();
    if (before.of(which) == value)
      throw new Refusal("gap.threshold.same", which.phrase(), which.phrase(value));
    Optional<Thresholds.Order> wrong = before.with(which, value).contradiction();
    wrong.ifPresent(
        order -> {
          Threshold other = order.low() == which ? order.high() : order.low();
          throw new Refusal(
              "gap.threshold.order",
              order.low().phrase(),
              order.high().phrase(),
              other.phrase(before.of(other)));
        });
    dao.put(new Setting(which.code(), value, by, at, reason));
  }

  interface Dao {
    /** So that two people never contradict each other at the same time. */
    @SqlUpdate("LOCK TABLE gap_threshold IN SHARE ROW EXCLUSIVE MODE")
    void lock();

    @SqlQuery(
        """
        SELECT DISTINCT ON (code) code, value, set_by, set_at, reason
        FROM gap_threshold ORDER BY code, id DESC
        """)
    List<Setting> last();

    @SqlQuery(
        """
        SELECT code, value, set_by, set_at, reason
        FROM gap_threshold WHERE code = :code ORDER BY id DESC LIMIT :most
        """)
    List<Setting> history(String code, int most);

    @SqlUpdate(
        """
        INSERT INTO gap_threshold (code, value, set_by, set_at, reason)
        VALUES (:code, :value, :setBy, :setAt, :reason)
        """)
    void put(@BindMethods Setting setting);
  }
}
