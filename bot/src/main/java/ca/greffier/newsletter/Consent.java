package ca.greffier.newsletter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The consent to be written to, and its proof: who sends must be able to show it (domain.md C6,
 * C11).
 *
 * @param givenOn when it was given, or when the relation it follows from began
 * @param expiresOn the first day without consent; null when none is in sight
 * @param evidence where it was recorded
 */
public record Consent(
    Basis basis, LocalDate givenOn, @Nullable LocalDate expiresOn, String evidence) {

  /**
   * @param end of the membership or of the contract, when it is known
   */
  static Consent of(Basis basis, LocalDate givenOn, @Nullable LocalDate end, String evidence) {
    return new Consent(basis, givenOn, basis.expiry(givenOn, end), evidence);
  }

  /** True when a letter may leave on a day. */
  boolean allows(LocalDate day) {
    return expiresOn == null || day.isBefore(expiresOn);
  }

  /**
   * True when this one is to be kept instead of another: what is newer on the same basis, express
   * instead of tacit, else what lasts longer.
   */
  boolean replaces(Consent other) {
    if (basis == other.basis) return !givenOn.isBefore(other.givenOn);
    if (basis == Basis.EXPRESS || other.basis == Basis.EXPRESS) return basis == Basis.EXPRESS;
    return other.expiresOn != null && allows(other.expiresOn);
  }
}
