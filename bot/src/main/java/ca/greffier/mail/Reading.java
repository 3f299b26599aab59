package ca.greffier.mail;

import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an incoming mail is, from its bytes alone: nothing is looked up, nothing is done. A mail is
 * never refused with an exception, however damaged or hostile: it is {@link Unreadable} at worst.
 */
sealed interface Reading {
  /** A person's own words for the Ask of this token. */
  record Answer(String token, String from, String words) implements Reading {}

  /**
   * What a calendar program answers to an invitation (RFC 5546, section 3.2.3).
   *
   * @param partstat in upper case: ACCEPTED, DECLINED, TENTATIVE, DELEGATED, NEEDS-ACTION
   * @param stamp when the answer was given; the latest wins within one sequence
   */
  record CalendarReply(
      String token,
      String from,
      String attendee,
      String partstat,
      int sequence,
      Instant stamp,
      String uid)
      implements Reading {}

  /**
   * A program answered by itself: never an answer, and never to be answered.
   *
   * @param why the header that says so
   */
  record AutoReply(String why) implements Reading {}

  /**
   * A mail program says that a letter was shown, or deleted unread (RFC 8098).
   *
   * @param why its disposition
   */
  record Receipt(String why) implements Reading {}

  /**
   * Letters that could not be delivered (RFC 3464).
   *
   * @param originalId the Message-ID of the letter that came back, without its brackets
   */
  record Bounce(List<Failed> failed, Optional<String> originalId) implements Reading {}

  /**
   * @param status of RFC 3463, as 5.1.1; empty when the server gives none
   * @param permanent whether writing again is useless
   */
  record Failed(String address, String status, boolean permanent) {}

  /**
   * A human must look at it.
   *
   * @param why a message key
   */
  record Unreadable(String why) implements Reading {}

  /**
   * @param localPart of the address where answers come in: {@code greffier} for {@code
   *     greffier+TOKEN@…}
   */
  static Reading of(byte[] raw, String localPart) {
    if (!Bounds.hold(raw)) return new Unreadable("mail.unread.large");
    try {
      return new Incoming(raw, localPart).reading();
    } catch (MessagingException | RuntimeException _) {
      return new Unreadable("mail.unread.damaged");
    }
  }
}
