package ca.greffier.newsletter;

import ca.greffier.directory.BodyId;
import ca.greffier.text.Language;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list: whoever fits all that is said.
 *
 * @param language null for any
 * @param body whose members on the day of sending; null for any
 * @param region as the list says it, whatever the case; empty for any
 * @param category the kind of member, in the same way
 */
public record Segment(
    @Nullable Language language, @Nullable BodyId body, String region, String category) {
  static final Segment ALL = new Segment(null, null, "", "");

  /** Whether a subscriber {@code p} is in it: a part of a WHERE, with what {@link #bound} gives. */
  static final String WITHIN =
      """
      (:language = '' OR p.language = :language)
      AND (:region = '' OR lower(p.region) = lower(:region))
      AND (:category = '' OR lower(p.category) = lower(:category))
      AND (:body = 0 OR EXISTS (
        SELECT FROM person q JOIN mandate m ON m.person = q.id
        WHERE q.email = p.address AND m.body = :body AND m.starts <= :today
          AND (m.ends IS NULL OR m.ends >= :today)))
      """;

  boolean isAll() {
    return equals(ALL);
  }

  Map<String, Object> bound(NewsletterId newsletter, LocalDate today) {
    return Map.of(
        "newsletter",
        newsletter.value(),
        "today",
        today,
        "language",
        language == null ? "" : language.name(),
        "body",
        body == null ? 0L : body.value(),
        "region",
        region,
        "category",
        category);
  }
}
