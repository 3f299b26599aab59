package ca.greffier.poll;

import ca.greffier.meeting.Quorum;
import java.time.Instant;

/**
 * What was said of a date.
 *
 * @param number from 1
 * @param silent those who have said nothing yet
 * @param quorum of those who are asked
 */
public record Tally(
    int number, Instant startsAt, int yes, int ifNeeded, int no, int silent, Quorum quorum) {

  /** Whether the body could decide that day, if need be (domain.md M12). */
  Quorum.Forecast forecast() {
    return quorum.forecast(yes + ifNeeded, silent);
  }
}
