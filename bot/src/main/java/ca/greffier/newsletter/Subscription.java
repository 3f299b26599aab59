package ca.greffier.newsletter;

import ca.greffier.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An address on a list, the consent in force, and when it was withdrawn. */
record Subscription(
    SubscriptionId id,
    String address,
    String givenName,
    String familyName,
    Language language,
    Basis basis,
    LocalDate givenOn,
    @Nullable LocalDate expiresOn,
    String evidence,
    @Nullable Instant unsubscribedAt) {

  Consent consent() {
    return new Consent(basis, givenOn, expiresOn, evidence);
  }

  /** Empty when only the address is known. */
  String name() {
    return (givenName + " " + familyName).strip();
  }
}
