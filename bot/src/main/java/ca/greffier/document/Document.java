package ca.greffier.document;

import ca.greffier.directory.BodyId;
import ca.greffier.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document with its last version: a file or a link.
 *
 * @param keepUntil it may not be withdrawn before
 * @param openUntil the last day that answers are taken to what it calls for; null when it is no
 *     call
 * @param version the number of the last one, from 1
 * @param size in bytes
 */
public record Document(
    DocumentId id,
    int number,
    String title,
    @Nullable BodyId body,
    Classification classification,
    Language language,
    DocumentStatus status,
    @Nullable LocalDate keepUntil,
    @Nullable LocalDate openUntil,
    @Nullable LocalDate withdrawnOn,
    String withdrawnWhy,
    int version,
    Instant addedAt,
    @Nullable String fileName,
    @Nullable String sha256,
    @Nullable Long size,
    @Nullable String link) {

  /** {@code D-12}. */
  public String code() {
    return code(number);
  }

  static String code(int number) {
    return String.format(Locale.ROOT, "D-%02d", number);
  }

  public boolean isWithdrawn() {
    return withdrawnOn != null;
  }
}
