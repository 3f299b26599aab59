package ca.greffier.poll;

import ca.greffier.meeting.Quorum;
import java.time.Instant;

/**
 * What was said of a date.
 *
 * @param number from 1
 * @param silent those who have said nothing yet
 */
public record Tally(int number, Instant startsAt, int yes, int ifNeeded, int no, int silent) {

  /** Whether the body could decide that day, if need be (domain.md M12). */
  Quorum.Forecast forecast() {
    return new Quorum(yes + ifNeeded + no + silent).forecast(yes + ifNeeded, silent);
  }
}
