package ca.greffier.newsletter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody may be written to (S.C. 2010, c. 23, s. 10; domain.md C7). Express consent is asked
 * for and given; every other basis is tacit.
 */
public enum Basis {
  /** Good until it is withdrawn. */
  EXPRESS,
  /** Of an association: good while it lasts, and two years after. */
  MEMBERSHIP,
  /** A question or an application: six months. */
  INQUIRY,
  /** Written: two years after its end. */
  CONTRACT,
  /** Two years. */
  PURCHASE;

  /**
   * The first day without consent; null when none is in sight.
   *
   * @param end of the membership or of the contract, when it is known
   */
  @Nullable LocalDate expiry(LocalDate given, @Nullable LocalDate end) {
    return switch (this) {
      case EXPRESS -> null;
      case MEMBERSHIP -> end == null ? null : end.plusYears(2);
      case INQUIRY -> given.plusMonths(6);
      case CONTRACT -> (end == null ? given : end).plusYears(2);
      case PURCHASE -> given.plusYears(2);
    };
  }
}
