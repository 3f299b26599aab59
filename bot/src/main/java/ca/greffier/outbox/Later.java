package ca.greffier.outbox;

/** The transport failed for now; the parcel is tried again. */
public final class Later extends Exception {
  private static final long serialVersionUID = 1;

  public Later(String answer) {
    super(answer);
  }
}
