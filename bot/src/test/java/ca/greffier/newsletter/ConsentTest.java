package ca.greffier.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when each basis lasts, on the very day, and which of two consents is kept. */
class ConsentTest {
  @ParameterizedTest
  @CsvSource({
    "EXPRESS, 2015-01-01, , 2026-03-02, true",
    "MEMBERSHIP, 2015-01-01, , 2026-03-02, true",
    "MEMBERSHIP, 2015-01-01, 2024-03-02, 2026-03-01, true",
    "MEMBERSHIP, 2015-01-01, 2024-03-02, 2026-03-02, false",
    "MEMBERSHIP, 2015-01-01, 2027-01-01, 2026-03-02, true",
    "INQUIRY, 2025-09-02, , 2026-03-01, true",
    "INQUIRY, 2025-09-02, , 2026-03-02, false",
    "INQUIRY, 2025-08-31, , 2026-02-27, true",
    "INQUIRY, 2025-08-31, , 2026-02-28, false",
    "PURCHASE, 2024-03-02, , 2026-03-01, true",
    "PURCHASE, 2024-03-02, , 2026-03-02, false",
    "PURCHASE, 2024-02-29, , 2026-02-27, true",
    "PURCHASE, 2024-02-29, , 2026-02-28, false",
    "CONTRACT, 2024-03-02, , 2026-03-02, false",
    "CONTRACT, 2020-03-02, 2025-06-30, 2027-06-29, true",
    "CONTRACT, 2020-03-02, 2025-06-30, 2027-06-30, false",
  })
  void consent_lasts_as_long_as_its_basis(
      Basis basis, LocalDate given, @Nullable LocalDate end, LocalDate day, boolean allowed) {
    assertThat(Consent.of(basis, given, end, "").allows(day)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "EXPRESS, 2026-01-01, MEMBERSHIP, 2025-01-01, true",
    "EXPRESS, 2024-01-01, PURCHASE, 2025-01-01, true",
    "MEMBERSHIP, 2026-01-01, EXPRESS, 2025-01-01, false",
    "PURCHASE, 2026-01-01, EXPRESS, 2025-01-01, false",
    "EXPRESS, 2026-01-01, EXPRESS, 2025-01-01, true",
    "EXPRESS, 2024-01-01, EXPRESS, 2025-01-01, false",
    "PURCHASE, 2026-01-01, PURCHASE, 2025-01-01, true",
    "PURCHASE, 2026-01-01, INQUIRY, 2026-01-01, true",
    "INQUIRY, 2026-01-01, PURCHASE, 2026-01-01, false",
    "INQUIRY, 2026-01-01, MEMBERSHIP, 2020-01-01, false",
    "MEMBERSHIP, 2020-01-01, INQUIRY, 2026-01-01, true",
  })
  void the_better_consent_is_kept(
      Basis basis, LocalDate given, Basis before, LocalDate givenBefore, boolean replaces) {
    assertThat(
            Consent.of(basis, given, null, "").replaces(Consent.of(before, givenBefore, null, "")))
        .isEqualTo(replaces);
  }

  @Test
  void the_end_of_a_membership_replaces_the_membership_without_end() {
    LocalDate joined = LocalDate.parse("2020-01-01");
    Consent member = Consent.of(Basis.MEMBERSHIP, joined, null, "");
    Consent former = Consent.of(Basis.MEMBERSHIP, joined, LocalDate.parse("2025-12-31"), "");

    assertThat(former.replaces(member)).isTrue();
    assertThat(former.expiresOn()).isEqualTo("2027-12-31");
  }
}
