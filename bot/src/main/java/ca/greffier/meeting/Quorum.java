package ca.greffier.meeting;

/**
 * How many members must be there for a body to decide (domain.md M12).
 *
 * @param members who may vote
 * @param needed of them
 */
public record Quorum(int members, int needed) {

  /** What the answers received so far let expect. */
  public enum Forecast {
    /** Enough members said yes. */
    REACHED,
    /** Those who have not said no would be enough. */
    POSSIBLE,
    OUT_OF_REACH
  }

  /** More than half of them (Civil Code of Québec, article 349). */
  public static Quorum majority(int members) {
    return new Quorum(members, members / 2 + 1);
  }

  public boolean isReachedBy(int present) {
    return present >= needed;
  }

  /**
   * @param yes members who will come
   * @param undecided members who said maybe, or nothing
   */
  public Forecast forecast(int yes, int undecided) {
    if (isReachedBy(yes)) return Forecast.REACHED;
    return isReachedBy(yes + undecided) ? Forecast.POSSIBLE : Forecast.OUT_OF_REACH;
  }
}
