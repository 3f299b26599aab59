package ca.greffier.outbox;

/** A connection broke or was ended: whether the letter on it got out, nobody knows. */
public final class LineLost extends Exception {
  private static final long serialVersionUID = 1;

  public LineLost(String answer) {
    super(answer);
  }
}
