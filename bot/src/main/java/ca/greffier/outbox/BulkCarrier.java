package ca.greffier.outbox;

/** Opens the lines that campaigns leave by: the mail door, and in tests a shelf. */
public interface BulkCarrier {

  /** How many lines may be open at once, 1 at least. */
  int mostLines();

  /**
   * @throws Later when the server does not take us now
   */
  Line open(Campaign campaign) throws Later;
}
