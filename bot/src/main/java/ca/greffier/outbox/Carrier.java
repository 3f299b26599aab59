package ca.greffier.outbox;

/** Takes parcels out of the house: the mail door, the chat door, and in tests a shelf. */
public interface Carrier {
  boolean carries(Outgoing what);

  /**
   * Carries one parcel, outside any transaction.
   *
   * @return what the server answered, to be kept as proof
   * @throws Later the transport failed for now
   * @throws Never the transport refused for good
   */
  String carry(Parcel parcel) throws Later, Never;
}
