package ca.greffier.minutes;

import java.util.List;
import java.util.Map;

/**
 * What a meeting held in a chat left behind.
 *
 * @param chair who opened it; empty when the log does not say
 * @param start as the log writes it: {@code 13:32:00}, or with its date; empty when it does not say
 * @param end of the last line, when nobody closed it
 * @param links as they were noted, with the words around them
 * @param lines how many each said, in the order of their first
 */
public record LoggedMeeting(
    String chair,
    String start,
    String end,
    List<String> topics,
    List<Action> actions,
    List<String> decisions,
    List<String> links,
    Map<String, Integer> lines) {

  /**
   * @param owners who was there and is named in it
   */
  public record Action(String text, List<String> owners) {}
}
