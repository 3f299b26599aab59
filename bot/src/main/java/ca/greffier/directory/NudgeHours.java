package ca.greffier.directory;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import java.time.LocalTime;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The hours in which each person accepts to be reminded, within those of the house. */
public final class NudgeHours {
  private static final LocalTime EARLIEST = LocalTime.of(8, 0);
  private static final LocalTime LATEST = LocalTime.of(18, 0);

  private final Dao dao;

  public NudgeHours(Jdbi jdbi) {
    this.dao = jdbi.onDemand(Dao.class);
  }

  /** From a time on, and before another. */
  public record Hours(LocalTime opens, LocalTime closes) {
    static final Hours USUAL = new Hours(EARLIEST, LATEST);

    public boolean contains(LocalTime time) {
      return !time.isBefore(opens) && time.isBefore(closes);
    }
  }

  /** Those that a person chose, or else those of the house (domain.md M5). */
  public Hours of(PersonId person) {
    return dao.of(person).orElse(Hours.USUAL);
  }

  /**
   * @throws Refusal when they last less than an hour, or go out of those of the house
   */
  void choose(PersonId person, Hours hours) {
    if (hours.opens().isBefore(EARLIEST) || hours.closes().isAfter(LATEST))
      throw new Refusal("directory.hours.house", EARLIEST, LATEST);
    if (hours.opens().plusHours(1).isAfter(hours.closes()))
      throw new Refusal("directory.hours.short", hours.opens(), hours.closes());
    dao.put(person, hours.opens(), hours.closes());
  }

  interface Dao {
    @SqlQuery("SELECT opens, closes FROM nudge_hours WHERE person = :person")
    Optional<Hours> of(PersonId person);

    @SqlUpdate(
        """
        INSERT INTO nudge_hours (person, opens, closes) VALUES (:person, :opens, :closes)
        ON CONFLICT (person) DO UPDATE SET opens = excluded.opens, closes = excluded.closes
        """)
    void put(PersonId person, LocalTime opens, LocalTime closes);
  }
}
