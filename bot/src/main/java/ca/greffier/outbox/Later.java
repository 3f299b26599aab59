package ca.greffier.outbox;

/** The transport failed for now; the parcel is tried again. */
public final class Later extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean elsewhere;

  public Later(String answer) {
    this(answer, false);
  }

  private Later(String answer, boolean elsewhere) {
    super(answer);
    this.elsewhere = elsewhere;
  }

  /** This node cannot carry it now; another may. It does not count as an attempt. */
  public static Later elsewhere(String answer) {
    return new Later(answer, true);
  }

  boolean isElsewhere() {
    return elsewhere;
  }
}
