package ca.greffier.outbox;

/**
 * A connection that the letters of a campaign leave by, one after the other. A letter is given in
 * two strokes: all of it but its end, which commits nobody, then the end, after which it may have
 * arrived. Between the two its row is marked, so that a crash leaves no more letters in doubt than
 * there are lines.
 */
public interface Line extends AutoCloseable {

  /**
   * Gives a letter but for its end, when none was announced.
   *
   * @throws Later the server, or the line, refuses it for now
   * @throws Never it is refused for good
   * @throws LineLost nothing more can be given here
   */
  void begin(Recipient to) throws Later, Never, LineLost;

  /**
   * Ends the letter that was begun, and announces the one after it.
   *
   * @param next whose letter follows; given by {@link #follow} in any case
   * @return what the server answered
   */
  String end(Recipient next) throws Later, Never, LineLost;

  /** Ends the letter that was begun; none follows. */
  String end() throws Later, Never, LineLost;

  /** Gives the letter that was announced but for its end. */
  void follow() throws Later, Never, LineLost;

  /** Leaves; a letter that is not ended never was. */
  @Override
  void close();
}
