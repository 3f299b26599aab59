package ca.greffier.command;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What was asked of the house, by whom, when and through which door; refusals too. */
public final class Journal {
  private final JournalDao dao;

  public Journal(Jdbi jdbi) {
    this.dao = jdbi.onDemand(JournalDao.class);
  }

  /**
   * A line.
   *
   * @param given the parameters as JSON; secrets and files are not in it
   * @param refusal the message key of the refusal, if there was one
   */
  public record Line(
      Instant at,
      @Nullable PersonId person,
      String identity,
      String command,
      String given,
      Source source,
      @Nullable String refusal) {}

  /** True when an invocation of this id has been handled, well or not. */
  public boolean has(String invocation) {
    return dao.has(invocation);
  }

  /** True when an invocation of this id has been handled and was refused. */
  public boolean isRefused(String invocation) {
    return dao.isRefused(invocation);
  }

  /**
   * How often a command was given through a door.
   *
   * @param refused whether these are the times it was refused
   */
  public record Count(String command, Source source, boolean refused, long times) {}

  /** Every command given since the beginning, counted. */
  public List<Count> counts() {
    return dao.counts();
  }

  /** The latest lines, newest first. */
  public List<Line> latest(int most) {
    return dao.latest(most);
  }
}
