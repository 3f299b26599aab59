package ca.greffier.newsletter;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody may be written to (S.C. 2010, c. 23, s. 10; domain.md C7). Express consent is asked
 * for and given; every other basis is tacit.
 */
public enum Basis {
  /** Good until it is withdrawn. */
  EXPRESS("expres"),
  /** Of an association: good while it lasts, and two years after. */
  MEMBERSHIP("adhesion"),
  /** A question or an application: six months. */
  INQUIRY("demande"),
  /** Written: two years after its end. */
  CONTRACT("contrat"),
  /** Two years. */
  PURCHASE("achat");

  private static final int YEARS_AFTER = 2;

  private final String word;

  Basis(String word) {
    this.word = word;
  }

  /** As tables say it. */
  String word() {
    return word;
  }

  static Map<String, Basis> words() {
    Map<String, Basis> words = new LinkedHashMap<>();
    for (Basis each : values()) words.put(each.word, each);
    return words;
  }

  /** The end of the membership or of the contract that an expiry was reckoned from. */
  @Nullable LocalDate end(@Nullable LocalDate expiry) {
    return expiry == null || (this != MEMBERSHIP && this != CONTRACT)
        ? null
        : expiry.minusYears(YEARS_AFTER);
  }

  /**
   * The first day without consent; null when none is in sight.
   *
   * @param end of the membership or of the contract, when it is known
   */
  @Nullable LocalDate expiry(LocalDate given, @Nullable LocalDate end) {
    return switch (this) {
      case EXPRESS -> null;
      case MEMBERSHIP -> end == null ? null : end.plusYears(YEARS_AFTER);
      case INQUIRY -> given.plusMonths(6);
      case CONTRACT -> (end == null ? given : end).plusYears(YEARS_AFTER);
      case PURCHASE -> given.plusYears(YEARS_AFTER);
    };
  }
}
