package ca.greffier.outbox;

/** The transport refused for good; the parcel is kept, shown, and never tried again by itself. */
public final class Never extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean addressDead;

  /**
   * @param addressDead true when the address itself is refused (5.1.x), so that nothing more is
   *     sent to it
   */
  public Never(String answer, boolean addressDead) {
    super(answer);
    this.addressDead = addressDead;
  }

  public boolean isAddressDead() {
    return addressDead;
  }
}
