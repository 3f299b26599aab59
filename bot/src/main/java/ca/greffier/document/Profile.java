package ca.greffier.document;

import ca.greffier.directory.BodyId;
import ca.greffier.text.Language;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is said of a document, whatever its versions. */
public record Profile(
    String title,
    @Nullable BodyId body,
    Classification classification,
    Language language,
    DocumentStatus status,
    @Nullable LocalDate keepUntil) {

  static Profile of(Document document) {
    return new Profile(
        document.title(),
        document.body(),
        document.classification(),
        document.language(),
        document.status(),
        document.keepUntil());
  }

  Profile as(DocumentStatus other) {
    return new Profile(title, body, classification, language, other, keepUntil);
  }
}
