package ca.greffier.newsletter;

import ca.greffier.command.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An issue of a newsletter.
 *
 * @param number in its list: 1 for the first
 * @param contents Markdown, without the title
 * @param sentAt when the order to send it was given; null while it is a draft
 * @param unapproved whether its list wants somebody else than its author to approve it, and nobody
 *     has
 * @param scheduledAt when it leaves by itself; null when it does not
 * @param scheduledBy who said so
 */
public record Issue(
    IssueId id,
    NewsletterId newsletter,
    String code,
    String listTitle,
    int number,
    String title,
    String contents,
    @Nullable Instant sentAt,
    PersonId author,
    boolean unapproved,
    @Nullable Instant scheduledAt,
    @Nullable PersonId scheduledBy) {

  /** As people call it, whatever the language: {@code nouvelles/3}. */
  public String name() {
    return code + "/" + number;
  }

  /** Of its campaign; the once-keys of its letters begin so. */
  String onceKey() {
    return "infolettre:" + id.value();
  }

  String onceKey(SubscriptionId subscription) {
    return onceKey() + ":" + subscription.value();
  }
}
