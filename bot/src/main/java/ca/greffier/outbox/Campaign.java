package ca.greffier.outbox;

/**
 * A letter to many.
 *
 * @param onceKey how the once-keys of its letters begin: {@code infolettre:12}
 * @param common the letter, addressed to nobody
 */
public record Campaign(CampaignId id, String onceKey, Letter common) {

  /** The letter as one of them gets it. */
  public Letter to(Recipient one) {
    return new Letter(
        common.letterClass(),
        one.address(),
        one.name(),
        one.language(),
        common.template(),
        common.data(),
        null,
        null,
        common.enclosures(),
        one.thing());
  }
}
